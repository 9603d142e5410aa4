namespace XmlJson;

/// <summary>A handler in which every event does nothing: override the events that matter, as with SAX's <c>DefaultHandler</c> or Python's <c>ContentHandler</c>.</summary>
public abstract class ContentHandler : IContentHandler
{
    /// <inheritdoc/>
    public virtual void StartDocument(scoped DocumentStart document) { }

    /// <inheritdoc/>
    public virtual void DocumentType(scoped DocumentTypeDeclaration documentType) { }

    /// <inheritdoc/>
    public virtual void StartElement(scoped in XmlName name, scoped AttributeList attributes) { }

    /// <inheritdoc/>
    public virtual void EndElement(scoped in XmlName name) { }

    /// <inheritdoc/>
    public virtual void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) { }

    /// <inheritdoc/>
    public virtual void StartCData() { }

    /// <inheritdoc/>
    public virtual void EndCData() { }

    /// <inheritdoc/>
    public virtual void Comment(scoped ReadOnlySpan<byte> text) { }

    /// <inheritdoc/>
    public virtual void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) { }

    /// <inheritdoc/>
    public virtual void SkippedEntity(scoped ReadOnlySpan<byte> name) { }

    /// <inheritdoc/>
    public virtual void EndDocument() { }
}
