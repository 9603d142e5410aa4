using System.Globalization;

namespace XmlJson.Trees;

// Names as ElementTree has them: the local part with the namespace in braces before it.
public sealed partial class Document
{
    // Python's ElementTree knows these, too.
    private static readonly Dictionary<string, string> WellKnownPrefixes = new(StringComparer.Ordinal)
    {
        ["http://www.w3.org/1999/xhtml"] = "html",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://schemas.xmlsoap.org/wsdl/"] = "wsdl",
        ["http://www.w3.org/2001/XMLSchema"] = "xs",
        ["http://www.w3.org/2001/XMLSchema-instance"] = "xsi",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
    };

    // How far up a prefix is looked for: what stands further away is declared anew, so that names in a deep tree take no quadratic time.
    private const int PrefixLevels = 256;

    private Dictionary<string, string>? _prefixes;
    private int _generatedPrefixes;

    /// <summary>Splits <c>{uri}local</c>.</summary>
    /// <param name="tag">The tag; one without braces is in no namespace.</param>
    /// <param name="uri">The namespace name; empty for none.</param>
    /// <param name="local">The rest.</param>
    /// <exception cref="ArgumentException">The brace is not closed.</exception>
    internal static void SplitTag(string tag, out ReadOnlySpan<char> uri, out ReadOnlySpan<char> local)
    {
        ArgumentNullException.ThrowIfNull(tag);
        uri = [];
        local = tag;
        if (tag.StartsWith('{'))
        {
            var end = tag.IndexOf('}', StringComparison.Ordinal);
            if (end < 0)
            {
                throw new ArgumentException($"'{tag}' has no closing brace.", nameof(tag));
            }

            uri = tag.AsSpan(1, end - 1);
            local = tag.AsSpan(end + 1);
        }
    }

    /// <summary>The number of a name for an element or attribute.</summary>
    /// <param name="tag">The name, with its namespace in braces.</param>
    /// <param name="scope">The element at which a prefix for the namespace is looked for; <see cref="NoParent"/> for none.</param>
    /// <param name="isAttribute">Whether an attribute gets it.</param>
    /// <exception cref="ArgumentException">It is no name, or misuses the reserved namespaces.</exception>
    internal int AddTag(string tag, int scope, bool isAttribute)
    {
        SplitTag(tag, out var uri, out var local);
        if (uri.IsEmpty)
        {
            return Names.Add(local, uri, isAttribute);
        }

        if (local.Contains(':'))
        {
            throw new ArgumentException($"'{tag}' has a namespace and a prefix: give one of them.", nameof(tag));
        }

        var prefix = PrefixFor(uri, scope, isAttribute);
        return Names.Add(prefix.Length == 0 ? local : $"{prefix}:{local}", uri, isAttribute);
    }

    /// <summary>Chooses the prefix for new names in a namespace that has none in scope.</summary>
    internal void RegisterPrefix(string prefix, string uri) => (_prefixes ??= new Dictionary<string, string>(StringComparer.Ordinal))[uri] = prefix;

    /// <summary>An element's attribute by its name with the namespace in braces; 0 when it has none such. One without braces may be a qualified name, too: so declarations are found.</summary>
    internal int FindAttribute(int element, string tag)
    {
        SplitTag(tag, out var uri, out var local);
        var index = FindAttribute(element, uri.IsEmpty ? XmlNames.NoNamespace : Names.FindUri(uri), Names.Find(local));
        return index != 0 || !uri.IsEmpty ? index : FindAttribute(element, Names.Find(local));
    }

    private string PrefixFor(ReadOnlySpan<char> uri, int scope, bool isAttribute)
    {
        var known = PrefixBoundTo(Names.FindUri(uri), scope, emptyToo: !isAttribute, PrefixLevels);
        if (known >= XmlNames.EmptyName)
        {
            return Names.Names.NameString(known);
        }

        if (Names.FindUri(uri) == XmlNames.XmlNamespace)
        {
            return "xml";
        }

        var key = uri.ToString();
        if (_prefixes is not null && _prefixes.TryGetValue(key, out var prefix) && !(isAttribute && prefix.Length == 0))
        {
            return prefix;
        }

        if (WellKnownPrefixes.TryGetValue(key, out var usual) && isAttribute)
        {
            return usual;
        }

        // An element can do without: it declares the default namespace where it is written.
        if (!isAttribute)
        {
            return "";
        }

        do
        {
            prefix = string.Create(CultureInfo.InvariantCulture, $"ns{_generatedPrefixes++}");
        }
        while (Names.Holds(prefix));
        RegisterPrefix(prefix, key);
        return prefix;
    }
}
