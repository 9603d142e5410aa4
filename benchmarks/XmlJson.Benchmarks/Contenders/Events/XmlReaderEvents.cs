using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary>The baseline of events: <see cref="XmlReader"/> with default settings, asked for every name, attribute and text.</summary>
internal sealed class XmlReaderEvents : VisitContender
{
    public override string Name => "XmlReader";

    protected override Tally Visit(InputDocument document)
    {
        var tally = default(Tally);
        using var reader = document.CreateReader();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    tally.Element(reader.LocalName);
                    while (reader.MoveToNextAttribute())
                    {
                        tally.Attribute(reader.LocalName, reader.Value);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    tally.Text(reader.Value);
                    break;
                case XmlNodeType.Whitespace when reader.Depth > 0:
                    tally.Text(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return tally;
    }

    protected override Tally VisitThoroughly(InputDocument document, ContentDigest content)
    {
        using var reader = document.CreateReader();
        ReaderContent.AddTo(reader, content);
        return content.Utf16;
    }
}
