namespace XmlJson.Benchmarks;

/// <summary>Tallies everything as strings: names, which are made once, and values and text, which are made each time.</summary>
internal struct StringTallyHandler : IContentHandler
{
    public Tally Tally;

    public readonly void StartDocument(scoped DocumentStart document) { }

    public readonly void DocumentType(scoped DocumentTypeDeclaration documentType) { }

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        Tally.Element(name.GetLocal());
        foreach (var attribute in attributes)
        {
            Tally.Attribute(attribute.Name.GetLocal(), attribute.GetString());
        }
    }

    public readonly void EndElement(scoped in XmlName name) { }

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Tally.Text(Utf16Buffer.GetString(text));

    public readonly void StartCData() { }

    public readonly void EndCData() { }

    public readonly void Comment(scoped ReadOnlySpan<byte> text) { }

    public readonly void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) { }

    public readonly void SkippedEntity(scoped ReadOnlySpan<byte> name) { }

    public readonly void EndDocument() { }
}
