using System.Buffers;
using System.Text;

namespace XmlJson.Trees;

// Text as strings.
public sealed partial class Document
{
    private RecentStrings? _recentStrings;

    /// <summary>Whether a node's text belongs to its parent's content.</summary>
    internal bool IsContent(int row, bool ignorableToo) => Node(row).Kind switch
    {
        NodeKind.Text or NodeKind.CData => true,
        NodeKind.WhiteSpace => ignorableToo,
        _ => false,
    };

    /// <summary>All text under a node, in document order.</summary>
    internal string ContentOf(int top, bool ignorableToo)
    {
        var (first, length) = (0, 0);
        for (var row = Following(top, top); row != 0; row = Following(row, top))
        {
            if (IsContent(row, ignorableToo))
            {
                first = first == 0 ? row : first;
                length = checked(length + Node(row).Text.Length);
            }
        }

        if (first == 0 || Node(first).Text.Length == length)
        {
            return first == 0 ? "" : StringOf(first);
        }

        var bytes = ArrayPool<byte>.Shared.Rent(length);
        length = 0;
        for (var row = first; row != 0; row = Following(row, top))
        {
            if (IsContent(row, ignorableToo))
            {
                var text = TextOf(row);
                text.CopyTo(bytes.AsSpan(length));
                length += text.Length;
            }
        }

        var content = Encoding.UTF8.GetString(bytes, 0, length);
        ArrayPool<byte>.Shared.Return(bytes);
        return content;
    }

    /// <summary>Text, a comment's text, a processing instruction's data.</summary>
    internal string StringOf(int row) => StringOf(Node(row).Text);

    internal string StringOfAttribute(int index) => StringOf(Attribute(index).Value);

    internal string StringOf(TextSlice text)
    {
        // Two threads may both make the list; either will do.
        var strings = _recentStrings ??= RecentStrings.OfThread;
        return strings.Get(TextAt(text));
    }

    /// <summary>Sets what a node that is not a container says.</summary>
    /// <exception cref="ArgumentException">It holds what XML does not allow there.</exception>
    internal void SetData(int row, ReadOnlySpan<char> data)
    {
        CheckMarkup(Node(row).Kind, data);
        Node(row).Text = StoreText(data);
        NoteText(row, data);
    }

    /// <summary>Adds to the end of what such a node says, in time for what is added if it was the last one to be added to.</summary>
    /// <exception cref="ArgumentException">The result holds what XML does not allow there.</exception>
    internal void AppendData(int row, ReadOnlySpan<char> data)
    {
        // The longest thing that is forbidden has three characters; what is forbidden only at the start cannot come about when there is more than the two that are looked at.
        var old = TextOf(row);
        var tail = Encoding.Latin1.GetString(old[Math.Max(0, old.Length - 2)..]);
        CheckMarkup(Node(row).Kind, string.Concat(old.Length > tail.Length ? "x" : "", tail, data));
        CheckCharacters(data);
        using var bytes = new Utf8Buffer(data, stackalloc byte[Utf8Buffer.TypicalLength]);
        Node(row).Text = ExtendText(Node(row).Text, bytes.Bytes);
        NoteText(row, data);
    }

    private static void CheckMarkup(NodeKind kind, ReadOnlySpan<char> data)
    {
        var fault = kind switch
        {
            NodeKind.Comment when data.Contains("--", StringComparison.Ordinal) || data.EndsWith('-') => "A comment can neither hold -- nor end with - (XML 1.0 §2.5 [15]).",
            NodeKind.CData when data.Contains("]]>", StringComparison.Ordinal) => "A CDATA section cannot hold ]]> (XML 1.0 §2.7 [20]): make two, or a text.",
            NodeKind.ProcessingInstruction when data.Contains("?>", StringComparison.Ordinal) => "A processing instruction cannot hold ?> (XML 1.0 §2.6 [16]).",
            NodeKind.ProcessingInstruction when data is [' ' or '\t' or '\r' or '\n', ..] => "A processing instruction's data cannot begin with white space, which stands before them (XML 1.0 §2.6 [16]).",
            _ => null,
        };
        if (fault is not null)
        {
            throw new ArgumentException(fault, nameof(data));
        }
    }

    // Other text is no white space between elements any more.
    private void NoteText(int row, ReadOnlySpan<char> data)
    {
        if (Node(row).Kind == NodeKind.WhiteSpace && data.ContainsAnyExcept(" \t\r\n"))
        {
            Node(row).Kind = NodeKind.Text;
        }
    }

    /// <summary>Splits a text in two; both share the bytes.</summary>
    /// <param name="row">The text, which keeps the first part.</param>
    /// <param name="offset">Where, in bytes.</param>
    /// <returns>The second part.</returns>
    internal int Split(int row, int offset)
    {
        ref var node = ref Node(row);
        var text = node.Text;
        var second = AddNode(node.Kind, 0);
        Node(second).Text = new TextSlice(text.Start < 0 ? text.Start - offset : text.Start + offset, text.Length - offset);
        node.Text = text with { Length = offset };
        if (node.Parent >= 0)
        {
            Link(node.Parent, second, node.Next);
        }

        return second;
    }

    /// <summary>Joins adjacent texts under a node and removes empty ones.</summary>
    internal void Normalize(int top)
    {
        var row = Following(top, top);
        while (row != 0)
        {
            var next = Following(row, top);
            if (IsPlainText(row))
            {
                var end = row;
                var length = 0L;
                while (end != 0 && IsPlainText(end))
                {
                    length += Node(end).Text.Length;
                    end = Node(end).Next;
                }

                next = end != 0 ? end : FollowingSubtree(Node(row).Parent, top);
                Join(row, end, checked((int)length));
            }

            row = next;
        }
    }

    /// <summary>Adds a node that stands nowhere, with its text.</summary>
    internal int AddNode(NodeKind kind, int name, ReadOnlySpan<char> data)
    {
        var row = AddNode(kind, name);
        SetData(row, data);
        return row;
    }

    /// <summary>Adds a processing instruction that stands nowhere.</summary>
    /// <exception cref="ArgumentException">The target is no name, or <c>xml</c> in any case (XML 1.0 §2.6 [17]).</exception>
    internal int AddInstruction(string target, ReadOnlySpan<char> data)
    {
        using var name = new Utf8Buffer(target, stackalloc byte[Utf8Buffer.TypicalLength]);
        if (target.Equals("xml", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"The target '{target}' is reserved (XML 1.0 §2.6 [17]).", nameof(target));
        }

        return AddNode(NodeKind.ProcessingInstruction, Names.Add(name.Bytes), data);
    }

    private bool IsPlainText(int row) => Node(row).Kind is NodeKind.Text or NodeKind.WhiteSpace;

    // Makes the texts from one to before another the first one's; or removes all when there is nothing in them.
    private void Join(int row, int end, int length)
    {
        var rest = Node(row).Next;
        if (length == 0)
        {
            Unlink(row);
        }
        else if (rest != end)
        {
            var start = _bytes.Reserve(length);
            var target = _bytes.Slice(start, length);
            for (var piece = row; piece != end; piece = Node(piece).Next)
            {
                // Between elements only as a whole.
                Node(row).Kind = Node(piece).Kind == NodeKind.Text ? NodeKind.Text : Node(row).Kind;
                TextOf(piece).CopyTo(target);
                target = target[Node(piece).Text.Length..];
            }

            Node(row).Text = new TextSlice(start, length);
        }

        while (rest != end)
        {
            var next = Node(rest).Next;
            Unlink(rest);
            rest = next;
        }
    }
}
