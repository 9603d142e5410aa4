using System.Numerics;
using System.Runtime.CompilerServices;
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
    /// <see cref="IContentHandler.SkippedEntity"/> (XML 1.0 §5.1). It is called when an entity is needed, on the thread that parses, which waits for it: in an asynchronous parse too.
    /// </summary>
    public XmlResolver? XmlResolver { get; init; }

    /// <summary>The document's own URI, which relative system identifiers in it are resolved against; null when it has none.</summary>
    public string? BaseUri { get; init; }

    /// <summary>Is told of the declarations in a document type definition that is parsed; null for nobody.</summary>
    public IDeclarationHandler? DeclarationHandler { get; init; }

    /// <summary>Is told where the text of entities begins and ends in a document type definition that is parsed, and in what follows it; null for nobody.</summary>
    public IEntityHandler? EntityHandler { get; init; }

    /// <summary>The most elements that may be open at once. 10,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxDepth { get; init => field = NotNegative(value); } = 10_000;

    /// <summary>The most attributes, namespace declarations included, that one start tag may have. 10,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxAttributes { get; init => field = NotNegative(value); } = 10_000;

    /// <summary>The longest attribute value, in bytes of UTF-8, as it stands in the document and, in a document type definition or with entities, as it is reported. 16 MiB by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxAttributeLength { get; init => field = NotNegative(value); } = 16 * 1024 * 1024;

    /// <summary>The longest name, in bytes of UTF-8. 65,536 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxNameLength { get; init => field = NotNegative(value); } = 65_536;

    /// <summary>
    /// The most different names, counted with their prefixes, local parts and namespace names, that a document may bring in: each is kept in memory to the document's end. Those that the
    /// parser knows from documents before do not count; they are a 32nd of this at most. 1,000,000 by default.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxNames { get; init => field = NotNegative(value); } = 1_000_000;

    /// <summary>The longest tag, comment, processing instruction or declaration, in bytes of UTF-8: each of them is held in memory whole. Text has no such limit. 16 MiB by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxMarkupLength { get; init => field = NotNegative(value); } = 16 * 1024 * 1024;

    /// <summary>The longest document, in bytes of UTF-8. <see cref="long.MaxValue"/> by default: memory depends on the other limits, not on this.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public long MaxDocumentLength { get; init => field = NotNegative(value); } = long.MaxValue;

    /// <summary>The most bytes that all external entities which content refers to may have together; each is held in memory. 16 MiB by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public long MaxExternalLength { get; init => field = NotNegative(value); } = 16 * 1024 * 1024;

    /// <summary>The most bytes that a document type declaration and all external parts of the definition may have together. 16 MiB by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public long MaxDtdLength { get; init => field = NotNegative(value); } = 16 * 1024 * 1024;

    /// <summary>The most entities that may be open inside one another. 256 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxEntityDepth { get; init => field = NotNegative(value); } = 256;

    /// <summary>
    /// How many bytes entity references may expand to, each counted with 20 bytes for itself, before <see cref="MaxEntityAmplification"/> applies. 8 MiB by default, as in expat.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public long MaxEntityExpansion { get; init => field = NotNegative(value); } = ExpansionBudget.DefaultAllowance;

    /// <summary>How many times the length of the input read so far entity references may expand to, beyond <see cref="MaxEntityExpansion"/>. 100 by default, as in expat.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public long MaxEntityAmplification { get; init => field = NotNegative(value); } = ExpansionBudget.DefaultFactor;

    private static T NotNegative<T>(T limit, [CallerMemberName] string name = "")
        where T : INumberBase<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit, name);
        return limit;
    }
}
