namespace XmlJson.Trees;

// Attributes by position and by name where an element has many. Its list is walked at first; when the same element's list is walked again, an index is made, so that work on all attributes is linear.
public sealed partial class Document
{
    // Fewer are walked in no more time than a dictionary takes.
    private const int ManyAttributes = 64;

    // Elements that are worked on in turn, such as one and those it stands in, have indexes side by side. A power of two.
    private const int IndexSlots = 16;

    private IndexSlot[]? _attributeIndexes;

    /// <summary>The number of an element's attributes.</summary>
    internal int CountAttributes(int element)
    {
        var count = 0;
        for (var index = Node(element).FirstAttribute; index > 0; index = Attribute(index).Next)
        {
            if (++count == ManyAttributes && IndexOf(element) is { } known)
            {
                return known.Count;
            }
        }

        return count;
    }

    /// <summary>An element's attribute at a position from 0; 0 when there is no such position.</summary>
    internal int AttributeAt(int element, int position)
    {
        var index = Node(element).FirstAttribute;
        for (var steps = 0; index > 0 && steps < position; index = Attribute(index).Next)
        {
            if (++steps == ManyAttributes && IndexOf(element) is { } known)
            {
                return known[position];
            }
        }

        return Math.Max(index, 0);
    }

    // The index of an element with many attributes; null when this is the first time that it is asked for.
    private AttributeIndex? IndexOf(int element)
    {
        ref var slot = ref (_attributeIndexes ??= new IndexSlot[IndexSlots])[element % IndexSlots];
        var known = Volatile.Read(ref slot.Index);
        if (known?.Element == element)
        {
            return known;
        }

        if (slot.LastLong != element)
        {
            slot.LastLong = element;
            return null;
        }

        known = new AttributeIndex(this, element);
        Volatile.Write(ref slot.Index, known);
        return known;
    }

    private AttributeIndex? KnownIndexOf(int element) =>
        _attributeIndexes is { } slots && Volatile.Read(ref slots[element % IndexSlots].Index) is { } known && known.Element == element ? known : null;

    // The index that an attribute is known to be in; null when there is none.
    private AttributeIndex? IndexWith(int attribute)
    {
        foreach (ref var slot in _attributeIndexes.AsSpan())
        {
            if (Volatile.Read(ref slot.Index) is { } known && known.Holds(attribute))
            {
                return known;
            }
        }

        return null;
    }

    private void ForgetIndex(AttributeIndex? index)
    {
        if (index is not null)
        {
            _attributeIndexes![index.Element % IndexSlots].Index = null;
        }
    }

    private struct IndexSlot
    {
        public AttributeIndex? Index;

        // The element whose list was too long last. Threads that read at once may overwrite each other's: then the index is made later.
        public int LastLong;
    }
}
