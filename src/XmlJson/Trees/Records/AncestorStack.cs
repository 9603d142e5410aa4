using System.Runtime.InteropServices;

namespace XmlJson.Trees;

/// <summary>The open elements above the records; and for the record that is looked at a copy of the rows above it, for undoing what its user does to them.</summary>
internal sealed class AncestorStack
{
    private readonly List<Ancestor> _open = [];

    // The copy: of the document's row and those of the ancestors of the record shown last, of their attributes, and the values of these.
    private readonly List<SavedNode> _nodes = [];
    private readonly List<(int Index, AttributeNodeRow Row)> _attributes = [];
    private readonly List<byte> _values = [];
    private readonly Stack<int> _added = [];

    /// <summary>How many are open.</summary>
    public int Count => _open.Count;

    /// <summary>How many entries there is memory for, of whichever kind has most.</summary>
    public int Capacity => Math.Max(Math.Max(_open.Capacity, _nodes.Capacity), Math.Max(_attributes.Capacity, _values.Capacity / AttributeNodeRow.Size));

    /// <summary>The innermost one.</summary>
    public Ancestor Innermost => _open[^1];

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _open.Clear();
        Truncate(0);
    }

    /// <summary>An element begins.</summary>
    public void Push(in Ancestor ancestor) => _open.Add(ancestor);

    /// <summary>The innermost one ends.</summary>
    public Ancestor Pop()
    {
        var closed = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        return closed;
    }

    /// <summary>Links a record to its ancestors, each of which gets one child; and copies those of them that were not shown with the record before.</summary>
    /// <param name="document">The document.</param>
    /// <param name="record">The record's row.</param>
    /// <param name="depth">How many ancestors it has.</param>
    /// <param name="documentType">The row of the document type declaration; 0 for none.</param>
    public void Show(Document document, int record, int depth, int documentType)
    {
        // What is left in document order never comes again: so over all records, every ancestor is linked and copied once.
        var child = record;
        var level = depth;
        while (true)
        {
            var parent = document.Node(child).Parent;
            LinkOnly(document, parent, child, parent == Document.DocumentRow ? documentType : 0);
            if (level < _nodes.Count && _nodes[level].Row == parent)
            {
                CollectionsMarshal.AsSpan(_nodes)[level].Node = document.Node(parent);
                break;
            }

            _added.Push(parent);
            child = parent;
            if (level-- == 0)
            {
                break;
            }
        }

        Truncate(level + 1);
        while (_added.TryPop(out var row))
        {
            Save(document, row);
        }
    }

    /// <summary>Writes the copy back over what became of it.</summary>
    public void Restore(Document document)
    {
        foreach (var saved in _nodes)
        {
            document.Node(saved.Row) = saved.Node;
        }

        foreach (var (index, attribute) in _attributes)
        {
            document.Attribute(index) = attribute;
        }
    }

    /// <summary>Rows of ancestors that have ended are used again: the copy has no more than the document's and those of the ancestors that are open.</summary>
    public void ForgetClosed() => Truncate(Math.Min(_nodes.Count, _open.Count + 1));

    /// <summary>Moves the open elements together, to the front of a document of which nothing else is needed any more.</summary>
    /// <param name="document">The document.</param>
    /// <param name="prolog">What it held before the first of them.</param>
    public void Compact(Document document, in DocumentExtent prolog)
    {
        Truncate(0);
        Save(document, Document.DocumentRow);
        foreach (var ancestor in _open)
        {
            Save(document, ancestor.Row);
        }

        document.Truncate(prolog);
        var attributes = CollectionsMarshal.AsSpan(_attributes);
        var values = CollectionsMarshal.AsSpan(_values);
        var parent = Document.DocumentRow;
        for (var i = 0; i < _open.Count; i++)
        {
            var before = document.Extent;
            var node = _nodes[i + 1].Node;
            ref var target = ref document.AddRow(out var row);
            if (node.FirstAttribute > 0)
            {
                node.FirstAttribute = MoveAttributes(document, row, ref attributes, ref values);
            }

            node.Parent = parent;
            target = node;
            _open[i] = _open[i] with { Row = row, Before = before };
            parent = row;
        }

        Truncate(0);
    }

    private static void LinkOnly(Document document, int parent, int child, int documentType)
    {
        var first = documentType != 0 ? documentType : child;
        document.Node(parent).FirstChild = first;
        document.Node(first).Next = child;
        document.Node(child).Next = 0;
        document.Node(first).Previous = child;
    }

    private static int MoveAttributes(Document document, int row, ref Span<(int Index, AttributeNodeRow Row)> attributes, ref Span<byte> values)
    {
        var count = 1;
        while (attributes[count - 1].Row.Next > 0)
        {
            count++;
        }

        var rows = document.AddAttributeRows(count, out var first);
        for (var i = 0; i < count; i++)
        {
            var attribute = attributes[i].Row;
            if (attribute.Value.Start >= 0)
            {
                attribute.Value = document.StoreText((ReadOnlySpan<byte>)values[..attribute.Value.Length]);
                values = values[attribute.Value.Length..];
            }

            attribute.Next = i + 1 < count ? first + i + 1 : ~row;
            rows[i] = attribute;
        }

        attributes = attributes[count..];
        return first;
    }

    private void Save(Document document, int row)
    {
        ref var node = ref document.Node(row);
        _nodes.Add(new SavedNode { Row = row, Node = node, FirstAttribute = _attributes.Count, FirstValue = _values.Count });
        for (var index = node.FirstAttribute; index > 0; index = document.NextAttribute(index))
        {
            ref readonly var attribute = ref document.Attribute(index);
            _attributes.Add((index, attribute));

            // What stands in the source stays there.
            if (attribute.Value.Start >= 0)
            {
                _values.AddRange(document.TextAt(attribute.Value));
            }
        }
    }

    private void Truncate(int count)
    {
        if (count < _nodes.Count)
        {
            CollectionsMarshal.SetCount(_attributes, _nodes[count].FirstAttribute);
            CollectionsMarshal.SetCount(_values, _nodes[count].FirstValue);
            CollectionsMarshal.SetCount(_nodes, count);
        }
    }

    private struct SavedNode
    {
        public int Row;
        public NodeRow Node;

        // Where its attributes and their values begin in the copy.
        public int FirstAttribute;
        public int FirstValue;
    }
}
