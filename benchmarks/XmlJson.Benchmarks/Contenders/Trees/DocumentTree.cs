using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Benchmarks;

/// <summary>Our <see cref="Document"/>, walked by its DOM view with strings.</summary>
/// <param name="storage">Where the tree keeps what it holds.</param>
/// <param name="walks">Whether the tree is walked too.</param>
internal sealed class DocumentTree(TreeStorage storage, bool walks) : TreeContender<Document>(NameOf(storage), walks)
{
    protected override Document Load(InputDocument document) =>
        storage == TreeStorage.Copied ? Xml.Load(document.Bytes, document.ParserOptions) : Xml.Load((ReadOnlyMemory<byte>)document.Bytes, document.ParserOptions);

    protected override void Release(Document tree)
    {
        if (storage != TreeStorage.Fresh)
        {
            tree.Dispose();
        }
    }

    private static string NameOf(TreeStorage storage) => storage switch
    {
        TreeStorage.InPlace => "xmljson-tree",
        TreeStorage.Copied => "xmljson-tree-copied",
        _ => "xmljson-tree-fresh",
    };

    protected override Tally Walk(Document tree)
    {
        var tally = default(Tally);
        var root = tree.DocumentElement;
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
                return tally;
            }

            node = node.NextSibling!.Value;
        }
    }

    protected override void AddTo(Document tree, ContentDigest content)
    {
        var root = tree.DocumentElement;
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
