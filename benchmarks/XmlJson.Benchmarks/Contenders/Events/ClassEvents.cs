namespace XmlJson.Benchmarks;

/// <summary>The parser over bytes in memory, with a handler class.</summary>
internal sealed class ClassEvents : ParserEvents
{
    public override string Name => "xmljson-class";

    protected override Tally Visit(Utf8XmlParser parser, InputDocument document)
    {
        var handler = new TallyContentHandler();
        parser.Parse(document.Bytes, ref handler);
        return handler.Tally;
    }

    protected override Tally VisitThoroughly(Utf8XmlParser parser, InputDocument document, ContentDigest content)
    {
        var handler = new StringDigestHandler(content);
        parser.Parse(document.Bytes, ref handler);
        return content.Utf8;
    }
}
