using System.Globalization;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace XmlJson.Benchmarks;

/// <summary>Megabytes (10⁶ bytes) of input per second.</summary>
internal sealed class SpeedColumn() : WorkColumn("MB/s", "Megabytes (1,000,000 bytes) of input per second")
{
    public override string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var bytes = BenchmarksOf(benchmarkCase).InputFrom(DocumentOf(benchmarkCase))!.Bytes.Length;
        return MeanOf(summary, benchmarkCase) is { } mean ? (bytes / mean * 1000).ToString("F1", CultureInfo.InvariantCulture) : "?";
    }
}
