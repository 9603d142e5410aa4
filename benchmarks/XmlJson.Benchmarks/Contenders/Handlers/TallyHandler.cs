namespace XmlJson.Benchmarks;

/// <summary>Tallies what it is given in UTF-8: the handler of a program that wants to be fast.</summary>
internal struct TallyHandler : IContentHandler
{
    public Tally Tally;

    public readonly void StartDocument(scoped DocumentStart document) { }

    public readonly void DocumentType(scoped DocumentTypeDeclaration documentType) { }

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        Tally.Element(name.Local);
        foreach (var attribute in attributes)
        {
            Tally.Attribute(attribute.Name.Local, attribute.Value);
        }
    }

    public readonly void EndElement(scoped in XmlName name) { }

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Tally.Text(text);

    public readonly void StartCData() { }

    public readonly void EndCData() { }

    public readonly void Comment(scoped ReadOnlySpan<byte> text) { }

    public readonly void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) { }

    public readonly void SkippedEntity(scoped ReadOnlySpan<byte> name) { }

    public readonly void EndDocument() { }
}
