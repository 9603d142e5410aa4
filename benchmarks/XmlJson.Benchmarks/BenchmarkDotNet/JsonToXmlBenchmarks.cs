namespace XmlJson.Benchmarks;

/// <summary>JSON to XML.</summary>
public class JsonToXmlBenchmarks() : WorkBenchmarks(Work.JsonToXml);
