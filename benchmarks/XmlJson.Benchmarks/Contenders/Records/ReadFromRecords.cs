using System.Xml;
using System.Xml.Linq;

namespace XmlJson.Benchmarks;

/// <summary>The baseline of records: what .NET's documentation advises for large files, <see cref="XNode.ReadFrom"/> at each element under the root.</summary>
internal sealed class ReadFromRecords : VisitContender
{
    public override string Name => "XNode.ReadFrom";

    protected override Tally Visit(InputDocument document)
    {
        var tally = default(Tally);
        foreach (var record in Read(document))
        {
            XElementWalk.Visit(record, ref tally);
        }

        return tally;
    }

    protected override Tally VisitThoroughly(InputDocument document, ContentDigest content)
    {
        foreach (var record in Read(document))
        {
            XElementWalk.AddTo(record, content);
        }

        return content.Utf16;
    }

    private static IEnumerable<XElement> Read(InputDocument document)
    {
        using var reader = document.CreateReader();
        reader.MoveToContent();
        reader.Read();
        while (!reader.EOF && reader.Depth > 0)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                yield return (XElement)XNode.ReadFrom(reader);
            }
            else
            {
                reader.Read();
            }
        }
    }
}
