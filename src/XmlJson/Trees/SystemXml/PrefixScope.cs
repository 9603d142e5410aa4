using System.Runtime.InteropServices;

namespace XmlJson.Trees.SystemXml;

/// <summary>Which prefix means which namespace, and which prefixes a namespace has, while a tree is walked.</summary>
internal sealed class PrefixScope
{
    private readonly Dictionary<string, string> _uriOf = new(StringComparer.Ordinal) { [""] = "", ["xml"] = XmlNames.XmlUri, ["xmlns"] = XmlNames.XmlnsUri };
    private readonly Dictionary<string, string> _prefixOf = new(StringComparer.Ordinal) { [XmlNames.XmlUri] = "xml" };

    // The same without the default namespace, which attributes have no use for.
    private readonly Dictionary<string, string> _properPrefixOf = new(StringComparer.Ordinal) { [XmlNames.XmlUri] = "xml" };
    private readonly Dictionary<string, string> _suggested = new(StringComparer.Ordinal);
    private readonly Stack<(Dictionary<string, string> Table, string Key, string? Previous)> _undo = [];
    private readonly Stack<int> _open = [];

    /// <summary>An element begins.</summary>
    public void Push() => _open.Push(_undo.Count);

    /// <summary>The element that began last ends.</summary>
    public void Pop()
    {
        for (var count = _open.Pop(); _undo.Count > count;)
        {
            var (table, key, previous) = _undo.Pop();
            if (previous is null)
            {
                table.Remove(key);
            }
            else
            {
                table[key] = previous;
            }
        }
    }

    /// <summary>The element that began last declares a prefix; the empty one for the default namespace.</summary>
    public void Declare(string prefix, string uri)
    {
        Set(_uriOf, prefix, uri);
        Set(_prefixOf, uri, prefix);
        if (prefix.Length > 0)
        {
            Set(_properPrefixOf, uri, prefix);
        }
    }

    /// <summary>Proposes a prefix for a namespace that has none; the first proposal counts.</summary>
    public void Suggest(string prefix, string uri) => _suggested.TryAdd(uri, prefix);

    /// <summary>Whether a prefix means a namespace here.</summary>
    public bool Means(string prefix, string uri) => _uriOf.TryGetValue(prefix, out var bound) && bound == uri;

    /// <summary>A prefix for an element in a namespace: the one declared last that still has this meaning, or else the one proposed, or the empty one.</summary>
    public string ForElement(string uri) => _prefixOf.TryGetValue(uri, out var prefix) && Means(prefix, uri) ? prefix : ForAttribute(uri);

    /// <summary>A prefix for an attribute in a namespace: the one declared last that still has this meaning, or else the one proposed, or the empty one.</summary>
    public string ForAttribute(string uri) => _properPrefixOf.TryGetValue(uri, out var prefix) && Means(prefix, uri) ? prefix : _suggested.GetValueOrDefault(uri, "");

    private void Set(Dictionary<string, string> table, string key, string value)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(table, key, out _);
        _undo.Push((table, key, place));
        place = value;
    }
}
