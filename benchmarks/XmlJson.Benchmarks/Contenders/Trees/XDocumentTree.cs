using System.Xml.Linq;

namespace XmlJson.Benchmarks;

/// <summary>The baseline of trees: <see cref="XDocument.Load(Stream, LoadOptions)"/>.</summary>
internal sealed class XDocumentTree(bool walks) : TreeContender<XDocument>("XDocument", walks)
{
    private const string XmlnsNamespace = "http://www.w3.org/2000/xmlns/";

    protected override XDocument Load(InputDocument document) => XDocument.Load(document.OpenStream(), LoadOptions.PreserveWhitespace);

    protected override Tally Walk(XDocument tree)
    {
        var tally = default(Tally);
        var root = tree.Root!;
        XNode node = root;
        while (true)
        {
            if (node is XElement element)
            {
                tally.Element(element.Name.LocalName);
                for (var attribute = element.FirstAttribute; attribute is not null; attribute = attribute.NextAttribute)
                {
                    tally.Attribute(attribute.Name.LocalName, attribute.Value);
                }

                if (element.FirstNode is { } child)
                {
                    node = child;
                    continue;
                }
            }
            else if (node is XText text)
            {
                tally.Text(text.Value);
            }

            while (node != root && node.NextNode is null)
            {
                node = node.Parent!;
            }

            if (node == root)
            {
                return tally;
            }

            node = node.NextNode!;
        }
    }

    protected override void AddTo(XDocument tree, ContentDigest content)
    {
        var root = tree.Root!;
        XNode? node = root;
        while (node is not null)
        {
            if (node is XElement element)
            {
                content.StartElement(element.Name.NamespaceName, element.Name.LocalName);
                foreach (var attribute in element.Attributes())
                {
                    content.Attribute(attribute.IsNamespaceDeclaration ? XmlnsNamespace : attribute.Name.NamespaceName, attribute.Name.LocalName, attribute.Value);
                }

                if (element.FirstNode is { } child)
                {
                    node = child;
                    continue;
                }

                content.EndElement();
            }
            else if (node is XText text)
            {
                content.Text(text.Value);
            }

            while (node != root && node!.NextNode is null)
            {
                node = node.Parent;
                content.EndElement();
            }

            node = node == root ? null : node.NextNode;
        }
    }
}
