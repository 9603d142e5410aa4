namespace XmlJson.Benchmarks;

/// <summary>The parser over bytes in memory, with a struct handler that wants every value and text in UTF-16, and makes no strings of them.</summary>
internal sealed class Utf16Events : ParserEvents
{
    private readonly Utf16Buffer _buffer = new();

    public override string Name => "xmljson-utf16";

    public override void Dispose()
    {
        _buffer.Dispose();
        base.Dispose();
    }

    protected override Tally Visit(Utf8XmlParser parser, InputDocument document)
    {
        var handler = new Utf16TallyHandler(_buffer);
        parser.Parse(document.Bytes, ref handler);
        return handler.Tally;
    }

    protected override Tally VisitThoroughly(Utf8XmlParser parser, InputDocument document, ContentDigest content)
    {
        var handler = new Utf16DigestHandler(content, _buffer);
        parser.Parse(document.Bytes, ref handler);
        return content.Utf16;
    }
}
