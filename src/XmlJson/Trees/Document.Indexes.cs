namespace XmlJson.Trees;

// Children by position, and elements by what identifies them. The position found last is remembered, and the number of children counted last, so that a loop over all of them is linear in
// either direction; so is one that adds at the end, or removes at either end.
public sealed partial class Document
{
    // Nearly every tail is one text; a walk over more may be repeated.
    private const int LongestTail = 8;

    private IndexCache _childIndexes;
    private IndexCache _elementIndexes;
    private IdIndex? _idIndex;

    /// <summary>The child at a position.</summary>
    /// <param name="parent">The node whose children are meant.</param>
    /// <param name="index">The position, from 0.</param>
    /// <param name="elementsOnly">Whether only elements, comments and processing instructions count: ElementTree's children.</param>
    /// <returns>The child, or 0 when there are not so many.</returns>
    internal int ChildAt(int parent, int index, bool elementsOnly)
    {
        ref var cache = ref CacheFor(elementsOnly);
        var row = cache.Row(out var position);
        if (row == 0 || Node(row).Parent != parent || index < position / 2)
        {
            row = SkipForward(Node(parent).FirstChild, elementsOnly);
            position = 0;
        }

        // Nearer from the end, if it is known where that is.
        if (cache.Length(parent) is var count and > 0 && index < count && count - 1 - index < Math.Abs(index - position))
        {
            row = SkipBackward(LastChild(parent), elementsOnly);
            position = count - 1;
        }

        while (row != 0 && position < index)
        {
            row = SkipForward(Node(row).Next, elementsOnly);
            position++;
        }

        while (row != 0 && position > index)
        {
            row = SkipBackward(PreviousSibling(row), elementsOnly);
            position--;
        }

        if (row != 0)
        {
            cache.Remember(row, position);
        }

        return row;
    }

    /// <summary>The number of children.</summary>
    internal int CountChildren(int parent, bool elementsOnly)
    {
        ref var cache = ref CacheFor(elementsOnly);
        var count = cache.Length(parent);
        if (count < 0)
        {
            count = 0;
            for (var row = SkipForward(Node(parent).FirstChild, elementsOnly); row != 0; row = SkipForward(Node(row).Next, elementsOnly))
            {
                count++;
            }

            cache.RememberLength(parent, count);
        }

        return count;
    }

    /// <summary>This node, or the next sibling of it that ElementTree counts.</summary>
    internal int SkipForward(int row, bool elementsOnly)
    {
        while (elementsOnly && row != 0 && !Node(row).IsElementLike)
        {
            row = Node(row).Next;
        }

        return row;
    }

    private int SkipBackward(int row, bool elementsOnly)
    {
        while (elementsOnly && row != 0 && !Node(row).IsElementLike)
        {
            row = PreviousSibling(row);
        }

        return row;
    }

    /// <summary>The first element in document order with an identifying attribute of a value; 0 when there is none.</summary>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    internal int FindById(string id)
    {
        RefuseDisposed();
        return IdIndex.For(ref _idIndex, this)[id];
    }

    private void NoteInsertion(int parent, int child, int before)
    {
        NoteInsertion(ref _childIndexes, parent, child, before);
        if (Node(child).IsElementLike)
        {
            NoteInsertion(ref _elementIndexes, parent, child, before);
        }
    }

    private void NoteInsertion(ref IndexCache cache, int parent, int child, int before)
    {
        cache.ChangeLength(parent, 1);
        if (before == 0 || cache.Row(out var position) is not (var known and not 0) || Node(known).Parent != parent)
        {
            return;
        }

        if (known == before)
        {
            cache.Remember(child, position);
        }
        else
        {
            cache.ForgetPosition();
        }
    }

    private void NoteRemoval(int parent, int child)
    {
        var next = Node(child).Next;
        NoteRemoval(ref _childIndexes, parent, child, next);
        if (Node(child).IsElementLike)
        {
            // The element after its tail, if that is no long run.
            for (var steps = 0; next != 0 && !Node(next).IsElementLike; next = Node(next).Next)
            {
                if (++steps > LongestTail)
                {
                    next = 0;
                    break;
                }
            }

            NoteRemoval(ref _elementIndexes, parent, child, next);
        }
    }

    // The sibling takes the position of the child.
    private void NoteRemoval(ref IndexCache cache, int parent, int child, int sibling)
    {
        cache.ChangeLength(parent, -1);
        if (cache.Row(out var position) is not (var known and not 0) || Node(known).Parent != parent)
        {
            return;
        }

        if (known == child && sibling != 0)
        {
            cache.Remember(sibling, position);
        }
        else if (known == child || (Node(child).Next != 0 && PreviousSibling(child) != known))
        {
            cache.ForgetPosition();
        }
    }

    private ref IndexCache CacheFor(bool elementsOnly) => ref elementsOnly ? ref _elementIndexes : ref _childIndexes;
}
