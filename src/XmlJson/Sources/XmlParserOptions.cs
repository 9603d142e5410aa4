using System.Xml;

namespace XmlJson;

/// <summary>How <see cref="Utf8XmlParser"/> reads, and how much it takes from a document it does not trust. Every limit is inclusive; 0 means none at all, not "no limit".</summary>
public sealed record XmlParserOptions
{
    /// <summary>The defaults: namespaces on, document type declarations prohibited, every limit set.</summary>
    public static XmlParserOptions Default { get; } = new();

    /// <summary>Whether names are split at their colon and prefixes must be declared (Namespaces in XML 1.0). True by default.</summary>
    public bool Namespaces { get; init; } = true;

    /// <summary>
    /// What becomes of a document type declaration: <see cref="DtdProcessing.Prohibit"/>, the default, refuses the document; <see cref="DtdProcessing.Ignore"/> skips it unread and unreported,
    /// so that a reference to an entity it declares is an error; <see cref="DtdProcessing.Parse"/> reads it.
    /// </summary>
    public DtdProcessing DtdProcessing { get; init; } = DtdProcessing.Prohibit;

    /// <summary>
    /// Opens external entities and the external subset of a document type definition that is parsed. Null by default: then nothing is ever opened, and a reference to an external entity is
    /// <see cref="IContentHandler.SkippedEntity"/> (XML 1.0 §5.1).
    /// </summary>
    public XmlResolver? XmlResolver { get; init; }

    /// <summary>The document's own URI, which relative system identifiers in it are resolved against; null when it has none.</summary>
    public string? BaseUri { get; init; }

    /// <summary>Is told of the declarations in a document type definition that is parsed; null for nobody.</summary>
    public IDeclarationHandler? DeclarationHandler { get; init; }

    /// <summary>The most elements that may be open at once. 10,000 by default.</summary>
    public int MaxDepth { get; init; } = 10_000;

    /// <summary>The most attributes, namespace declarations included, that one start tag may have. 10,000 by default.</summary>
    public int MaxAttributes { get; init; } = 10_000;

    /// <summary>The longest name, in bytes of UTF-8. 65,536 by default.</summary>
    public int MaxNameLength { get; init; } = 65_536;

    /// <summary>The longest tag, comment, processing instruction or declaration, in bytes of UTF-8: each of them is held in memory whole. Text has no such limit. 16 MiB by default.</summary>
    public int MaxMarkupLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>The longest document, in bytes of UTF-8. <see cref="long.MaxValue"/> by default: memory does not depend on it.</summary>
    public long MaxDocumentLength { get; init; } = long.MaxValue;

    /// <summary>The most bytes that a document type declaration and all external parts of the definition may have together. 16 MiB by default.</summary>
    public long MaxDtdLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>The most entities that may be open inside one another. 256 by default.</summary>
    public int MaxEntityDepth { get; init; } = 256;

    /// <summary>
    /// How many bytes entity references may expand to, each counted with 20 bytes for itself, before <see cref="MaxEntityAmplification"/> applies. 8 MiB by default, as in expat.
    /// </summary>
    public long MaxEntityExpansion { get; init; } = ExpansionBudget.DefaultAllowance;

    /// <summary>How many times the length of the input read so far entity references may expand to, beyond <see cref="MaxEntityExpansion"/>. 100 by default, as in expat.</summary>
    public long MaxEntityAmplification { get; init; } = ExpansionBudget.DefaultFactor;
}
