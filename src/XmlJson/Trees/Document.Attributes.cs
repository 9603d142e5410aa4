using System.Diagnostics;

namespace XmlJson.Trees;

// Attributes: a singly linked list for each element, in the order of writing.
public sealed partial class Document
{
    /// <summary>The row of an attribute.</summary>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    internal ref AttributeNodeRow Attribute(int index) => ref _attributes[index];

    /// <summary>The attribute after this one; 0 after the last.</summary>
    internal int NextAttribute(int index) => Math.Max(Attribute(index).Next, 0);

    /// <summary>The attribute after one that a walk has reached; 0 after the last.</summary>
    /// <exception cref="InvalidOperationException">It does not stand on the element any more.</exception>
    internal int NextInWalkOfAttributes(int index, int element)
    {
        var next = Attribute(index).Next;
        return next > 0 ? next : ~next == element ? 0 : throw ChangedMeanwhile();
    }

    /// <summary>The element an attribute stands on; <see cref="NoParent"/> when it stands nowhere.</summary>
    internal int OwnerOf(int index)
    {
        var steps = 0;
        int next;
        for (var row = index; (next = Attribute(row).Next) >= 0; row = next)
        {
            if (++steps == ManyAttributes && IndexWith(index) is { } known)
            {
                return known.Element;
            }
        }

        if (steps > ManyAttributes)
        {
            IndexOf(~next);
        }

        return ~next == DocumentRow ? NoParent : ~next;
    }

    internal ReadOnlySpan<byte> ValueOf(int index) => TextAt(Attribute(index).Value);

    /// <summary>An element's attribute by its qualified name's number; 0 when it has none such, or the number is negative.</summary>
    internal int FindAttribute(int element, int qualified)
    {
        var steps = 0;
        var index = qualified < 0 ? 0 : Node(element).FirstAttribute;
        while (index > 0 && Names[Attribute(index).Name].Qualified != qualified)
        {
            index = Attribute(index).Next;
            if (++steps == ManyAttributes && IndexOf(element) is { } known)
            {
                return known.Find(qualified);
            }
        }

        return Math.Max(index, 0);
    }

    /// <summary>An element's attribute by its namespace's and its local part's numbers; 0 when it has none such, or a number is negative.</summary>
    internal int FindAttribute(int element, int uri, int local)
    {
        var steps = 0;
        var index = uri < 0 || local < 0 ? 0 : Node(element).FirstAttribute;
        while (index > 0)
        {
            ref readonly var name = ref Names[Attribute(index).Name];
            if (name.Local == local && name.Namespace == uri)
            {
                return index;
            }

            index = Attribute(index).Next;
            if (++steps == ManyAttributes && IndexOf(element) is { } known)
            {
                return known.Find(uri, local);
            }
        }

        return 0;
    }

    /// <summary>Adds an attribute that stands on no element yet.</summary>
    internal int AddAttribute(int name, bool isSpecified, AttributeType type, TextSlice value)
    {
        _attributes.Add(out var index).Set(name, isSpecified, type, ~DocumentRow, value.Start, value.Length);
        return index;
    }

    /// <summary>Adds the attributes of a start tag.</summary>
    /// <param name="attributes">One or more attributes.</param>
    /// <param name="names">The numbers of their names.</param>
    /// <param name="element">The row of the element that will have them.</param>
    /// <returns>The first one.</returns>
    internal int AddAttributes(scoped AttributeList attributes, NameMap names, int element)
    {
        var rows = _attributes.AddRun(attributes.Count, out var first);
        var next = first;
        var i = 0;
        foreach (var attribute in attributes)
        {
            var name = attribute.Name;
            var value = attribute.Value;
            rows[i++].Set(names[in name], attribute.IsSpecified, attribute.Type, ++next, StoreBytes(value), value.Length);
            if (attribute.IsNamespaceDeclaration)
            {
                NoteDeclaration(next - 1);
            }
        }

        rows[^1].Next = ~element;
        Debug.Assert(first > 0, "Index 0 is taken.");
        return first;
    }

    /// <summary>How long the values of attributes that were added together are in all.</summary>
    internal long LengthOfValues(int first, int count)
    {
        var length = 0L;
        foreach (ref readonly var attribute in _attributes.Slice(first, count))
        {
            length += attribute.Value.Length;
        }

        return length;
    }

    /// <summary>Adds rows that follow each other, with whatever the memory held before.</summary>
    internal Span<AttributeNodeRow> AddAttributeRows(int count, out int first) => _attributes.AddRun(count, out first);

    /// <summary>Sets a value, on a new attribute if need be.</summary>
    /// <param name="element">The element.</param>
    /// <param name="index">The attribute; 0 to add one.</param>
    /// <param name="name">The name of the one to add.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">It holds what XML does not allow.</exception>
    internal void SetAttribute(int element, int index, int name, ReadOnlySpan<char> value)
    {
        var isNew = index == 0;
        index = isNew ? AddAttribute(name, isSpecified: true, AttributeType.CData, default) : index;
        SetValue(index, value);
        if (isNew)
        {
            LinkAttribute(element, index);
        }
    }

    /// <summary>Gives an attribute another name.</summary>
    /// <exception cref="ArgumentException">Its element has one of that name already.</exception>
    internal void RenameAttribute(int index, int name)
    {
        ref readonly var parts = ref Names[name];
        var owner = OwnerOf(index);
        if (owner != NoParent
            && ((FindAttribute(owner, parts.Namespace, parts.Local) is var same and not 0 && same != index)
                || (FindAttribute(owner, parts.Qualified) is var alike and not 0 && alike != index)))
        {
            throw new ArgumentException($"The element has an attribute '{Names.NameOf(name)}' already.", nameof(name));
        }

        SetAttributeName(index, name);
        Edit();
        NoteDeclaration(index);
    }

    /// <summary>Gives an attribute another name, whatever others its element has.</summary>
    internal void SetAttributeName(int index, int name)
    {
        ForgetIndex(IndexWith(index));
        Attribute(index).Rename(name);
    }

    /// <summary>Whether an attribute identifies its element: declared as an ID, made so by an edit, or <c>xml:id</c>.</summary>
    internal bool IsId(int index)
    {
        ref readonly var attribute = ref Attribute(index);
        ref readonly var name = ref Names[attribute.Name];
        return attribute.Type == AttributeType.Id || attribute.IsMadeId || (name.Namespace == XmlNames.XmlNamespace && Names.Names.Bytes(name.Local).SequenceEqual("id"u8));
    }

    /// <summary>The number of a name given with its namespace.</summary>
    /// <exception cref="ArgumentException">It is no qualified name, or has a prefix but no namespace.</exception>
    internal int AddName(string? uri, string qualified, bool isAttribute)
    {
        ArgumentNullException.ThrowIfNull(qualified);
        if (string.IsNullOrEmpty(uri) && qualified.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{qualified}' has a prefix, but no namespace is given.", nameof(uri));
        }

        return Names.Add(qualified, uri, isAttribute);
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
        var known = KnownIndexOf(element);
        var last = known is { Count: > 0 } ? known.Last : node.FirstAttribute;
        for (var steps = 0; last != 0 && Attribute(last).Next > 0; last = Attribute(last).Next)
        {
            if (++steps == ManyAttributes && (known = IndexOf(element)) is not null)
            {
                last = known.Last;
                break;
            }
        }

        known?.Add(index);
        Attribute(index).Next = ~element;
        if (last == 0)
        {
            node.FirstAttribute = index;
        }
        else
        {
            Attribute(last).Next = index;
        }
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
            var before = KnownIndexOf(element)?.BeforeLast(index) is { } known and not 0 ? known : node.FirstAttribute;
            while (Attribute(before).Next != index)
            {
                before = Attribute(before).Next;
            }

            Attribute(before).Next = row.Next;
        }

        row.Next = ~DocumentRow;
        if (KnownIndexOf(element) is { } useless && !useless.TryRemove(index))
        {
            ForgetIndex(useless);
        }
    }

    /// <summary>Takes all attributes off an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="declarationsToo">Whether namespace declarations go, too.</param>
    internal void UnlinkAttributes(int element, bool declarationsToo)
    {
        Edit();
        ForgetIndex(KnownIndexOf(element));
        ref var node = ref Node(element);
        var (index, last) = (node.FirstAttribute, 0);
        node.FirstAttribute = 0;
        while (index > 0)
        {
            ref var row = ref Attribute(index);
            var next = row.Next;
            row.Next = ~DocumentRow;
            if (!declarationsToo && Names[row.Name].Namespace == XmlNames.XmlnsNamespace)
            {
                row.Next = ~element;
                if (last == 0)
                {
                    node.FirstAttribute = index;
                }
                else
                {
                    Attribute(last).Next = index;
                }

                last = index;
            }

            index = next;
        }
    }

    /// <summary>Adds the namespace that a declaration names to the table: reading must not add to it, since several threads may read at once.</summary>
    internal void NoteDeclaration(int index)
    {
        if (Names[Attribute(index).Name].Namespace == XmlNames.XmlnsNamespace)
        {
            Names.AddDeclared(ValueOf(index));
        }
    }
}
