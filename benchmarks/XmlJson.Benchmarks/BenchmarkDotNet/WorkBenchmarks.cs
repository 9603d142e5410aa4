using BenchmarkDotNet.Attributes;

namespace XmlJson.Benchmarks;

/// <summary>One work as a BenchmarkDotNet class: every contender on some documents of the project's own corpus.</summary>
[Config(typeof(WorkConfig))]
public abstract class WorkBenchmarks
{
    // Large and small, text and markup.
    private static readonly string[] Chosen = ["records.xml", "text-heavy.xml", "attribute-heavy.xml", "spreadsheet-dense.xml", "soap-small.xml"];

    private IContender? _contender;

    private protected WorkBenchmarks(Work work) => Work = work;

    /// <summary>The names of the documents that the work can begin from.</summary>
    public IEnumerable<string> Documents => Chosen.Where(name => InputFrom(name) is not null);

    /// <summary>The contenders' names.</summary>
    public IEnumerable<string> Contenders => Work.CreateGroups().SelectMany(group => group).Select(contender => contender.Name);

    /// <summary>The document's name.</summary>
    [ParamsSource(nameof(Documents), Priority = 0)]
    public string Document { get; set; } = "";

    /// <summary>The contender's name.</summary>
    [ParamsSource(nameof(Contenders), Priority = 1)]
    public string Contender { get; set; } = "";

    internal Work Work { get; }

    /// <summary>What the work begins from, made from a document of the project's corpus; <see langword="null"/> when it cannot.</summary>
    internal InputDocument? InputFrom(string name) => Work.InputFrom(GeneratedCorpus.Kinds.Single(kind => kind.FileName == name).Create());

    /// <summary>Makes the document, and makes sure that the contender agrees with its baseline on it.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var input = InputFrom(Document)!;
        var group = Work.CreateGroups().Single(group => group.Any(contender => contender.Name == Contender));
        _contender = group.Single(contender => contender.Name == Contender);
        Agreement.Find(_contender == group[0] ? [_contender] : [group[0], _contender], input, Work.Name);
        foreach (var other in group.Where(other => other != _contender))
        {
            other.Dispose();
        }
    }

    /// <summary>Does the work once.</summary>
    [Benchmark]
    public void Run() => _contender!.Run();

    /// <summary>Makes sure that the last run had the right answer.</summary>
    [GlobalCleanup]
    public void Check()
    {
        _contender!.Check();
        _contender.Dispose();
    }
}
