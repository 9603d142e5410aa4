namespace XmlJson.Mapping;

/// <summary>Passes events on to <see cref="RecordLines"/>. As a structure it makes a source be compiled for them, which then are called directly.</summary>
internal readonly struct RecordLinesReference(RecordLines lines) : IContentHandler
{
    public void StartDocument(scoped DocumentStart document) => lines.StartDocument(document);

    public void DocumentType(scoped DocumentTypeDeclaration documentType) => lines.DocumentType(documentType);

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => lines.StartElement(in name, attributes);

    public void EndElement(scoped in XmlName name) => lines.EndElement(in name);

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => lines.Characters(text, kind);

    public void StartCData() => lines.StartCData();

    public void EndCData() => lines.EndCData();

    public void Comment(scoped ReadOnlySpan<byte> text) => lines.Comment(text);

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => lines.ProcessingInstruction(target, data);

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => lines.SkippedEntity(name);

    // There is no record any more.
    public void EndDocument()
    {
    }
}
