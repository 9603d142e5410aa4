namespace XmlJson.Trees;

// Attributes by position and by name where an element has many. Its list is walked at first; when the same element's list is walked again, an index is made, so that work on all attributes is linear.
public sealed partial class Document
{
    // Fewer are walked in no more time than a dictionary takes.
    private const int ManyAttributes = 64;

    private AttributeIndex? _attributeIndex;

    // The element whose list was too long last. Threads that read at once may overwrite each other's: then the index is made later.
    private int _lastLong;

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
        var known = Volatile.Read(ref _attributeIndex);
        if (known?.Element == element)
        {
            return known;
        }

        if (_lastLong != element)
        {
            _lastLong = element;
            return null;
        }

        known = new AttributeIndex(this, element);
        Volatile.Write(ref _attributeIndex, known);
        return known;
    }

    private AttributeIndex? KnownIndexOf(int element) => _attributeIndex is { } known && known.Element == element ? known : null;
}
