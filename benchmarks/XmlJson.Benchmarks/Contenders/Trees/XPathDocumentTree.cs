using System.Xml;
using System.Xml.XPath;

namespace XmlJson.Benchmarks;

/// <summary><see cref="XPathDocument"/>, .NET's read-only tree, walked by its navigator.</summary>
internal sealed class XPathDocumentTree(bool walks) : TreeContender<XPathDocument>("XPathDocument", walks)
{
    private const string XmlnsNamespace = "http://www.w3.org/2000/xmlns/";

    protected override XPathDocument Load(InputDocument document)
    {
        using var reader = document.CreateReader();
        return new XPathDocument(reader, XmlSpace.Preserve);
    }

    protected override Tally Walk(XPathDocument tree)
    {
        var tally = default(Tally);
        var node = tree.CreateNavigator();
        node.MoveToChild(XPathNodeType.Element);
        var depth = 0;
        while (true)
        {
            switch (node.NodeType)
            {
                case XPathNodeType.Element:
                    tally.Element(node.LocalName);
                    WalkAttributes(node, ref tally);
                    break;
                case XPathNodeType.Text or XPathNodeType.Whitespace or XPathNodeType.SignificantWhitespace:
                    tally.Text(node.Value);
                    break;
                default:
                    break;
            }

            if (node.MoveToFirstChild())
            {
                depth++;
                continue;
            }

            while (depth > 0 && !node.MoveToNext())
            {
                node.MoveToParent();
                depth--;
            }

            if (depth == 0)
            {
                return tally;
            }
        }
    }

    protected override void AddTo(XPathDocument tree, ContentDigest content)
    {
        var node = tree.CreateNavigator();
        node.MoveToChild(XPathNodeType.Element);
        var depth = 0;
        while (true)
        {
            switch (node.NodeType)
            {
                case XPathNodeType.Element:
                    content.StartElement(node.NamespaceURI, node.LocalName);
                    AddAttributes(node, content);
                    break;
                case XPathNodeType.Text or XPathNodeType.Whitespace or XPathNodeType.SignificantWhitespace:
                    content.Text(node.Value);
                    break;
                default:
                    break;
            }

            if (node.MoveToFirstChild())
            {
                depth++;
                continue;
            }

            if (node.NodeType == XPathNodeType.Element)
            {
                content.EndElement();
            }

            while (depth > 0 && !node.MoveToNext())
            {
                node.MoveToParent();
                content.EndElement();
                depth--;
            }

            if (depth == 0)
            {
                return;
            }
        }
    }

    // In this model namespace declarations are nodes of their own, beside the attributes.
    private static void WalkAttributes(XPathNavigator node, ref Tally tally)
    {
        if (node.MoveToFirstNamespace(XPathNamespaceScope.Local))
        {
            do
            {
                tally.Attribute(DeclarationName(node), node.Value);
            }
            while (node.MoveToNextNamespace(XPathNamespaceScope.Local));

            node.MoveToParent();
        }

        if (node.MoveToFirstAttribute())
        {
            do
            {
                tally.Attribute(node.LocalName, node.Value);
            }
            while (node.MoveToNextAttribute());

            node.MoveToParent();
        }
    }

    private static string DeclarationName(XPathNavigator declaration) => declaration.LocalName.Length == 0 ? "xmlns" : declaration.LocalName;

    private static void AddAttributes(XPathNavigator element, ContentDigest content)
    {
        var node = element.Clone();
        for (var more = node.MoveToFirstNamespace(XPathNamespaceScope.Local); more; more = node.MoveToNextNamespace(XPathNamespaceScope.Local))
        {
            content.Attribute(XmlnsNamespace, DeclarationName(node), node.Value);
        }

        node.MoveTo(element);
        for (var more = node.MoveToFirstAttribute(); more; more = node.MoveToNextAttribute())
        {
            content.Attribute(node.NamespaceURI, node.LocalName, node.Value);
        }
    }
}
