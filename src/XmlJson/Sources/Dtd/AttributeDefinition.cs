namespace XmlJson;

/// <summary>The binding declaration of one attribute of one element type (XML 1.0 §3.3 [53]).</summary>
internal sealed class AttributeDefinition(int nameId, AttributeType type, AttributeDefaultKind defaultKind)
{
    /// <summary>The attribute's name, by its number in the parser's <see cref="XmlNames"/>.</summary>
    public int NameId { get; } = nameId;

    public AttributeType Type { get; } = type;

    public AttributeDefaultKind DefaultKind { get; } = defaultKind;

    public bool HasDefault => DefaultKind >= AttributeDefaultKind.Value;

    /// <summary>The default value, normalized for its type (§3.3.3) and ready to use; empty when there is none.</summary>
    public byte[] Value { get; set; } = [];
}
