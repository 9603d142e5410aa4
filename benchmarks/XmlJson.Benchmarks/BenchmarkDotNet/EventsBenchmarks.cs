namespace XmlJson.Benchmarks;

/// <summary>Every name, attribute and text as events.</summary>
public class EventsBenchmarks() : WorkBenchmarks(Work.Events);
