namespace XmlJson.Trees;

// Copies of nodes, within a document and from one to another.
public sealed partial class Document
{
    /// <summary>Makes a copy with memory of its own.</summary>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    public Document Clone() => Clone(deep: true);

    internal Document Clone(bool deep)
    {
        var clone = new Document { _version = _version, _encoding = _encoding, XmlStandalone = XmlStandalone };
        if (deep)
        {
            clone.CopyChildren(this, DocumentRow, DocumentRow, new NameMap(clone.Names));
            clone.IsEdited = IsEdited;
        }

        return clone;
    }

    /// <summary>Copies a node of any document, this one included; the copy stands nowhere.</summary>
    internal int Copy(Document source, int row, bool deep)
    {
        var names = new NameMap(Names);
        var copy = CopyNode(source, row, names);
        if (deep)
        {
            CopyChildren(source, row, copy, names);
        }

        return copy;
    }

    /// <summary>Copies an attribute by itself, which makes it one that is specified (DOM Level 3 Core, <c>cloneNode</c>); the copy stands nowhere.</summary>
    internal int CopyAttribute(Document source, int index)
    {
        var copy = CopyAttribute(source, index, new NameMap(Names));
        Attribute(copy).Specify();
        return copy;
    }

    private void CopyChildren(Document source, int top, int target, NameMap names)
    {
        // "target" is the copy of "row".
        var row = top;
        while (true)
        {
            var next = source.Node(row).FirstChild;
            var parent = target;
            if (next == 0)
            {
                while (row != top && source.Node(row).Next == 0)
                {
                    row = source.Node(row).Parent;
                    target = Node(target).Parent;
                }

                if (row == top)
                {
                    return;
                }

                next = source.Node(row).Next;
                parent = Node(target).Parent;
            }

            row = next;
            target = CopyNode(source, row, names);
            Link(parent, target, before: 0);
        }
    }

    private int CopyNode(Document source, int row, NameMap names)
    {
        ref var original = ref source.Node(row);
        var copy = AddNode(original.Kind, NameIn(source, original.Name, names));
        ref var node = ref Node(copy);
        if (original.Kind == NodeKind.DocumentType)
        {
            node.Text = StoreDocumentType(source.DocumentTypeOf(row));
        }
        else if (!original.IsContainer)
        {
            node.Text = TextIn(source, original.Text);
        }

        var last = 0;
        for (var index = original.FirstAttribute; index > 0; index = source.Attribute(index).Next)
        {
            var attribute = CopyAttribute(source, index, names);
            Attribute(attribute).Next = ~copy;
            if (last == 0)
            {
                node.FirstAttribute = attribute;
            }
            else
            {
                Attribute(last).Next = attribute;
            }

            last = attribute;
        }

        return copy;
    }

    private int CopyAttribute(Document source, int index, NameMap names)
    {
        ref var original = ref source.Attribute(index);
        var copy = AddAttribute(NameIn(source, original.Name, names), original.IsSpecified, original.Type, TextIn(source, original.Value));
        NoteDeclaration(copy);
        return copy;
    }

    private int NameIn(Document source, int name, NameMap names) => name == 0 || ReferenceEquals(source, this) ? name : names[source.Names.NameOf(name)];

    // Bytes once stored never change, so copies in one document share them.
    private TextSlice TextIn(Document source, TextSlice text) => ReferenceEquals(source, this) ? text : StoreText(source.TextAt(text));
}
