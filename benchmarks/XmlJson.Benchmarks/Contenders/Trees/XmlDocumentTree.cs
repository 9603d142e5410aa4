using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary><see cref="XmlDocument"/>, .NET's DOM.</summary>
internal sealed class XmlDocumentTree(bool walks) : TreeContender<XmlDocument>("XmlDocument", walks)
{
    protected override XmlDocument Load(InputDocument document)
    {
        var tree = new XmlDocument { PreserveWhitespace = true };
        using var reader = document.CreateReader();
        tree.Load(reader);
        return tree;
    }

    protected override Tally Walk(XmlDocument tree)
    {
        var tally = default(Tally);
        var root = tree.DocumentElement!;
        XmlNode node = root;
        while (true)
        {
            if (node is XmlElement element)
            {
                tally.Element(element.LocalName);
                if (element.HasAttributes)
                {
                    var attributes = element.Attributes;
                    for (var i = 0; i < attributes.Count; i++)
                    {
                        var attribute = attributes[i];
                        tally.Attribute(attribute.LocalName, attribute.Value);
                    }
                }
            }
            else if (node is XmlCharacterData and not XmlComment)
            {
                tally.Text(node.Value!);
            }

            if (node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node != root && node.NextSibling is null)
            {
                node = node.ParentNode!;
            }

            if (node == root)
            {
                return tally;
            }

            node = node.NextSibling!;
        }
    }

    protected override void AddTo(XmlDocument tree, ContentDigest content)
    {
        var root = tree.DocumentElement!;
        XmlNode? node = root;
        while (node is not null)
        {
            if (node is XmlElement element)
            {
                content.StartElement(element.NamespaceURI, element.LocalName);
                foreach (XmlAttribute attribute in element.Attributes)
                {
                    content.Attribute(attribute.NamespaceURI, attribute.LocalName, attribute.Value);
                }
            }
            else if (node is XmlCharacterData and not XmlComment)
            {
                content.Text(node.Value!);
            }

            if (node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            if (node is XmlElement)
            {
                content.EndElement();
            }

            while (node != root && node!.NextSibling is null)
            {
                node = node.ParentNode;
                content.EndElement();
            }

            node = node == root ? null : node.NextSibling;
        }
    }
}
