using System.Collections;
using System.Runtime.CompilerServices;
using XmlJson.Trees;

namespace XmlJson.Dom;

/// <summary>An element's attributes by name and in the order of writing, always those of the moment.</summary>
public readonly struct NamedNodeMap : IReadOnlyList<Node>
{
    private readonly Document? _document;
    private readonly int _element;

    internal NamedNodeMap(Document document, int element)
    {
        _document = document;
        _element = element;
    }

    /// <summary>The number of attributes. A few are counted each time; many only once, as long as they are added and removed at the ends.</summary>
    public int Count => First == 0 ? 0 : Document.CountAttributes(_element);

    private Document Document
    {
        get
        {
            var document = _document ?? throw new InvalidOperationException("This is default(NamedNodeMap), which is no map of any node.");
            document.RefuseDisposed();
            return document;
        }
    }

    private int First
    {
        get
        {
            var document = Document;
            return _element < 0 ? 0 : document.Node(_element).FirstAttribute;
        }
    }

    private Node Element => new(Document, _element);

    /// <summary>The attribute with a qualified name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    [IndexerName("ItemOf")] // the DOM's method Item would have the same name
    public Node this[string name] => GetNamedItem(name) ?? throw new KeyNotFoundException($"{Element} has no attribute '{name}'.");

    /// <summary>The attribute at a position, from 0. A loop over all of them is linear.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    [IndexerName("ItemOf")] // the DOM's method Item would have the same name
    public Node this[int index] => Item(index) ?? throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} attributes.");

    /// <summary>The attribute at a position, from 0; <see langword="null"/> when there is no such position.</summary>
    /// <param name="index">The position.</param>
    public Node? Item(int index)
    {
        var attribute = First == 0 || index < 0 ? 0 : Document.AttributeAt(_element, index);
        return attribute == 0 ? null : new Node(Document, ~attribute);
    }

    /// <summary>The attribute with a qualified name, if there is one.</summary>
    /// <param name="name">The qualified name.</param>
    public Node? GetNamedItem(string name) => First == 0 ? null : Element.GetAttributeNode(name);

    /// <summary>The attribute with a name in a namespace, if there is one.</summary>
    /// <param name="namespaceUri">The namespace name; <see langword="null"/> or empty for none.</param>
    /// <param name="localName">The local part.</param>
    public Node? GetNamedItemNS(string? namespaceUri, string localName) => First == 0 ? null : Element.GetAttributeNodeNS(namespaceUri, localName);

    /// <inheritdoc cref="Node.SetAttributeNode"/>
    public Node? SetNamedItem(Node attribute) => Element.SetAttributeNode(attribute);

    /// <inheritdoc cref="Node.SetAttributeNodeNS"/>
    public Node? SetNamedItemNS(Node attribute) => Element.SetAttributeNodeNS(attribute);

    /// <summary>Removes the attribute with a qualified name.</summary>
    /// <param name="name">The qualified name.</param>
    /// <returns>The attribute, which stands nowhere now.</returns>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Node RemoveNamedItem(string name) => Element.RemoveAttributeNode(this[name]);

    /// <summary>Removes the attribute with a name in a namespace.</summary>
    /// <param name="namespaceUri">The namespace name; <see langword="null"/> or empty for none.</param>
    /// <param name="localName">The local part.</param>
    /// <returns>The attribute, which stands nowhere now.</returns>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Node RemoveNamedItemNS(string? namespaceUri, string localName) => Element.RemoveAttributeNode(
        GetNamedItemNS(namespaceUri, localName) ?? throw new KeyNotFoundException($"{Element} has no attribute '{{{namespaceUri}}}{localName}'."));

    /// <summary>
    /// Walks the attributes in the order of writing. Values may be set, attributes added at the end, and the one reached removed meanwhile; when the one after it is removed, the walk throws
    /// <see cref="InvalidOperationException"/>.
    /// </summary>
    public Enumerator GetEnumerator()
    {
        var document = _document ?? Document;
        if (_element < 0)
        {
            document.RefuseDisposed();
            return new(document, _element, first: 0);
        }

        return new(document, _element, document.Node(_element).FirstAttribute);
    }

    IEnumerator<Node> IEnumerable<Node>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks a <see cref="NamedNodeMap"/>.</summary>
    public struct Enumerator : IEnumerator<Node>
    {
        private readonly Document _document;
        private readonly int _element;
        private readonly int _first;
        private int _current;
        private int _next;

        internal Enumerator(Document document, int element, int first)
        {
            _document = document;
            _element = element;
            _first = first;
            _next = first;
        }

        /// <inheritdoc/>
        public readonly Node Current => new(_document, ~_current);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            _current = _next;
            if (_current == 0)
            {
                _document.RefuseDisposed();
                return false;
            }

            _next = _document.NextInWalkOfAttributes(_current, _element);
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _next = _first;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
