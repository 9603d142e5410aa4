namespace XmlJson.Benchmarks;

/// <summary>Trees in memory walked by their views.</summary>
public class WalkBenchmarks() : WorkBenchmarks(Work.Walk);
