namespace XmlJson;

/// <summary>Does nothing with any event: a parse into it only checks that the document is well-formed.</summary>
public readonly struct Discard : IContentHandler
{
    /// <inheritdoc/>
    public void StartDocument(scoped DocumentStart document) { }

    /// <inheritdoc/>
    public void DocumentType(scoped DocumentTypeDeclaration documentType) { }

    /// <inheritdoc/>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes) { }

    /// <inheritdoc/>
    public void EndElement(scoped in XmlName name) { }

    /// <inheritdoc/>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) { }

    /// <inheritdoc/>
    public void StartCData() { }

    /// <inheritdoc/>
    public void EndCData() { }

    /// <inheritdoc/>
    public void Comment(scoped ReadOnlySpan<byte> text) { }

    /// <inheritdoc/>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) { }

    /// <inheritdoc/>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name) { }

    /// <inheritdoc/>
    public void EndDocument() { }
}
