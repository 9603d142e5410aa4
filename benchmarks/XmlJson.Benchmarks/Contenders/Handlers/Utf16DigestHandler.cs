namespace XmlJson.Benchmarks;

/// <summary>Gives elements, attributes and text to a <see cref="ContentDigest"/> as characters that one buffer holds for a moment, by way of a class.</summary>
internal sealed class Utf16DigestHandler(ContentDigest content, Utf16Buffer buffer) : ContentHandler
{
    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        content.StartElement(name.GetNamespaceUri(), name.GetLocal());
        foreach (var attribute in attributes)
        {
            content.Attribute(attribute.Name.GetNamespaceUri(), attribute.Name.GetLocal(), buffer.Decode(attribute.Value).ToString());
        }
    }

    public override void EndElement(scoped in XmlName name) => content.EndElement();

    public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => content.Text(buffer.Decode(text).ToString());
}
