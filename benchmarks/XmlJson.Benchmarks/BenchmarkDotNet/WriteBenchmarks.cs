namespace XmlJson.Benchmarks;

/// <summary>A document read and written again.</summary>
public class WriteBenchmarks() : WorkBenchmarks(Work.Write);
