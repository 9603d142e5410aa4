using System.Text;
using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>Decides what namespaces become in the keys of JSON, and what the keys become again.</summary>
public sealed record NamespaceRule
{
    private readonly (string Prefix, string Uri)[] _prefixes = [];

    private NamespaceRule(NamespaceForm form) => Form = form;

    private NamespaceRule((string Prefix, string Uri)[] prefixes)
    {
        Form = NamespaceForm.Prefixes;
        _prefixes = prefixes;
    }

    /// <summary>Names keep their prefixes, and declarations are kept as attributes: nothing is lost.</summary>
    public static NamespaceRule AsWritten { get; } = new(NamespaceForm.AsWritten);

    /// <summary>
    /// Keys are local names, and declarations are dropped (<see cref="MappingLossKind.Namespace"/>). Where a local name occurs in a second namespace, its prefix is kept; where it has none,
    /// the two share a key (<see cref="MappingLossKind.KeyClash"/>). Names with the prefix <c>xml</c> keep it.
    /// </summary>
    public static NamespaceRule LocalNames { get; } = new(NamespaceForm.LocalNames);

    /// <summary>
    /// Keys are expanded names as ElementTree writes them, <c>{urn:shop}book</c>, and declarations are dropped (<see cref="MappingLossKind.Prefix"/>): the same for every document whose names are the same,
    /// whatever its prefixes. JSON → XML: an element declares its namespace as the default one, an attribute gets a prefix <c>ns1</c>, <c>ns2</c>, …
    /// </summary>
    public static NamespaceRule Expanded { get; } = new(NamespaceForm.Expanded);

    /// <summary>What is done with names in a namespace.</summary>
    public NamespaceForm Form { get; }

    /// <summary>The pairs given to <see cref="WithPrefixes"/>.</summary>
    internal ReadOnlySpan<(string Prefix, string Uri)> Prefixes => _prefixes;

    /// <summary>
    /// Names in these namespaces have these prefixes, whatever the document's are, and their declarations are dropped (<see cref="MappingLossKind.Prefix"/>); other names are as written.
    /// JSON → XML: the root element declares all of them.
    /// </summary>
    /// <param name="prefixes">Each prefix with its namespace name; the empty prefix is for elements without one.</param>
    /// <exception cref="ArgumentException">A prefix is no name or is reserved, a namespace name is empty or reserved, or one of the two is there twice.</exception>
    public static NamespaceRule WithPrefixes(params ReadOnlySpan<(string Prefix, string Uri)> prefixes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (prefix, uri) in prefixes)
        {
            ArgumentNullException.ThrowIfNull(prefix, nameof(prefixes));
            ArgumentException.ThrowIfNullOrEmpty(uri, nameof(prefixes));
            var isName = prefix.Length == 0 || NameCharacters.IsNCName(Encoding.UTF8.GetBytes(prefix));
            if (!isName || prefix is "xml" or "xmlns" || uri is XmlNames.XmlUri or XmlNames.XmlnsUri || !seen.Add("prefix " + prefix) || !seen.Add("uri " + uri))
            {
                throw new ArgumentException($"'{prefix}' cannot stand for '{uri}': a prefix is a name without a colon and not xml or xmlns, and each prefix and namespace occurs once.", nameof(prefixes));
            }
        }

        return new NamespaceRule(prefixes.ToArray());
    }

    /// <inheritdoc/>
    public bool Equals(NamespaceRule? other) => other is not null && Form == other.Form && _prefixes.AsSpan().SequenceEqual(other._prefixes);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Form);
        foreach (var prefix in _prefixes)
        {
            hash.Add(prefix);
        }

        return hash.ToHashCode();
    }
}
