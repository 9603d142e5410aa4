namespace XmlJson.Trees;

/// <summary>Passes events on to a <see cref="RecordBuilder"/>. As a structure it makes a source be compiled for the builder, which then is called directly.</summary>
internal readonly struct RecordBuilderReference(RecordBuilder builder) : IContentHandler
{
    public void StartDocument(scoped DocumentStart document) => builder.StartDocument(document);

    public void DocumentType(scoped DocumentTypeDeclaration documentType) => builder.DocumentType(documentType);

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => builder.StartElement(in name, attributes);

    public void EndElement(scoped in XmlName name) => builder.EndElement(in name);

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => builder.Characters(text, kind);

    public void StartCData() => builder.StartCData();

    public void EndCData() => builder.EndCData();

    public void Comment(scoped ReadOnlySpan<byte> text) => builder.Comment(text);

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => builder.ProcessingInstruction(target, data);

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => builder.SkippedEntity(name);

    // There is no record any more.
    public void EndDocument()
    {
    }
}
