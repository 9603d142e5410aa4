namespace XmlJson.Aot;

/// <summary>A handler that could not leave the stack.</summary>
internal readonly ref struct BookCounter(ref int books) : IContentHandler
{
    private readonly ref int _books = ref books;

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => _books += name.Is("book"u8) ? 1 : 0;

    public void StartDocument(scoped DocumentStart document)
    {
    }

    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
    }

    public void EndElement(scoped in XmlName name)
    {
    }

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
    }

    public void StartCData()
    {
    }

    public void EndCData()
    {
    }

    public void Comment(scoped ReadOnlySpan<byte> text)
    {
    }

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
    }

    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
    }

    public void EndDocument()
    {
    }
}
