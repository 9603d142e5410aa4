using System.Buffers;

namespace XmlJson.Trees;

// Runs of text between elements: what ElementTree calls text and tail. A run is any number of texts, CDATA sections and references between two nodes that ElementTree counts.
public sealed partial class Document
{
    /// <summary>Whether a node belongs to a run of text.</summary>
    internal bool IsInRun(int row) => row != 0 && !Node(row).IsElementLike;

    /// <summary>The text of the run that begins with a node; <see langword="null"/> when none does.</summary>
    internal string? RunText(int first)
    {
        if (first == 0)
        {
            return null;
        }

        if (IsOneText(first, out var only))
        {
            return StringOf(only);
        }

        var bytes = RunBytes(first, out var rented, out var exists);
        if (!exists)
        {
            return null;
        }

        var text = (_recentStrings ??= RecentStrings.OfThread).Get(bytes);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return text;
    }

    /// <summary>The text of the run that begins with a node, in UTF-8; empty when none does.</summary>
    internal ReadOnlySpan<byte> RunUtf8(int first)
    {
        if (first == 0)
        {
            return [];
        }

        if (IsOneText(first, out var only))
        {
            return TextAt(only);
        }

        var bytes = RunBytes(first, out var rented, out _);
        if (rented is null)
        {
            return bytes;
        }

        bytes = bytes.ToArray();
        ArrayPool<byte>.Shared.Return(rented);
        return bytes;
    }

    /// <summary>Whether the run that begins with a node is nothing but white space; so when none does.</summary>
    internal bool IsBlankRun(int first)
    {
        for (var row = first; IsInRun(row); row = Node(row).Next)
        {
            if (!IsContent(row, ignorableToo: true) || !Text.Characters.IsWhiteSpace(TextOf(row)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Replaces a run by one text.</summary>
    /// <param name="parent">The node that it stands in.</param>
    /// <param name="first">The run's first node, or the node before which the text goes, or 0 for the end.</param>
    /// <param name="text">The text; <see langword="null"/> for none.</param>
    internal void ReplaceRun(int parent, int first, TextSlice? text)
    {
        if (text is { } only && IsInRun(first) && Node(first).Kind == NodeKind.Text && !IsInRun(Node(first).Next))
        {
            Node(first).Text = only;
            return;
        }

        while (IsInRun(first))
        {
            var next = Node(first).Next;
            Unlink(first);
            first = next;
        }

        if (text is { } slice)
        {
            var row = AddNode(NodeKind.Text, 0);
            Node(row).Text = slice;
            Link(parent, row, before: first);
        }
    }

    /// <summary>Moves an element together with the text after it.</summary>
    /// <param name="row">The element.</param>
    /// <param name="parent">Where it goes; <see cref="NoParent"/> to stand nowhere. There a fragment holds it when it has a tail.</param>
    /// <param name="before">The child before which it goes; 0 for the end.</param>
    internal void MoveWithTail(int row, int parent, int before)
    {
        var tail = Node(row).Next;
        Unlink(row);
        if (parent == NoParent)
        {
            if (!IsInRun(tail))
            {
                return;
            }

            parent = AddNode(NodeKind.Fragment, 0);
        }

        Link(parent, row, before);
        while (IsInRun(tail))
        {
            var next = Node(tail).Next;
            Unlink(tail);
            Link(parent, tail, before);
            tail = next;
        }
    }

    // Nearly all runs are one text.
    private bool IsOneText(int first, out TextSlice text)
    {
        ref readonly var node = ref Node(first);
        text = node.IsText ? node.Text : default;
        return node.IsText && !IsInRun(node.Next);
    }

    private ReadOnlySpan<byte> RunBytes(int first, out byte[]? rented, out bool exists)
    {
        var (texts, length, last) = (0, 0, 0);
        for (var row = first; IsInRun(row); row = Node(row).Next)
        {
            if (IsContent(row, ignorableToo: true))
            {
                last = row;
                texts++;
                length = checked(length + Node(row).Text.Length);
            }
        }

        rented = null;
        exists = texts > 0;
        if (texts <= 1)
        {
            return exists ? TextOf(last) : [];
        }

        rented = ArrayPool<byte>.Shared.Rent(length);
        length = 0;
        for (var row = first; IsInRun(row); row = Node(row).Next)
        {
            if (IsContent(row, ignorableToo: true))
            {
                TextOf(row).CopyTo(rented.AsSpan(length));
                length += Node(row).Text.Length;
            }
        }

        return rented.AsSpan(0, length);
    }
}
