using System.Collections;
using XmlJson.Trees;

namespace XmlJson.ElementTree;

// Children by index, and moving them.
public readonly partial struct Element
{
    /// <summary>The number of children. They are counted once, and anew when another element's were asked for.</summary>
    public int Count => Document.CountChildren(_row, elementsOnly: true);

    /// <summary>The child at a position, from 0; <c>element[^1]</c> is the last one. A loop over indexes is linear. Setting it puts another element in its place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    /// <exception cref="ArgumentException">The element set belongs to another document, or contains this one.</exception>
    /// <exception cref="InvalidOperationException">It is set on a comment or processing instruction, which has no children.</exception>
    public Element this[int index]
    {
        get => new(Document, ChildAt(index));
        set
        {
            var old = ChildAt(index);
            if (value._row == old && ReferenceEquals(value._document, _document))
            {
                return;
            }

            Check(value);
            Document.MoveWithTail(value._row, _row, before: old);
            Document.MoveWithTail(old, Document.NoParent, before: 0);
        }
    }

    /// <summary>Some of the children, as they are now: what <c>element[1..^1]</c> calls.</summary>
    /// <param name="start">The first position.</param>
    /// <param name="length">The number of children.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many children.</exception>
    public Element[] Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Count - start);
        var children = new Element[length];
        for (var i = 0; i < length; i++)
        {
            children[i] = this[start + i];
        }

        return children;
    }

    /// <summary>Adds a child at the end, taking it from where it stands.</summary>
    /// <param name="child">An element of this document.</param>
    /// <exception cref="ArgumentException">It belongs to another document, or contains this one.</exception>
    /// <exception cref="InvalidOperationException">This is a comment or processing instruction.</exception>
    public void Append(Element child)
    {
        Check(child);
        Document.MoveWithTail(child._row, _row, before: 0);
    }

    /// <summary>Adds children at the end, taking them from where they stand.</summary>
    /// <param name="children">Elements of this document.</param>
    /// <exception cref="ArgumentException">One belongs to another document, or contains this one; those before it were added.</exception>
    /// <exception cref="InvalidOperationException">This is a comment or processing instruction.</exception>
    public void Extend(IEnumerable<Element> children)
    {
        ArgumentNullException.ThrowIfNull(children);
        RequireElement("have children");

        // All are collected first, since they may be another element's children, which move meanwhile.
        foreach (var child in children.ToArray())
        {
            Append(child);
        }
    }

    /// <summary>Adds a child at a position, taking it from where it stands.</summary>
    /// <param name="index">The position, from 0 up to <see cref="Count"/>.</param>
    /// <param name="child">An element of this document.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    /// <exception cref="ArgumentException">It belongs to another document, or contains this one.</exception>
    /// <exception cref="InvalidOperationException">This is a comment or processing instruction.</exception>
    public void Insert(int index, Element child)
    {
        Check(child);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Count);
        var before = index == Count ? 0 : ChildAt(index);
        if (before == child._row)
        {
            return;
        }

        Document.MoveWithTail(child._row, _row, before);
    }

    /// <summary>Adds children at a position, taking them from where they stand. With <see cref="RemoveRange"/> before it, Python's <c>element[start:end] = children</c>.</summary>
    /// <param name="index">The position of the first one, from 0 up to <see cref="Count"/>.</param>
    /// <param name="children">Elements of this document, each once, and none that is a child of this element already.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    /// <exception cref="ArgumentException">One belongs to another document, contains this one, is a child of this one, or comes twice; nothing was added.</exception>
    /// <exception cref="InvalidOperationException">This is a comment or processing instruction.</exception>
    public void InsertRange(int index, IEnumerable<Element> children)
    {
        ArgumentNullException.ThrowIfNull(children);
        RequireElement("have children");
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Count);
        var added = children.ToArray();
        var met = new HashSet<int>();
        foreach (var child in added)
        {
            Check(child);
            if (child.Row.Parent == _row || !met.Add(child._row))
            {
                throw new ArgumentException($"{child} would be a child of {this} twice.", nameof(children));
            }
        }

        var before = index == Count ? 0 : ChildAt(index);
        foreach (var child in added)
        {
            Document.MoveWithTail(child._row, _row, before);
        }
    }

    /// <summary>Takes a child out, together with its tail, which it keeps.</summary>
    /// <param name="child">The child.</param>
    /// <exception cref="ArgumentException">It is no child of this element.</exception>
    public void Remove(Element child)
    {
        if (!ReferenceEquals(child.Document, Document) || child.Row.Parent != _row)
        {
            throw new ArgumentException($"{child} is no child of {this}.", nameof(child));
        }

        Document.MoveWithTail(child._row, Document.NoParent, before: 0);
    }

    /// <summary>Takes the child at a position out, together with its tail, which it keeps: Python's <c>del element[index]</c>.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public void RemoveAt(int index) => Document.MoveWithTail(ChildAt(index), Document.NoParent, before: 0);

    /// <summary>Takes some of the children out, together with their tails, which they keep: Python's <c>del element[start:end]</c>.</summary>
    /// <param name="index">The position of the first one, from 0.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many children.</exception>
    public void RemoveRange(int index, int count)
    {
        foreach (var child in Slice(index, count))
        {
            Document.MoveWithTail(child._row, Document.NoParent, before: 0);
        }
    }

    /// <summary>Removes all children and attributes, the text and the tail.</summary>
    /// <exception cref="InvalidOperationException">It is a comment or processing instruction.</exception>
    public void Clear()
    {
        RequireElement("be cleared");
        Tail = null;
        Document.UnlinkChildren(_row);
        Document.UnlinkAttributes(_row, declarationsToo: true);
    }

    /// <summary>Adds a new element at the end of the children.</summary>
    /// <param name="tag">Its name, with its namespace in braces if it is in one.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <returns>The new element.</returns>
    /// <exception cref="ArgumentException">A name is no name, or a value holds what XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">This is a comment or processing instruction.</exception>
    public Element SubElement(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        RequireElement("have children");
        var child = new Element(Document, Document.AddNode(NodeKind.Element, Document.AddTag(tag, _row, isAttribute: false)));
        foreach (var (name, value) in attributes)
        {
            child.Set(name, value, scope: _row);
        }

        Document.Link(_row, child._row, before: 0);
        return child;
    }

    /// <summary>Walks the children. The one reached may be changed and removed meanwhile; when the one after it is, the walk throws <see cref="InvalidOperationException"/>.</summary>
    public Enumerator GetEnumerator() => new(Document, _row);

    IEnumerator<Element> IEnumerable<Element>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int ChildAt(int index) => index >= 0 && Document.ChildAt(_row, index, elementsOnly: true) is var row and not 0
        ? row
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"{this} has {Count} children.");

    private void Check(Element child)
    {
        RequireElement("have children");
        if (!ReferenceEquals(child.Document, Document))
        {
            throw new ArgumentException($"{child} belongs to another document: import it.", nameof(child));
        }

        if (Document.IsInside(_row, child._row))
        {
            throw new ArgumentException($"{child} cannot stand under itself.", nameof(child));
        }
    }

    /// <summary>Walks an element's children.</summary>
    public struct Enumerator : IEnumerator<Element>
    {
        private readonly Document _document;
        private readonly int _parent;
        private int _current;
        private int _next;

        internal Enumerator(Document document, int parent)
        {
            _document = document;
            _parent = parent;
            Reset();
        }

        /// <inheritdoc/>
        public readonly Element Current => new(_document, _current);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_next == 0)
            {
                return false;
            }

            _current = _next;
            _next = _document.SkipForward(_document.NextInWalk(_current, _parent), elementsOnly: true);
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _next = _document.SkipForward(_document.Node(_parent).FirstChild, elementsOnly: true);

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
