namespace XmlJson.Benchmarks;

/// <summary>A contender whose work is to visit every name, attribute and text of a document.</summary>
internal abstract class VisitContender : IContender
{
    private InputDocument? _document;
    private Tally _expected;
    private Tally _seen;

    public abstract string Name { get; }

    public virtual void Prepare(InputDocument document) => _document = document;

    public void Run() => _seen = Visit(_document!);

    public Answer Verify()
    {
        var content = new ContentDigest();
        _expected = VisitThoroughly(_document!, content);
        return content.Answer;
    }

    public void Check() => _seen.CheckAgainst(Name, _expected);

    public virtual void Dispose() => _document = null;

    /// <summary>Visits the document and tallies it.</summary>
    protected abstract Tally Visit(InputDocument document);

    /// <summary>Visits the document the same way, and gives everything there is to a digest.</summary>
    /// <returns>The digest's tally in the code units of <see cref="Visit"/>.</returns>
    protected abstract Tally VisitThoroughly(InputDocument document, ContentDigest content);
}
