namespace XmlJson.Benchmarks;

/// <summary>Trees in memory edited and written.</summary>
public class EditBenchmarks() : WorkBenchmarks(Work.Edit);
