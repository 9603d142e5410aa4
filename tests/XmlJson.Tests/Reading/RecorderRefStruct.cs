namespace XmlJson.Tests.Reading;

/// <summary>A recorder in a ref struct.</summary>
internal readonly ref struct RecorderRefStruct(Recorder recorder) : IContentHandler
{
    public void StartDocument(scoped DocumentStart document) => recorder.StartDocument(document);

    public void DocumentType(scoped DocumentTypeDeclaration documentType) => recorder.DocumentType(documentType);

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => recorder.StartElement(in name, attributes);

    public void EndElement(scoped in XmlName name) => recorder.EndElement(in name);

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => recorder.Characters(text, kind);

    public void StartCData() => recorder.StartCData();

    public void EndCData() => recorder.EndCData();

    public void Comment(scoped ReadOnlySpan<byte> text) => recorder.Comment(text);

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => recorder.ProcessingInstruction(target, data);

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => recorder.SkippedEntity(name);

    public void EndDocument() => recorder.EndDocument();
}
