using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Benchmarks;

/// <summary>Editing by the DOM's view.</summary>
internal sealed class NodeViewEdit : DocumentEdit
{
    private readonly List<(Node Parent, Node First)> _parents = [];
    private readonly List<(Node Leaf, string? Uri, string Name, string NewName, string Text)> _leaves = [];
    private readonly List<Node> _added = [];

    public override string Name => "xmljson-dom-edit";

    protected override void Select(Document tree)
    {
        _parents.Clear();
        _leaves.Clear();
        var (parents, leaves) = (0, 0);
        var root = tree.DocumentElement;
        foreach (var element in root.GetElementsByTagName("*").Prepend(root))
        {
            if (element.FirstElementChild is not null)
            {
                if (parents++ % Step == 0)
                {
                    _parents.Add((element, element.ChildNodes.First(node => node.NodeType is NodeType.Element or NodeType.Comment or NodeType.ProcessingInstruction)));
                }
            }
            else if (element.FirstChild is { NodeType: NodeType.Text, NodeValue: { Length: > 0 } text, NextSibling: null } && leaves++ % Step == 0)
            {
                _leaves.Add((element, element.NamespaceUri, element.NodeName, element.Prefix is { } prefix ? $"{prefix}:{NewName}" : NewName, text));
            }
        }
    }

    protected override void Edit()
    {
        foreach (var (parent, first) in _parents)
        {
            var document = parent.OwnerDocument;
            var added = document.CreateElementNS(null, AddedName);
            added.AppendChild(document.CreateTextNode(AddedText));
            parent.AppendChild(added);
            parent.RemoveChild(added);
            parent.InsertBefore(added, first);
            _added.Add(added);
        }

        foreach (var (leaf, uri, _, newName, _) in _leaves)
        {
            leaf.OwnerDocument.RenameNode(leaf, uri, newName);
            leaf.FirstChild?.NodeValue = NewText;
            leaf.SetAttribute(AttributeName, AttributeValue);
        }
    }

    protected override void Undo()
    {
        foreach (var added in _added)
        {
            added.ParentNode?.RemoveChild(added);
        }

        _added.Clear();
        foreach (var (leaf, uri, name, _, text) in _leaves)
        {
            leaf.OwnerDocument.RenameNode(leaf, uri, name);
            leaf.FirstChild?.NodeValue = text;
            leaf.RemoveAttribute(AttributeName);
        }
    }
}
