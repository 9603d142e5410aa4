namespace XmlJson.Benchmarks;

/// <summary>Gives elements, attributes and text to a <see cref="ContentDigest"/> as strings, by way of a class.</summary>
internal sealed class StringDigestHandler(ContentDigest content) : ContentHandler
{
    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        content.StartElement(name.GetNamespaceUri(), name.GetLocal());
        foreach (var attribute in attributes)
        {
            content.Attribute(attribute.Name.GetNamespaceUri(), attribute.Name.GetLocal(), attribute.GetString());
        }
    }

    public override void EndElement(scoped in XmlName name) => content.EndElement();

    public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => content.Text(Utf16Buffer.GetString(text));
}
