using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace XmlJson.Benchmarks;

/// <summary>A column worked out from the mean times of <see cref="WorkBenchmarks"/>.</summary>
internal abstract class WorkColumn(string name, string legend) : IColumn
{
    public string Id => ColumnName;

    public string ColumnName { get; } = name;

    public string Legend { get; } = legend;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public abstract string GetValue(Summary summary, BenchmarkCase benchmarkCase);

    /// <summary>The mean time of a case, in nanoseconds; <see langword="null"/> when it failed.</summary>
    protected static double? MeanOf(Summary summary, BenchmarkCase benchmarkCase) => summary[benchmarkCase]?.ResultStatistics?.Mean;

    protected static string DocumentOf(BenchmarkCase benchmarkCase) => (string)benchmarkCase.Parameters[nameof(WorkBenchmarks.Document)];

    protected static string ContenderOf(BenchmarkCase benchmarkCase) => (string)benchmarkCase.Parameters[nameof(WorkBenchmarks.Contender)];

    protected static WorkBenchmarks BenchmarksOf(BenchmarkCase benchmarkCase) =>
        (WorkBenchmarks)Activator.CreateInstance(benchmarkCase.Descriptor.Type)!;
}
