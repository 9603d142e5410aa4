using System.Collections;
using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>An element and all under it in document order, or those of them with one tag: what <see cref="Element.Iter"/> gives. Walk it as often as you like.</summary>
public readonly struct ElementIterator : IEnumerable<Element>
{
    private readonly Document _document;
    private readonly int _top;
    private readonly ElementFilter _filter;

    internal ElementIterator(Document document, int top, ElementFilter filter)
    {
        _document = document;
        _top = top;
        _filter = filter;
    }

    /// <summary>Begins a walk. Elements already passed may be changed meanwhile; a change around the one reached throws <see cref="InvalidOperationException"/>.</summary>
    public Enumerator GetEnumerator() => new(_document, _top, _filter);

    IEnumerator<Element> IEnumerable<Element>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks an <see cref="ElementIterator"/>.</summary>
    public struct Enumerator : IEnumerator<Element>
    {
        private readonly Document _document;
        private readonly int _top;
        private readonly ElementFilter _filter;
        private int _current;

        internal Enumerator(Document document, int top, ElementFilter filter)
        {
            _document = document;
            _top = top;
            _filter = filter;
            Reset();
        }

        /// <inheritdoc/>
        public readonly Element Current => new(_document, _current);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            do
            {
                _current = _current < 0 ? _top : _document.Following(_current, _top);
            }
            while (_current != 0 && !_filter.Accepts(_document, _current));
            return _current != 0;
        }

        /// <inheritdoc/>
        public void Reset() => _current = Document.NoParent;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
