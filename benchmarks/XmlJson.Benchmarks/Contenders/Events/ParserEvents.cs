namespace XmlJson.Benchmarks;

/// <summary>A contender with a <see cref="Utf8XmlParser"/> that is reused from one document to the next.</summary>
internal abstract class ParserEvents : VisitContender
{
    private Utf8XmlParser? _parser;

    public override void Prepare(InputDocument document)
    {
        base.Prepare(document);
        _parser?.Dispose();
        _parser = new Utf8XmlParser(document.ParserOptions);
    }

    public override void Dispose()
    {
        _parser?.Dispose();
        base.Dispose();
    }

    protected sealed override Tally Visit(InputDocument document) => Visit(_parser!, document);

    protected sealed override Tally VisitThoroughly(InputDocument document, ContentDigest content) => VisitThoroughly(_parser!, document, content);

    protected abstract Tally Visit(Utf8XmlParser parser, InputDocument document);

    protected abstract Tally VisitThoroughly(Utf8XmlParser parser, InputDocument document, ContentDigest content);
}
