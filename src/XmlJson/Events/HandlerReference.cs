namespace XmlJson;

/// <summary>
/// Reaches a handler of class type through a concrete struct: a source specialised for this struct runs several times more often than one for each class would,
/// and the runtime then devirtualizes the calls to the class that is really used.
/// </summary>
internal readonly struct HandlerReference(IContentHandler handler) : IContentHandler
{
    // Where the runtime sees several classes it looks each call of an interface up; a virtual method of a class it finds in two steps. For the three frequent events that shows.
    private readonly ContentHandler? _class = handler as ContentHandler;

    public void StartDocument(scoped DocumentStart document) => handler.StartDocument(document);

    public void DocumentType(scoped DocumentTypeDeclaration documentType) => handler.DocumentType(documentType);

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        if (_class is not null)
        {
            _class.StartElement(in name, attributes);
        }
        else
        {
            handler.StartElement(in name, attributes);
        }
    }

    public void EndElement(scoped in XmlName name)
    {
        if (_class is not null)
        {
            _class.EndElement(in name);
        }
        else
        {
            handler.EndElement(in name);
        }
    }

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (_class is not null)
        {
            _class.Characters(text, kind);
        }
        else
        {
            handler.Characters(text, kind);
        }
    }

    public void StartCData() => handler.StartCData();

    public void EndCData() => handler.EndCData();

    public void Comment(scoped ReadOnlySpan<byte> text) => handler.Comment(text);

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => handler.ProcessingInstruction(target, data);

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => handler.SkippedEntity(name);

    public void EndDocument() => handler.EndDocument();
}
