using System.Text;
using XmlJson.Text;

namespace XmlJson;

/// <summary>The names in <see cref="CanonicalizationOptions"/>, read.</summary>
internal sealed class CanonicalNames
{
    private readonly XmlNames _names = new();
    private readonly HashSet<XmlName>? _excludedElements;
    private readonly HashSet<XmlName>? _excludedAttributes;
    private readonly HashSet<XmlName>? _qnameElements;
    private readonly HashSet<XmlName>? _xpathElements;
    private readonly HashSet<XmlName>? _qnameAttributes;
    private readonly HashSet<(XmlName Attribute, XmlName Element)>? _qnameAttributesOfElements;

    /// <summary>Reads them.</summary>
    /// <exception cref="ArgumentException">A name is none, or the options have a parameter that their version does not have.</exception>
    public CanonicalNames(CanonicalizationOptions options)
    {
        if (FindForeign(options) is { } foreign)
        {
            throw new ArgumentException($"{foreign} is no parameter of {options.Version}.", nameof(options));
        }

        _excludedElements = Read(options.ExcludedElements);
        _excludedAttributes = Read(options.ExcludedAttributes);
        _qnameElements = Read(options.QNameAwareElements);
        _xpathElements = Read(options.XPathElements);
        _qnameAttributes = Read([.. options.QNameAwareAttributes.Where(one => one.Element is null).Select(one => one.Name)]);
        var ofElements = options.QNameAwareAttributes.Where(one => one.Element is not null).Select(one => (Read(one.Name), Read(one.Element!))).ToHashSet();
        _qnameAttributesOfElements = ofElements.Count == 0 ? null : ofElements;
        InclusivePrefixes = [.. options.InclusivePrefixes.Select(ReadPrefix)];
    }

    /// <summary>The prefixes in UTF-8; empty for the default namespace.</summary>
    public byte[][] InclusivePrefixes { get; }

    public bool IsExcludedElement(scoped in XmlName name) => _excludedElements?.Contains(name) == true;

    public bool IsExcludedAttribute(scoped in XmlName name) => _excludedAttributes?.Contains(name) == true;

    public bool HasNamesInText(scoped in XmlName element, out bool isXPath)
    {
        isXPath = _xpathElements?.Contains(element) == true;
        return isXPath || _qnameElements?.Contains(element) == true;
    }

    public bool HasQNameValue(scoped in XmlName attribute, scoped in XmlName element) =>
        _qnameAttributes?.Contains(attribute) == true || _qnameAttributesOfElements?.Contains((attribute, element)) == true;

    private static string? FindForeign(CanonicalizationOptions options) =>
        options.InclusivePrefixes.Count > 0 && options.Version != CanonicalXmlVersion.Exclusive10 ? nameof(options.InclusivePrefixes)
        : options.Version == CanonicalXmlVersion.Version20 ? null
        : options.TrimTextNodes ? nameof(options.TrimTextNodes)
        : options.PrefixRewriting != PrefixRewriting.None ? nameof(options.PrefixRewriting)
        : options.QNameAwareElements.Count > 0 ? nameof(options.QNameAwareElements)
        : options.XPathElements.Count > 0 ? nameof(options.XPathElements)
        : options.QNameAwareAttributes.Count > 0 ? nameof(options.QNameAwareAttributes)
        : null;

    private HashSet<XmlName>? Read(IReadOnlyList<string> names) => names.Count == 0 ? null : names.Select(Read).ToHashSet();

    private static byte[] ReadPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var bytes = Encoding.UTF8.GetBytes(prefix);
        return prefix == "#default" ? []
            : NameCharacters.IsNCName(bytes) ? bytes
            : throw new ArgumentException($"'{prefix}' is no prefix; the default namespace is '#default'.", nameof(prefix));
    }

    private XmlName Read(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var end = name.StartsWith('{') ? name.IndexOf('}', StringComparison.Ordinal) : -1;
        var local = name[(end + 1)..];
        if (local.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' has a prefix; a name is given with its namespace in braces before it: {{http://www.w3.org/1999/xhtml}}body.", nameof(name));
        }

        return _names.Get(local, end < 0 ? "" : name[1..end]);
    }
}
