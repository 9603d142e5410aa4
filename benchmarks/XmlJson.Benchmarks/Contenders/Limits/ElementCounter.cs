namespace XmlJson.Benchmarks;

/// <summary>Counts elements and looks at none of them.</summary>
/// <param name="asksForLength">Whether to ask at the end where it is, which costs time.</param>
internal struct ElementCounter(bool asksForLength) : IContentHandler
{
    private Locator? _locator;

    public long Elements;

    /// <summary>Where the document ended, in bytes, if that was asked for.</summary>
    public long Length;

    public void StartDocument(scoped DocumentStart document) => _locator = document.Locator;

    public readonly void DocumentType(scoped DocumentTypeDeclaration documentType) { }

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Elements++;

    public readonly void EndElement(scoped in XmlName name) { }

    public readonly void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) { }

    public readonly void StartCData() { }

    public readonly void EndCData() { }

    public readonly void Comment(scoped ReadOnlySpan<byte> text) { }

    public readonly void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) { }

    public readonly void SkippedEntity(scoped ReadOnlySpan<byte> name) { }

    public void EndDocument() => Length = asksForLength ? _locator!.Position.ByteOffset : 0;
}
