using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Reports;

namespace XmlJson.Benchmarks;

/// <summary>What the tables show beside the times: speed by input, the ratio to the baseline, and memory.</summary>
internal sealed class WorkConfig : ManualConfig
{
    public WorkConfig()
    {
        AddColumn(new SpeedColumn(), new BaselineRatioColumn());
        AddDiagnoser(MemoryDiagnoser.Default);
        // BenchmarkDotNet builds a project of its own; on a busy machine the two minutes it allows by default are not enough.
        BuildTimeout = TimeSpan.FromMinutes(15);
        SummaryStyle = SummaryStyle.Default.WithMaxParameterColumnWidth(30);
        HideColumns(Column.Method);
    }
}
