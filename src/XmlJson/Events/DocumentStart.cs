namespace XmlJson;

/// <summary>What is known when a document begins: its XML declaration (XML 1.0 §2.8) and where the parse stands. Valid only during the call.</summary>
public readonly ref struct DocumentStart
{
    /// <summary>Describes a document without an XML declaration.</summary>
    /// <param name="locator">The position of the events to come.</param>
    public DocumentStart(Locator locator) => Locator = locator;

    /// <summary>Describes a document with an XML declaration.</summary>
    /// <param name="locator">The position of the events to come.</param>
    /// <param name="version">The version number, <c>1.0</c> as a rule.</param>
    /// <param name="encoding">The declared encoding's name; empty when none is declared.</param>
    /// <param name="standalone">The standalone document declaration (XML 1.0 §2.9), or <see langword="null"/> when there is none.</param>
    public DocumentStart(Locator locator, ReadOnlySpan<byte> version, ReadOnlySpan<byte> encoding, bool? standalone)
    {
        Locator = locator;
        HasDeclaration = true;
        Version = version;
        Encoding = encoding;
        Standalone = standalone;
    }

    /// <summary>Positions for the whole parse; it may be kept, and is meaningful during any event (SAX <c>setDocumentLocator</c>).</summary>
    public Locator Locator { get; }

    /// <summary>Whether the document has an XML declaration.</summary>
    public bool HasDeclaration { get; }

    /// <summary>The declared version; empty without a declaration.</summary>
    public ReadOnlySpan<byte> Version { get; }

    /// <summary>The encoding's name as declared, whatever the bytes really were; empty when none is declared.</summary>
    public ReadOnlySpan<byte> Encoding { get; }

    /// <summary>The standalone document declaration, or <see langword="null"/> when there is none.</summary>
    public bool? Standalone { get; }
}
