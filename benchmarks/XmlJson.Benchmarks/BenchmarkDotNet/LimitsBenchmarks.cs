namespace XmlJson.Benchmarks;

/// <summary>What the memory and the processor allow, beside the parser.</summary>
public class LimitsBenchmarks() : WorkBenchmarks(Work.Limits);
