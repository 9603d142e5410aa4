using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary>What an <see cref="XmlReader"/> reads, thoroughly.</summary>
internal static class ReaderContent
{
    /// <summary>Reads to the end.</summary>
    /// <param name="reader">The reader, at its start.</param>
    /// <param name="content">Where elements, attributes and text go.</param>
    /// <param name="withMiscellany">Whether comments and processing instructions go there too.</param>
    public static void AddTo(XmlReader reader, ContentDigest content, bool withMiscellany = false)
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    content.StartElement(reader.NamespaceURI, reader.LocalName);
                    AddAttributes(reader, content);
                    if (reader.IsEmptyElement)
                    {
                        content.EndElement();
                    }

                    break;
                case XmlNodeType.EndElement:
                    content.EndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when reader.Depth > 0:
                    content.Text(reader.Value);
                    break;
                case XmlNodeType.Comment when withMiscellany:
                    content.Comment(reader.Value);
                    break;
                case XmlNodeType.ProcessingInstruction when withMiscellany:
                    content.ProcessingInstruction(reader.Name, reader.Value);
                    break;
                default:
                    break;
            }
        }
    }

    private static void AddAttributes(XmlReader reader, ContentDigest content)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            content.Attribute(reader.NamespaceURI, reader.LocalName, reader.Value);
        }

        reader.MoveToElement();
    }
}
