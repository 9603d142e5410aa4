namespace XmlJson.Benchmarks;

/// <summary>The parser over bytes in memory, with a handler that wants every name, value and text as a string; a struct, so that strings are all it differs in.</summary>
internal sealed class StringEvents : ParserEvents
{
    public override string Name => "xmljson-strings";

    protected override Tally Visit(Utf8XmlParser parser, InputDocument document)
    {
        var handler = new StringTallyHandler();
        parser.Parse(document.Bytes, ref handler);
        return handler.Tally;
    }

    protected override Tally VisitThoroughly(Utf8XmlParser parser, InputDocument document, ContentDigest content)
    {
        var handler = new StringDigestHandler(content);
        parser.Parse(document.Bytes, ref handler);
        return content.Utf16;
    }
}
