namespace XmlJson.Benchmarks;

/// <summary>A contender that visits every name, attribute and text of a tree that is in memory already.</summary>
/// <typeparam name="TTree">The tree.</typeparam>
internal abstract class WalkContender<TTree> : IContender
    where TTree : class
{
    private TTree? _tree;
    private Tally _expected;
    private Tally _seen;

    public abstract string Name { get; }

    public void Prepare(InputDocument document)
    {
        Dispose();
        _tree = Load(document);
    }

    public void Run() => _seen = Walk(_tree!);

    public Answer Verify()
    {
        var content = new ContentDigest();
        _expected = WalkThoroughly(_tree!, content);
        return content.Answer;
    }

    public void Check() => _seen.CheckAgainst(Name, _expected);

    public void Dispose()
    {
        if (_tree is not null)
        {
            Release(_tree);
            _tree = null;
        }
    }

    /// <summary>Loads the document, white space included.</summary>
    protected abstract TTree Load(InputDocument document);

    /// <summary>Visits the tree as fast as it allows.</summary>
    protected abstract Tally Walk(TTree tree);

    /// <summary>Visits the tree and gives everything there is to a digest.</summary>
    /// <returns>What <see cref="Walk"/> must come to.</returns>
    protected abstract Tally WalkThoroughly(TTree tree, ContentDigest content);

    /// <summary>Gives back what the tree holds, where it holds anything.</summary>
    protected virtual void Release(TTree tree) { }
}
