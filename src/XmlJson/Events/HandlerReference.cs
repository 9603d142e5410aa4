namespace XmlJson;

/// <summary>
/// Reaches a handler of class type through a concrete struct: a source specialised for this struct runs several times more often than one for each class would,
/// and the runtime then devirtualizes the calls to the class that is really used.
/// </summary>
internal readonly struct HandlerReference(IContentHandler handler) : IContentHandler
{
    // Where the runtime sees several classes it looks each call of an interface up; a virtual method of a class it finds in two steps.
    private readonly ContentHandler? _class = handler as ContentHandler;

    public void StartDocument(scoped DocumentStart document)
    {
        if (_class is not null)
        {
            _class.StartDocument(document);
        }
        else
        {
            handler.StartDocument(document);
        }
    }

    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        if (_class is not null)
        {
            _class.DocumentType(documentType);
        }
        else
        {
            handler.DocumentType(documentType);
        }
    }

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

    public void StartCData()
    {
        if (_class is not null)
        {
            _class.StartCData();
        }
        else
        {
            handler.StartCData();
        }
    }

    public void EndCData()
    {
        if (_class is not null)
        {
            _class.EndCData();
        }
        else
        {
            handler.EndCData();
        }
    }

    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        if (_class is not null)
        {
            _class.Comment(text);
        }
        else
        {
            handler.Comment(text);
        }
    }

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        if (_class is not null)
        {
            _class.ProcessingInstruction(target, data);
        }
        else
        {
            handler.ProcessingInstruction(target, data);
        }
    }

    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        if (_class is not null)
        {
            _class.SkippedEntity(name);
        }
        else
        {
            handler.SkippedEntity(name);
        }
    }

    public void EndDocument()
    {
        if (_class is not null)
        {
            _class.EndDocument();
        }
        else
        {
            handler.EndDocument();
        }
    }
}
