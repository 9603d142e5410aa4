using XmlJson.Dom;

namespace XmlJson.Benchmarks;

/// <summary>Our records, each walked by the DOM's view with strings.</summary>
internal sealed class EachRecord : VisitContender
{
    /// <summary>Every element under the root.</summary>
    public const string Path = "/*/*";

    public override string Name => "xmljson-each";

    protected override Tally Visit(InputDocument document)
    {
        var tally = default(Tally);
        foreach (var record in Xml.LoadEach(document.Bytes, Path, document.RecordOptions))
        {
            NodeWalk.Visit(record.AsNode(), ref tally);
        }

        return tally;
    }

    protected override Tally VisitThoroughly(InputDocument document, ContentDigest content)
    {
        foreach (var record in Xml.LoadEach(document.Bytes, Path, document.RecordOptions))
        {
            NodeWalk.AddTo(record.AsNode(), content);
        }

        return content.Utf16;
    }
}
