using System.Xml;
using System.Xml.Linq;

namespace XmlJson.Benchmarks;

/// <summary>The baseline of editing: <see cref="XDocument"/>.</summary>
internal sealed class XDocumentEdit : EditContender<XDocument>
{
    private readonly List<(XElement Parent, XNode First)> _parents = [];
    private readonly List<(XElement Leaf, XName Name, string Text)> _leaves = [];
    private readonly List<XElement> _added = [];

    public override string Name => "XDocument-edit";

    protected override XDocument Load(InputDocument document) => XDocument.Load(document.OpenStream(), LoadOptions.PreserveWhitespace);

    protected override void Select(XDocument tree)
    {
        _parents.Clear();
        _leaves.Clear();
        var (parents, leaves) = (0, 0);
        foreach (var element in tree.Root!.DescendantsAndSelf())
        {
            if (element.HasElements)
            {
                if (parents++ % Step == 0)
                {
                    _parents.Add((element, element.Nodes().First(node => node is XElement or XComment or XProcessingInstruction)));
                }
            }
            else if (element.FirstNode is XText { Value.Length: > 0 } text and not XCData && text.NextNode is null && leaves++ % Step == 0)
            {
                _leaves.Add((element, element.Name, text.Value));
            }
        }
    }

    protected override void Edit()
    {
        foreach (var (parent, first) in _parents)
        {
            var added = new XElement(AddedName, AddedText);
            parent.Add(added);
            added.Remove();
            first.AddBeforeSelf(added);
            _added.Add(added);
        }

        foreach (var (leaf, name, _) in _leaves)
        {
            leaf.Name = name.Namespace + NewName;
            ((XText)leaf.FirstNode!).Value = NewText;
            leaf.SetAttributeValue(AttributeName, AttributeValue);
        }
    }

    protected override void Write(XDocument tree, Stream output)
    {
        using var writer = XmlWriter.Create(output, WriterSettings);
        tree.Save(writer);
    }

    protected override void Undo()
    {
        foreach (var added in _added)
        {
            added.Remove();
        }

        _added.Clear();
        foreach (var (leaf, name, text) in _leaves)
        {
            leaf.Name = name;
            ((XText)leaf.FirstNode!).Value = text;
            leaf.SetAttributeValue(AttributeName, null);
        }
    }
}
