using System.Globalization;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace XmlJson.Benchmarks;

/// <summary>How many times as fast as the baseline of its group on the same document: more is better, as in <c>compare</c>.</summary>
internal sealed class BaselineRatioColumn() : WorkColumn("Speedup", "How many times as fast as the baseline: XmlReader, XDocument, XDocument+walk, XDocument.Save, Newtonsoft, memcpy")
{
    public override string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var baseline = BaselineOf(benchmarkCase);
        var other = summary.BenchmarksCases.FirstOrDefault(candidate =>
            ContenderOf(candidate) == baseline
            && DocumentOf(candidate) == DocumentOf(benchmarkCase)
            && candidate.Descriptor.Type == benchmarkCase.Descriptor.Type
            && candidate.Job.Id == benchmarkCase.Job.Id);
        return other is not null && MeanOf(summary, other) is { } slow && MeanOf(summary, benchmarkCase) is { } fast
            ? (slow / fast).ToString("F2", CultureInfo.InvariantCulture)
            : "?";
    }

    private static string BaselineOf(BenchmarkCase benchmarkCase)
    {
        var name = ContenderOf(benchmarkCase);
        return BenchmarksOf(benchmarkCase).Work.CreateGroups().Single(group => group.Any(contender => contender.Name == name))[0].Name;
    }
}
