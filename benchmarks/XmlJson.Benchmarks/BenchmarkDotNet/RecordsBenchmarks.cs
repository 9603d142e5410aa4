namespace XmlJson.Benchmarks;

/// <summary>Elements under the root, one after the other.</summary>
public class RecordsBenchmarks() : WorkBenchmarks(Work.Records);
