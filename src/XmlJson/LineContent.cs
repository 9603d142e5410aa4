using XmlJson.Mapping;

namespace XmlJson;

/// <summary>Passes on what a record may bring into a document of many: no XML declaration, and no document type declaration.</summary>
internal sealed class LineContent(IContentHandler handler) : IContentHandler
{
    private Locator? _locator;

    /// <summary>Whether the record had an XML declaration, which was dropped.</summary>
    public bool HadDeclaration { get; private set; }

    public void StartDocument(scoped DocumentStart document)
    {
        _locator = document.Locator;
        HadDeclaration = document.HasDeclaration;
        handler.StartDocument(new DocumentStart(document.Locator));
    }

    /// <summary>Refuses it: a line is a part of a document.</summary>
    /// <exception cref="MappingException">Always: there is one declaration for a document, and references to what it declares would not be well-formed without it.</exception>
    public void DocumentType(scoped DocumentTypeDeclaration documentType) => throw new MappingException(
        MappingErrorCode.InvalidDocumentType,
        "A record has a document type declaration, but in a document of many there is no place for it.",
        _locator!.Position,
        "/");

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => handler.StartElement(in name, attributes);

    public void EndElement(scoped in XmlName name) => handler.EndElement(in name);

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => handler.Characters(text, kind);

    public void StartCData() => handler.StartCData();

    public void EndCData() => handler.EndCData();

    public void Comment(scoped ReadOnlySpan<byte> text) => handler.Comment(text);

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => handler.ProcessingInstruction(target, data);

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => handler.SkippedEntity(name);

    public void EndDocument() => handler.EndDocument();
}
