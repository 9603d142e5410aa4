using System.Text;

namespace XmlJson.Benchmarks;

/// <summary>Gives elements, attributes and text to a <see cref="ContentDigest"/>.</summary>
/// <param name="content">Where to.</param>
internal readonly struct DigestHandler(ContentDigest content) : IContentHandler
{
    public void StartDocument(scoped DocumentStart document) { }

    public void DocumentType(scoped DocumentTypeDeclaration documentType) { }

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        content.StartElement(name.NamespaceUri, name.Local);
        foreach (var attribute in attributes)
        {
            content.Attribute(attribute.Name.NamespaceUri, attribute.Name.Local, attribute.Value);
        }
    }

    public void EndElement(scoped in XmlName name) => content.EndElement();

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => content.Text(text);

    public void StartCData() { }

    public void EndCData() { }

    public void Comment(scoped ReadOnlySpan<byte> text) { }

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) { }

    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => throw new WrongAnswerException($"The entity {Encoding.UTF8.GetString(name)} was skipped.");

    public void EndDocument() { }
}
