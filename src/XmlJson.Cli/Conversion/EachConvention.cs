namespace XmlJson.Cli;

/// <summary>Gives every event to all conventions, so that a document is read once however many there are.</summary>
internal sealed class EachConvention(IReadOnlyList<ExplainedConvention> conventions) : IContentHandler
{
    public void StartDocument(scoped DocumentStart document)
    {
        foreach (var convention in conventions)
        {
            convention.StartDocument(document);
        }
    }

    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        foreach (var convention in conventions)
        {
            convention.DocumentType(documentType);
        }
    }

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        foreach (var convention in conventions)
        {
            convention.StartElement(in name, attributes);
        }
    }

    public void EndElement(scoped in XmlName name)
    {
        foreach (var convention in conventions)
        {
            convention.EndElement(in name);
        }
    }

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        foreach (var convention in conventions)
        {
            convention.Characters(text, kind);
        }
    }

    public void StartCData()
    {
        foreach (var convention in conventions)
        {
            convention.StartCData();
        }
    }

    public void EndCData()
    {
        foreach (var convention in conventions)
        {
            convention.EndCData();
        }
    }

    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        foreach (var convention in conventions)
        {
            convention.Comment(text);
        }
    }

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        foreach (var convention in conventions)
        {
            convention.ProcessingInstruction(target, data);
        }
    }

    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        foreach (var convention in conventions)
        {
            convention.SkippedEntity(name);
        }
    }

    public void EndDocument()
    {
        foreach (var convention in conventions)
        {
            convention.EndDocument();
        }
    }
}
