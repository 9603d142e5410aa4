using System.Runtime.CompilerServices;

namespace XmlJson.Trees;

// Rows and the links between them.
public sealed partial class Document
{
    /// <summary>The root element's row; 0 when there is none.</summary>
    internal int RootRow
    {
        get
        {
            var row = Node(DocumentRow).FirstChild;
            while (row != 0 && Node(row).Kind != NodeKind.Element)
            {
                row = Node(row).Next;
            }

            return row;
        }
    }

    /// <summary>The row of a node.</summary>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    internal ref NodeRow Node(int row) => ref _nodes[row];

    /// <summary>The row of a node that was most likely one of the last to be added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref NodeRow RecentNode(int row) => ref _nodes.Recent(row);

    /// <summary>The row that is added next.</summary>
    internal int NextRow => _nodes.End;

    /// <summary>Adds a row, with whatever the memory held before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref NodeRow AddRow(out int row) => ref _nodes.Add(out row);

    /// <summary>Adds a node that stands nowhere yet.</summary>
    internal int AddNode(NodeKind kind, int name)
    {
        _nodes.Add(out var row).Set(kind, name, NoParent, next: 0, previous: 0, fifth: 0, sixth: 0);
        return row;
    }

    internal int LastChild(int row)
    {
        var first = Node(row).FirstChild;
        return first == 0 ? 0 : Node(first).Previous;
    }

    internal int PreviousSibling(int row)
    {
        ref var node = ref Node(row);
        return node.Parent < 0 || Node(node.Parent).FirstChild == row ? 0 : node.Previous;
    }

    /// <summary>The next sibling of a child that a walk has reached.</summary>
    /// <exception cref="InvalidOperationException">It is no child of the parent any more.</exception>
    internal int NextInWalk(int child, int parent)
    {
        ref var node = ref Node(child);
        return node.Parent == parent ? node.Next : throw ChangedMeanwhile();
    }

    /// <summary>The node after this one in document order, among those under <paramref name="top"/>; 0 after the last.</summary>
    internal int Following(int row, int top)
    {
        var first = Node(row).FirstChild;
        return first != 0 ? first : FollowingSubtree(row, top);
    }

    /// <summary>The first node in document order that comes after this one and all under it, among those under <paramref name="top"/>; 0 when there is none.</summary>
    internal int FollowingSubtree(int row, int top)
    {
        while (row != top)
        {
            ref var node = ref Node(row);
            if (node.Next != 0)
            {
                return node.Next;
            }

            row = node.Parent;
            if (row < 0)
            {
                throw ChangedMeanwhile();
            }
        }

        return 0;
    }

    /// <summary>Whether <paramref name="ancestor"/> is <paramref name="row"/> or stands above it.</summary>
    internal bool IsInside(int row, int ancestor)
    {
        if (row != ancestor && Node(ancestor).FirstChild == 0)
        {
            return false;
        }

        while (row >= 0 && row != ancestor)
        {
            row = Node(row).Parent;
        }

        return row == ancestor;
    }

    /// <summary>Puts a node that stands nowhere under another one.</summary>
    /// <param name="parent">Its parent to be.</param>
    /// <param name="child">The node.</param>
    /// <param name="before">The child before which it goes; 0 for the end.</param>
    internal void Link(int parent, int child, int before)
    {
        Edit();
        NoteInsertion(parent, child, before);
        ref var node = ref Node(child);
        ref var container = ref Node(parent);
        var first = container.FirstChild;
        node.Parent = parent;
        node.Next = before;
        if (first == 0)
        {
            node.Previous = child;
            container.FirstChild = child;
            return;
        }

        // The one that will follow, or else the first one, which knows the last one.
        ref var anchor = ref Node(before == 0 ? first : before);
        node.Previous = anchor.Previous;
        anchor.Previous = child;
        if (before == first)
        {
            container.FirstChild = child;
        }
        else
        {
            Node(node.Previous).Next = child;
        }
    }

    /// <summary>Takes a node, with all under it, out of its parent, if it has one.</summary>
    internal void Unlink(int child)
    {
        ref var node = ref Node(child);
        if (node.Parent < 0)
        {
            return;
        }

        Edit();
        NoteRemoval(node.Parent, child);
        ref var container = ref Node(node.Parent);
        if (container.FirstChild == child)
        {
            container.FirstChild = node.Next;
        }
        else
        {
            Node(node.Previous).Next = node.Next;
        }

        // Whoever pointed back at the node: the next one, or for the last one the first one. Either may be gone.
        var pointing = node.Next != 0 ? node.Next : container.FirstChild;
        if (pointing != 0)
        {
            Node(pointing).Previous = node.Previous;
        }

        node.Parent = NoParent;
        node.Next = 0;
        node.Previous = 0;
    }

    /// <summary>Takes all children of a node out of it.</summary>
    internal void UnlinkChildren(int parent)
    {
        while (Node(parent).FirstChild is var first and not 0)
        {
            Unlink(first);
        }
    }

    /// <summary>Notes that something changes.</summary>
    internal void Edit()
    {
        IsEdited = true;
        Version++;
    }

    private static InvalidOperationException ChangedMeanwhile() => new("The tree was changed around the node that a walk had reached. Collect the nodes first, then change them.");
}
