namespace XmlJson.Cli;

/// <summary>Gives every event to all conventions, so that a document is read once however many there are.</summary>
internal sealed class EachConvention(IReadOnlyList<ExplainedConvention> conventions) : IContentHandler
{
    public void StartDocument(scoped DocumentStart document) => Each(document, static (sink, document) => sink.StartDocument(document));

    public void DocumentType(scoped DocumentTypeDeclaration documentType) => Each(documentType, static (sink, documentType) => sink.DocumentType(documentType));

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Each(new StartTag(name, attributes), static (sink, tag) => sink.StartElement(in tag.Name, tag.Attributes));

    public void EndElement(scoped in XmlName name) => Each(name, static (sink, name) => sink.EndElement(in name));

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Each(new Text(text, kind), static (sink, run) => sink.Characters(run.Bytes, run.Kind));

    public void StartCData() => Each(0, static (sink, _) => sink.StartCData());

    public void EndCData() => Each(0, static (sink, _) => sink.EndCData());

    public void Comment(scoped ReadOnlySpan<byte> text) => Each(text, static (sink, text) => sink.Comment(text));

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) =>
        Each(new Instruction(target, data), static (sink, instruction) => sink.ProcessingInstruction(instruction.Target, instruction.Data));

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => Each(name, static (sink, name) => sink.SkippedEntity(name));

    public void EndDocument() => Each(0, static (sink, _) => sink.EndDocument());

    private void Each<T>(scoped T value, Action<IContentHandler, T> give)
        where T : allows ref struct
    {
        foreach (var convention in conventions)
        {
            convention.Give(value, give);
        }
    }

    private readonly ref struct StartTag(XmlName name, AttributeList attributes)
    {
        public readonly XmlName Name = name;
        public readonly AttributeList Attributes = attributes;
    }

    private readonly ref struct Text(ReadOnlySpan<byte> bytes, TextKind kind)
    {
        public readonly ReadOnlySpan<byte> Bytes = bytes;
        public readonly TextKind Kind = kind;
    }

    private readonly ref struct Instruction(ReadOnlySpan<byte> target, ReadOnlySpan<byte> data)
    {
        public readonly ReadOnlySpan<byte> Target = target;
        public readonly ReadOnlySpan<byte> Data = data;
    }
}
