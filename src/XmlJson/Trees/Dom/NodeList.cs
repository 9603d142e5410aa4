using System.Collections;
using System.Runtime.CompilerServices;
using XmlJson.Trees;

namespace XmlJson.Dom;

/// <summary>A list of nodes: a node's children as they are at the moment, or nodes that were found once.</summary>
/// <remarks>
/// <para><c>list[^1]</c> and <c>list[1..^1]</c> work. A loop over indexes is linear in both directions.</para>
/// <para>What <see cref="Node.GetElementsByTagName"/> and a range give does not change with the document, as in Python's minidom; in the DOM it does.</para>
/// </remarks>
public readonly struct NodeList : IReadOnlyList<Node>
{
    private readonly Document? _document;
    private readonly int _parent;

    // The nodes found; null for children.
    private readonly int[]? _rows;

    // An attribute's row is below 0, and it has no children.
    internal NodeList(Document document, int parent)
    {
        _document = document;
        _parent = parent;
    }

    internal NodeList(Document document, int[] rows)
    {
        _document = document;
        _rows = rows;
    }

    /// <summary>The number of nodes. For children it has to be counted once after each change of the document.</summary>
    public int Count
    {
        get
        {
            var document = Document;
            return _rows?.Length ?? (_parent < 0 ? 0 : document.CountChildren(_parent, elementsOnly: false));
        }
    }

    private Document Document
    {
        get
        {
            var document = _document ?? throw new InvalidOperationException("This is default(NodeList), which is no list of any document.");
            document.RefuseDisposed();
            return document;
        }
    }

    /// <summary>The node at a position, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    [IndexerName("ItemOf")] // the DOM's method Item would have the same name
    public Node this[int index] => Item(index) ?? throw new ArgumentOutOfRangeException(nameof(index), index, $"The list has {Count} nodes.");

    /// <summary>The node at a position, from 0; <see langword="null"/> when there is no such position.</summary>
    /// <param name="index">The position.</param>
    public Node? Item(int index)
    {
        var document = Document;
        if (index < 0)
        {
            return null;
        }

        if (_rows is not null)
        {
            return index < _rows.Length ? new Node(document, _rows[index]) : null;
        }

        var row = _parent < 0 ? 0 : document.ChildAt(_parent, index, elementsOnly: false);
        return row == 0 ? null : new Node(document, row);
    }

    /// <summary>A stretch of the list as it is now: what <c>list[1..^1]</c> calls.</summary>
    /// <param name="start">Its first position.</param>
    /// <param name="length">The number of nodes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The list does not reach that far.</exception>
    public NodeList Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Count - start);
        var rows = new int[length];
        for (var i = 0; i < length; i++)
        {
            rows[i] = this[start + i].RowIndex;
        }

        return new NodeList(Document, rows);
    }

    /// <summary>The first node and every one that many places after it, as the list is now: Python's <c>list[::step]</c>.</summary>
    /// <param name="step">The number of places from one to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive.</exception>
    public NodeList Every(int step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        var rows = new List<int>();
        var position = 0;
        foreach (var node in this)
        {
            if (position++ % step == 0)
            {
                rows.Add(node.RowIndex);
            }
        }

        return new NodeList(Document, [.. rows]);
    }

    /// <summary>Walks the list. The child reached may be changed and removed meanwhile; when the one after it is, the walk throws <see cref="InvalidOperationException"/>.</summary>
    public Enumerator GetEnumerator() => new(Document, _parent < 0 ? [] : _rows, _parent);

    IEnumerator<Node> IEnumerable<Node>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks a <see cref="NodeList"/>.</summary>
    public struct Enumerator : IEnumerator<Node>
    {
        private readonly Document _document;
        private readonly int[]? _rows;
        private readonly int _parent;
        private int _current;

        // The next child, or the next position among the nodes found.
        private int _next;

        internal Enumerator(Document document, int[]? rows, int parent)
        {
            _document = document;
            _rows = rows;
            _parent = parent;
            Reset();
        }

        /// <inheritdoc/>
        public readonly Node Current => new(_document, _current);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_rows is not null)
            {
                _document.RefuseDisposed();
                if (_next == _rows.Length)
                {
                    return false;
                }

                _current = _rows[_next++];
                return true;
            }

            if (_next == 0)
            {
                return false;
            }

            _current = _next;
            _next = _document.NextInWalk(_current, _parent);
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _next = _rows is null ? _document.Node(_parent).FirstChild : 0;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
