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
    /// What becomes of a document type declaration: <see cref="DtdProcessing.Prohibit"/>, the default, refuses the document; <see cref="DtdProcessing.Ignore"/> skips it.
    /// </summary>
    public DtdProcessing DtdProcessing { get; init; } = DtdProcessing.Prohibit;

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
}
