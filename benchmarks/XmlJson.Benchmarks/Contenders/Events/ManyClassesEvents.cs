namespace XmlJson.Benchmarks;

/// <summary>The parser over bytes in memory, with handlers of five classes in turn: the runtime cannot tell which will be called.</summary>
internal sealed class ManyClassesEvents : ParserEvents
{
    private int _turn;

    public override string Name => "xmljson-classes";

    protected override Tally Visit(Utf8XmlParser parser, InputDocument document)
    {
        TallyContentHandler handler = (_turn++ % 5) switch
        {
            0 => new First(),
            1 => new Second(),
            2 => new Third(),
            3 => new Fourth(),
            _ => new Fifth(),
        };
        parser.Parse(document.Bytes, ref handler);
        return handler.Tally;
    }

    protected override Tally VisitThoroughly(Utf8XmlParser parser, InputDocument document, ContentDigest content)
    {
        var handler = new DigestHandler(content);
        parser.Parse(document.Bytes, ref handler);
        return content.Utf8;
    }

    private sealed class First : TallyContentHandler;

    private sealed class Second : TallyContentHandler;

    private sealed class Third : TallyContentHandler;

    private sealed class Fourth : TallyContentHandler;

    private sealed class Fifth : TallyContentHandler;
}
