namespace XmlJson.Trees;

// Attributes: a singly linked list for each element, in the order of writing.
public sealed partial class Document
{
    /// <summary>The row of an attribute.</summary>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    internal ref AttributeNodeRow Attribute(int index) => ref _attributes[index];

    /// <summary>The attribute after this one; 0 after the last.</summary>
    internal int NextAttribute(int index) => Math.Max(Attribute(index).Next, 0);

    /// <summary>The element an attribute stands on; <see cref="NoParent"/> when it stands nowhere.</summary>
    internal int OwnerOf(int index)
    {
        int next;
        while ((next = Attribute(index).Next) >= 0)
        {
            index = next;
        }

        return ~next == Root ? NoParent : ~next;
    }

    internal ReadOnlySpan<byte> ValueOf(int index) => TextAt(Attribute(index).Value);

    /// <summary>An element's attribute by its qualified name's number; 0 when it has none such, or the number is negative.</summary>
    internal int FindAttribute(int element, int qualified)
    {
        var index = qualified < 0 ? 0 : Node(element).FirstAttribute;
        while (index > 0 && Names[Attribute(index).Name].Qualified != qualified)
        {
            index = Attribute(index).Next;
        }

        return Math.Max(index, 0);
    }

    /// <summary>An element's attribute by its namespace's and its local part's numbers; 0 when it has none such, or a number is negative.</summary>
    internal int FindAttribute(int element, int uri, int local)
    {
        var index = uri < 0 || local < 0 ? 0 : Node(element).FirstAttribute;
        while (index > 0)
        {
            ref readonly var name = ref Names[Attribute(index).Name];
            if (name.Local == local && name.Namespace == uri)
            {
                return index;
            }

            index = Attribute(index).Next;
        }

        return 0;
    }

    /// <summary>Adds an attribute that stands on no element yet.</summary>
    internal int AddAttribute(int name, bool isSpecified, AttributeType type, TextSlice value)
    {
        _attributes.Add(out var index) = new AttributeNodeRow(name, isSpecified, type) { Next = ~Root, Value = value };
        return index;
    }

    internal void SetValue(int index, ReadOnlySpan<char> value)
    {
        Edit();
        ref var row = ref Attribute(index);
        row.Specify();
        row.Value = StoreText(value);
        NoteDeclaration(index);
    }

    /// <summary>Puts an attribute that stands nowhere on an element, after the others.</summary>
    internal void LinkAttribute(int element, int index)
    {
        Edit();
        ref var node = ref Node(element);
        Attribute(index).Next = ~element;
        if (node.FirstAttribute == 0)
        {
            node.FirstAttribute = index;
            return;
        }

        var last = node.FirstAttribute;
        while (Attribute(last).Next > 0)
        {
            last = Attribute(last).Next;
        }

        Attribute(last).Next = index;
    }

    /// <summary>Takes an attribute off its element.</summary>
    internal void UnlinkAttribute(int element, int index)
    {
        Edit();
        ref var node = ref Node(element);
        ref var row = ref Attribute(index);
        if (node.FirstAttribute == index)
        {
            node.FirstAttribute = Math.Max(row.Next, 0);
        }
        else
        {
            var before = node.FirstAttribute;
            while (Attribute(before).Next != index)
            {
                before = Attribute(before).Next;
            }

            Attribute(before).Next = row.Next;
        }

        row.Next = ~Root;
    }

    /// <summary>Adds the namespace that a declaration names to the table: reading must not add to it, since several threads may read at once.</summary>
    internal void NoteDeclaration(int index)
    {
        if (Names[Attribute(index).Name].Namespace == XmlNames.XmlnsNamespace)
        {
            Names.Names.InternUri(ValueOf(index));
        }
    }
}
