using System.Collections;
using System.Diagnostics.CodeAnalysis;
using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>An element's attributes by name, always those of the moment: Python's <c>attrib</c>. Names have their namespace in braces; namespace declarations are left out.</summary>
public sealed class AttributeMap : IReadOnlyDictionary<string, string>
{
    private readonly Element _element;

    internal AttributeMap(Element element) => _element = element;

    /// <summary>The number of attributes. They are counted each time.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            for (var index = Next(0); index != 0; index = Next(index))
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>The names in the order of writing.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            for (var index = Next(0); index != 0; index = Next(index))
            {
                yield return NameOf(index);
            }
        }
    }

    /// <summary>The values in the order of writing.</summary>
    public IEnumerable<string> Values
    {
        get
        {
            for (var index = Next(0); index != 0; index = Next(index))
            {
                yield return Document.StringOfAttribute(index);
            }
        }
    }

    private Document Document => _element.Document;

    /// <summary>The value of the attribute with this name; setting it adds the attribute where there is none.</summary>
    /// <param name="key">The attribute's name.</param>
    /// <exception cref="KeyNotFoundException">There is none, and it is read.</exception>
    /// <exception cref="ArgumentException">The name set is no name, or the value holds what XML does not allow.</exception>
    public string this[string key]
    {
        get => _element.Get(key) ?? throw new KeyNotFoundException($"{_element} has no attribute '{key}'.");
        set => _element.Set(key, value);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _element.FindAttribute(key) != 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = _element.Get(key);
        return value is not null;
    }

    /// <summary>Removes the attribute with this name, if there is one.</summary>
    /// <param name="key">Its name.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string key)
    {
        var index = _element.FindAttribute(key);
        if (index != 0)
        {
            Document.UnlinkAttribute(_element.RowIndex, index);
        }

        return index != 0;
    }

    /// <summary>Removes all attributes; namespace declarations stay.</summary>
    public void Clear()
    {
        if (Next(0) != 0)
        {
            Document.UnlinkAttributes(_element.RowIndex, declarationsToo: false);
        }
    }

    /// <summary>Walks the attributes in the order of writing. Values may be set meanwhile; adding and removing ends in surprises.</summary>
    public Enumerator GetEnumerator() => new(Document, Document.Node(_element.RowIndex).FirstAttribute);

    IEnumerator<KeyValuePair<string, string>> IEnumerable<KeyValuePair<string, string>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string NameOf(int index) => Document.Names.TagOf(Document.Attribute(index).Name);

    // The next attribute that is no declaration; 0 begins and ends.
    private int Next(int index)
    {
        do
        {
            index = index == 0 ? Document.Node(_element.RowIndex).FirstAttribute : Document.NextAttribute(index);
        }
        while (index != 0 && Document.Names[Document.Attribute(index).Name].Namespace == XmlNames.XmlnsNamespace);
        return index;
    }

    /// <summary>Walks an <see cref="AttributeMap"/>. Names and values become strings when they are asked for.</summary>
    public struct Enumerator : IEnumerator<KeyValuePair<string, string>>
    {
        private readonly Document _document;
        private readonly int _first;
        private int _next;
        private int _name;
        private TextSlice _value;

        internal Enumerator(Document document, int first)
        {
            _document = document;
            _first = first;
            _next = first;
        }

        /// <summary>The name and the value of the attribute reached.</summary>
        /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
        public readonly KeyValuePair<string, string> Current
        {
            get
            {
                _document.RefuseDisposed();
                return KeyValuePair.Create(_document.Names.TagOf(_name), _document.StringOf(_value));
            }
        }

        /// <summary>The name of the attribute reached as events have it, without making a string.</summary>
        /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
        public readonly XmlName Name
        {
            get
            {
                _document.RefuseDisposed();
                return _document.Names.NameOf(_name);
            }
        }

        /// <summary>The value of the attribute reached in UTF-8, as it was when the walk reached it, without making a string. Valid until the document is disposed.</summary>
        /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
        public readonly ReadOnlySpan<byte> ValueUtf8
        {
            get
            {
                _document.RefuseDisposed();
                return _document.TextAt(_value);
            }
        }

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            while (_next > 0)
            {
                ref readonly var row = ref _document.Attribute(_next);
                _next = row.Next;
                _name = row.Name;
                if (_document.Names[_name].Namespace != XmlNames.XmlnsNamespace)
                {
                    _value = row.Value;
                    return true;
                }
            }

            _document.RefuseDisposed();
            return false;
        }

        /// <inheritdoc/>
        public void Reset() => _next = _first;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
