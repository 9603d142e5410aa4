namespace XmlJson.Benchmarks;

/// <summary>The parser over bytes in memory, with a struct handler.</summary>
internal sealed class StructEvents : ParserEvents
{
    public override string Name => "xmljson-struct";

    protected override Tally Visit(Utf8XmlParser parser, InputDocument document)
    {
        var handler = new TallyHandler();
        parser.Parse(document.Bytes, ref handler);
        return handler.Tally;
    }

    protected override Tally VisitThoroughly(Utf8XmlParser parser, InputDocument document, ContentDigest content)
    {
        var handler = new DigestHandler(content);
        parser.Parse(document.Bytes, ref handler);
        return content.Utf8;
    }
}
