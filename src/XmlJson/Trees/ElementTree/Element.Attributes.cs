using XmlJson.Trees;

namespace XmlJson.ElementTree;

// Attributes by name, with the namespace in braces.
public readonly partial struct Element
{
    /// <summary>The attributes as a dictionary, always those of the moment, namespace declarations left out as in Python.</summary>
    public AttributeMap Attrib => new(this);

    /// <summary>An attribute's value; <see langword="null"/> when there is none.</summary>
    /// <param name="key">Its name, with its namespace in braces if it is in one. <c>xmlns</c> and <c>xmlns:…</c> find declarations.</param>
    public string? Get(string key) => FindAttribute(key) is var index and not 0 ? Document.StringOfAttribute(index) : null;

    /// <summary>An attribute's value, or another one when there is none.</summary>
    /// <param name="key">Its name, with its namespace in braces if it is in one.</param>
    /// <param name="defaultValue">The other one.</param>
    public string Get(string key, string defaultValue) => Get(key) ?? defaultValue;

    /// <summary>Sets an attribute, adding it after the others if need be. <c>xmlns</c> and <c>xmlns:…</c> declare namespaces.</summary>
    /// <param name="key">Its name, with its namespace in braces if it is in one: the prefix is the one in scope, or a usual one, or <c>ns0</c> and so on.</param>
    /// <param name="value">The value, as it is to be read: nothing is escaped here.</param>
    /// <exception cref="ArgumentException">The name is no name, or the value holds what XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">This is a comment or processing instruction.</exception>
    public void Set(string key, string value) => Set(key, value, _row);

    /// <summary>The attributes' names, in the order of writing and with their namespaces in braces.</summary>
    public IEnumerable<string> Keys() => Attrib.Keys;

    /// <summary>The attributes' names and values, in the order of writing.</summary>
    public IEnumerable<KeyValuePair<string, string>> Items() => Attrib;

    internal int FindAttribute(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Row.FirstAttribute == 0 ? 0 : Document.FindAttribute(_row, key);
    }

    // A prefix is looked for at another element when this one is not in its place yet.
    private void Set(string key, string value, int scope)
    {
        ArgumentNullException.ThrowIfNull(value);
        RequireElement("have attributes");
        var index = FindAttribute(key);
        Document.SetAttribute(_row, index, index == 0 ? Document.AddTag(key, scope, isAttribute: true) : 0, value);
    }
}
