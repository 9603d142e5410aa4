namespace XmlJson.Cli;

/// <summary>An <see cref="EventCounter"/> that knows the distinct names too.</summary>
internal struct DocumentStatistics() : IContentHandler
{
    // A name's string is the same instance each time, so comparing references is enough, and the bytes are looked at once.
    private readonly HashSet<string> _names = new(ReferenceEqualityComparer.Instance);
    private EventCounter _counts;

    public readonly EventCounter Counts => _counts;

    /// <summary>The number of different names, as written, of elements and attributes together.</summary>
    public readonly int DistinctNames => _names.Count;

    public void StartDocument(scoped DocumentStart document) => _counts.StartDocument(document);

    public void DocumentType(scoped DocumentTypeDeclaration documentType) => _counts.DocumentType(documentType);

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        _counts.StartElement(in name, attributes);
        _names.Add(name.ToString());
        foreach (var attribute in attributes)
        {
            _names.Add(attribute.Name.ToString());
        }
    }

    public void EndElement(scoped in XmlName name) => _counts.EndElement(in name);

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => _counts.Characters(text, kind);

    public void StartCData() => _counts.StartCData();

    public readonly void EndCData() { }

    public void Comment(scoped ReadOnlySpan<byte> text) => _counts.Comment(text);

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => _counts.ProcessingInstruction(target, data);

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => _counts.SkippedEntity(name);

    public void EndDocument() => _counts.EndDocument();
}
