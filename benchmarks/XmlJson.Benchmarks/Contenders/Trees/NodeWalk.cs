using XmlJson.Dom;

namespace XmlJson.Benchmarks;

/// <summary>Goes over an element by our DOM view.</summary>
internal static class NodeWalk
{
    /// <summary>Visits names, attributes and texts as strings.</summary>
    public static void Visit(Node root, ref Tally tally)
    {
        var node = root;
        while (true)
        {
            switch (node.NodeType)
            {
                case NodeType.Element:
                    tally.Element(node.LocalName!);
                    foreach (var attribute in node.Attributes)
                    {
                        tally.Attribute(attribute.LocalName!, attribute.Value);
                    }

                    break;
                case NodeType.Text or NodeType.CDataSection:
                    tally.Text(node.NodeValue!);
                    break;
                default:
                    break;
            }

            if (node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node != root && node.NextSibling is null)
            {
                node = node.ParentNode!.Value;
            }

            if (node == root)
            {
                return;
            }

            node = node.NextSibling!.Value;
        }
    }

    /// <summary>Visits local names, attributes and texts as they are, in UTF-8.</summary>
    public static void VisitUtf8(Node root, ref Tally tally)
    {
        var node = root;
        while (true)
        {
            switch (node.NodeType)
            {
                case NodeType.Element:
                    tally.Element(node.Name.Local);
                    foreach (var attribute in node.Attributes)
                    {
                        tally.Attribute(attribute.Name.Local, attribute.NodeValueUtf8);
                    }

                    break;
                case NodeType.Text or NodeType.CDataSection:
                    tally.Text(node.NodeValueUtf8);
                    break;
                default:
                    break;
            }

            if (node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node != root && node.NextSibling is null)
            {
                node = node.ParentNode!.Value;
            }

            if (node == root)
            {
                return;
            }

            node = node.NextSibling!.Value;
        }
    }

    /// <summary>Gives everything there is to a digest.</summary>
    public static void AddTo(Node root, ContentDigest content)
    {
        var node = root;
        while (true)
        {
            switch (node.NodeType)
            {
                case NodeType.Element:
                    content.StartElement(node.NamespaceUri ?? "", node.LocalName!);
                    foreach (var attribute in node.Attributes)
                    {
                        content.Attribute(attribute.NamespaceUri ?? "", attribute.LocalName!, attribute.Value);
                    }

                    break;
                case NodeType.Text or NodeType.CDataSection:
                    content.Text(node.NodeValue!);
                    break;
                default:
                    break;
            }

            if (node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            if (node.NodeType == NodeType.Element)
            {
                content.EndElement();
            }

            while (node != root && node.NextSibling is null)
            {
                node = node.ParentNode!.Value;
                content.EndElement();
            }

            if (node == root)
            {
                return;
            }

            node = node.NextSibling!.Value;
        }
    }
}
