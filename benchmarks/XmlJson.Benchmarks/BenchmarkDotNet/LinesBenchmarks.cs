namespace XmlJson.Benchmarks;

/// <summary>Elements under the root as lines of JSON.</summary>
public class LinesBenchmarks() : WorkBenchmarks(Work.Lines);
