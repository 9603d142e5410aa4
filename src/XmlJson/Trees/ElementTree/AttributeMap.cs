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

    /// <summary>An attribute's value.</summary>
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

    /// <summary>Removes an attribute.</summary>
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
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var index = Next(0); index != 0; index = Next(index))
        {
            yield return KeyValuePair.Create(NameOf(index), Document.StringOfAttribute(index));
        }
    }

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
}
