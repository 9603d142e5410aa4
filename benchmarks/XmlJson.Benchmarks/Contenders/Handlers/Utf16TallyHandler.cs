namespace XmlJson.Benchmarks;

/// <summary>Tallies values and text as characters, which one buffer holds for a moment; names are strings, which are made once.</summary>
/// <param name="buffer">The buffer.</param>
internal struct Utf16TallyHandler(Utf16Buffer buffer) : IContentHandler
{
    public Tally Tally;

    public readonly void StartDocument(scoped DocumentStart document) { }

    public readonly void DocumentType(scoped DocumentTypeDeclaration documentType) { }

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        Tally.Element(name.GetLocal());
        foreach (var attribute in attributes)
        {
            Tally.Attribute(attribute.Name.GetLocal(), buffer.Decode(attribute.Value));
        }
    }

    public readonly void EndElement(scoped in XmlName name) { }

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Tally.Text(buffer.Decode(text));

    public readonly void StartCData() { }

    public readonly void EndCData() { }

    public readonly void Comment(scoped ReadOnlySpan<byte> text) { }

    public readonly void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) { }

    public readonly void SkippedEntity(scoped ReadOnlySpan<byte> name) { }

    public readonly void EndDocument() { }
}
