namespace XmlJson;

/// <summary>Passes events on to a <see cref="Utf8XmlWriter"/>. As a structure it makes a source be compiled for the writer, which then is called directly.</summary>
internal readonly struct Utf8XmlWriterReference(Utf8XmlWriter writer) : IContentHandler
{
    public void StartDocument(scoped DocumentStart document) => writer.StartDocument(document);

    public void DocumentType(scoped DocumentTypeDeclaration documentType) => writer.DocumentType(documentType);

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => writer.StartElement(in name, attributes);

    public void EndElement(scoped in XmlName name) => writer.EndElement(in name);

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => writer.Characters(text, kind);

    public void StartCData() => writer.StartCData();

    public void EndCData() => writer.EndCData();

    public void Comment(scoped ReadOnlySpan<byte> text) => writer.Comment(text);

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => writer.ProcessingInstruction(target, data);

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => writer.SkippedEntity(name);

    public void EndDocument() => writer.EndDocument();
}
