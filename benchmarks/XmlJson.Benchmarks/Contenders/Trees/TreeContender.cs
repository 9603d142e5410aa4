namespace XmlJson.Benchmarks;

/// <summary>A contender that loads a document into a tree, and in the <c>+walk</c> form visits every name, attribute and text of it too.</summary>
/// <typeparam name="TTree">The tree.</typeparam>
/// <param name="name">The name of the form that only loads.</param>
/// <param name="walks">Whether to walk in the measured time; otherwise the tree is walked only to check it.</param>
internal abstract class TreeContender<TTree>(string name, bool walks) : IContender
    where TTree : class
{
    private InputDocument? _document;
    private TTree? _tree;
    private Tally _expected;
    private Tally _seen;

    public string Name { get; } = walks ? name + "+walk" : name;

    public void Prepare(InputDocument document) => _document = document;

    public void Run()
    {
        Discard();
        _tree = Load(_document!);
        if (walks)
        {
            _seen = Walk(_tree);
        }
    }

    public Answer Verify()
    {
        var content = new ContentDigest();
        var tree = Load(_document!);
        AddTo(tree, content);
        Release(tree);
        _expected = content.Utf16;
        return content.Answer;
    }

    // The tree is let go, so that it is no burden on the collections of the contenders that follow.
    public void Check()
    {
        var seen = walks ? _seen : Walk(_tree!);
        Discard();
        seen.CheckAgainst(Name, _expected);
    }

    public void Dispose()
    {
        Discard();
        _document = null;
    }

    /// <summary>Loads the document, white space included, since the other contenders keep it.</summary>
    protected abstract TTree Load(InputDocument document);

    /// <summary>Visits the tree as fast as it allows.</summary>
    protected abstract Tally Walk(TTree tree);

    /// <summary>Visits the tree and gives everything there is to a digest.</summary>
    protected abstract void AddTo(TTree tree, ContentDigest content);

    /// <summary>Gives back what the tree holds, where it holds anything.</summary>
    protected virtual void Release(TTree tree) { }

    private void Discard()
    {
        if (_tree is not null)
        {
            Release(_tree);
            _tree = null;
        }
    }
}
