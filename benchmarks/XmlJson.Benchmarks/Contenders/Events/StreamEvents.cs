namespace XmlJson.Benchmarks;

/// <summary>The parser over a stream, with a struct handler.</summary>
internal sealed class StreamEvents : ParserEvents
{
    public override string Name => "xmljson-stream";

    protected override Tally Visit(Utf8XmlParser parser, InputDocument document)
    {
        var handler = new TallyHandler();
        parser.Parse(document.OpenStream(), ref handler);
        return handler.Tally;
    }

    protected override Tally VisitThoroughly(Utf8XmlParser parser, InputDocument document, ContentDigest content)
    {
        var handler = new DigestHandler(content);
        parser.Parse(document.OpenStream(), ref handler);
        return content.Utf8;
    }
}
