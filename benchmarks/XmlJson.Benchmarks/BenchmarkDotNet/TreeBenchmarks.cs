namespace XmlJson.Benchmarks;

/// <summary>Trees loaded, and loaded and walked.</summary>
public class TreeBenchmarks() : WorkBenchmarks(Work.Tree);
