using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson.Benchmarks;

/// <summary>Editing by ElementTree's view.</summary>
internal sealed class ElementViewEdit : DocumentEdit
{
    private readonly List<Element> _parents = [];
    private readonly List<(Element Leaf, string Tag, string NewTag, string Text)> _leaves = [];
    private readonly List<(Element Parent, Element Added)> _added = [];

    public override string Name => "xmljson-etree-edit";

    protected override void Select(Document tree)
    {
        _parents.Clear();
        _leaves.Clear();
        var (parents, leaves) = (0, 0);
        var root = tree.DocumentElement;

        // ElementTree does not tell a CDATA section from a text, which the other contenders leave alone: the DOM's view does.
        foreach (var (element, node) in tree.Root.Iter().Where(element => !element.IsComment && !element.IsProcessingInstruction).Zip(root.GetElementsByTagName("*").Prepend(root)))
        {
            if (node.FirstElementChild is not null)
            {
                if (parents++ % Step == 0)
                {
                    _parents.Add(element);
                }
            }
            else if (node.FirstChild is { NodeType: NodeType.Text, NodeValue: { Length: > 0 } text, NextSibling: null } && leaves++ % Step == 0)
            {
                var tag = element.Tag;
                _leaves.Add((element, tag, string.Concat(tag.AsSpan(0, tag.IndexOf('}', StringComparison.Ordinal) + 1), NewName), text));
            }
        }
    }

    protected override void Edit()
    {
        foreach (var parent in _parents)
        {
            var added = parent.SubElement(AddedName);
            added.Text = AddedText;
            parent.Remove(added);
            parent.Insert(0, added);
            _added.Add((parent, added));
        }

        foreach (var (leaf, _, newTag, _) in _leaves)
        {
            var element = leaf;
            element.Tag = newTag;
            element.Text = NewText;
            element.Set(AttributeName, AttributeValue);
        }
    }

    protected override void Undo()
    {
        foreach (var (parent, added) in _added)
        {
            parent.Remove(added);
        }

        _added.Clear();
        foreach (var (leaf, tag, _, text) in _leaves)
        {
            var element = leaf;
            element.Tag = tag;
            element.Text = text;
            element.Attrib.Remove(AttributeName);
        }
    }
}
