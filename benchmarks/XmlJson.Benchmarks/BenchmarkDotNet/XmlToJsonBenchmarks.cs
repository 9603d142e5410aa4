namespace XmlJson.Benchmarks;

/// <summary>XML to JSON.</summary>
public class XmlToJsonBenchmarks() : WorkBenchmarks(Work.XmlToJson);
