namespace XmlJson.Benchmarks;

/// <summary><see cref="System.Xml.XmlReader"/> behind the same struct handler, by way of <see cref="XmlReaderSource"/>.</summary>
internal sealed class AdapterEvents : VisitContender
{
    public override string Name => "xmljson-adapter";

    protected override Tally Visit(InputDocument document)
    {
        var handler = new TallyHandler();
        using var reader = document.CreateReader();
        new XmlReaderSource(reader).Parse(ref handler);
        return handler.Tally;
    }

    protected override Tally VisitThoroughly(InputDocument document, ContentDigest content)
    {
        var handler = new DigestHandler(content);
        using var reader = document.CreateReader();
        new XmlReaderSource(reader).Parse(ref handler);
        return content.Utf8;
    }
}
