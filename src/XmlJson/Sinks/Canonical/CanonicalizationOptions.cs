namespace XmlJson;

/// <summary>Which canonical form <see cref="Canonicalizer"/> writes. Begin with the property that has the specification's name and change it by <c>with</c>.</summary>
/// <remarks>Element and attribute names are written with their namespace in braces before the local part if they are in one, as in ElementTree: <c>{http://www.w3.org/1999/xhtml}body</c>.</remarks>
public sealed record CanonicalizationOptions
{
    /// <summary>The options used when none are given: <see cref="Inclusive11"/>.</summary>
    public static CanonicalizationOptions Default => Inclusive11;

    /// <summary>Canonical XML 1.0 without comments.</summary>
    public static CanonicalizationOptions Inclusive10 { get; } = new() { Version = CanonicalXmlVersion.Inclusive10 };

    /// <summary>Canonical XML 1.1 without comments.</summary>
    public static CanonicalizationOptions Inclusive11 { get; } = new() { Version = CanonicalXmlVersion.Inclusive11 };

    /// <summary>Exclusive XML Canonicalization 1.0 without comments.</summary>
    public static CanonicalizationOptions Exclusive10 { get; } = new() { Version = CanonicalXmlVersion.Exclusive10 };

    /// <summary>Canonical XML 2.0 with the default parameters.</summary>
    public static CanonicalizationOptions Version20 { get; } = new() { Version = CanonicalXmlVersion.Version20 };

    /// <summary>What Python's <c>xml.etree.ElementTree.canonicalize</c> writes by default: <see cref="Version20"/>, and relative namespace names are taken.</summary>
    public static CanonicalizationOptions ElementTree { get; } = Version20 with { AllowRelativeNamespaces = true };

    /// <summary>The specification; Canonical XML 1.1 by default.</summary>
    public CanonicalXmlVersion Version { get; init; } = CanonicalXmlVersion.Inclusive11;

    /// <summary>Whether comments are written; off by default. Python's <c>with_comments</c>.</summary>
    public bool KeepComments { get; init; }

    /// <summary>
    /// The prefixes that Exclusive XML Canonicalization treats as the inclusive form does: the attribute <c>PrefixList</c> of its <c>InclusiveNamespaces</c> (§3); the default namespace is <c>#default</c>.
    /// </summary>
    public IReadOnlyList<string> InclusivePrefixes { get; init; } = [];

    /// <summary>
    /// Whether white space at the ends of text is left out, but under <c>xml:space="preserve"</c>: <c>TrimTextNodes</c> of Canonical XML 2.0, Python's <c>strip_text</c>. Text goes from one tag to the next;
    /// what is not written, such as a comment, does not part it.
    /// </summary>
    public bool TrimTextNodes { get; init; }

    /// <summary>What becomes of prefixes: <c>PrefixRewrite</c> of Canonical XML 2.0, Python's <c>rewrite_prefixes</c>.</summary>
    public PrefixRewriting PrefixRewriting { get; init; }

    /// <summary>The elements whose text is a qualified name: <c>Element</c> in <c>QNameAware</c> of Canonical XML 2.0, Python's <c>qname_aware_tags</c>. Their text is held in memory up to the next tag.</summary>
    public IReadOnlyList<string> QNameAwareElements { get; init; } = [];

    /// <summary>The elements whose text is an XPath 1.0 expression: <c>XPathElement</c> in <c>QNameAware</c> of Canonical XML 2.0. Their text is held in memory up to the next tag.</summary>
    public IReadOnlyList<string> XPathElements { get; init; } = [];

    /// <summary>The attributes whose values are qualified names: <c>QualifiedAttr</c> and <c>UnqualifiedAttr</c> in <c>QNameAware</c> of Canonical XML 2.0, Python's <c>qname_aware_attrs</c>.</summary>
    public IReadOnlyList<QNameAwareAttribute> QNameAwareAttributes { get; init; } = [];

    /// <summary>The elements that are left out, with all that is in them: Python's <c>exclude_tags</c>.</summary>
    public IReadOnlyList<string> ExcludedElements { get; init; } = [];

    /// <summary>The attributes that are left out: Python's <c>exclude_attrs</c>. Namespace declarations are no attributes here.</summary>
    public IReadOnlyList<string> ExcludedAttributes { get; init; } = [];

    /// <summary>
    /// Whether a namespace name may be a relative reference, such as <c>xmlns="a"</c>. Off by default, since the specifications demand failure (Canonical XML 1.0 §1.3): what such a name means is not known.
    /// </summary>
    public bool AllowRelativeNamespaces { get; init; }

    /// <summary>How many bytes may wait before they are passed on unasked, 16 KB by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int BufferSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 16 * 1024;
}
