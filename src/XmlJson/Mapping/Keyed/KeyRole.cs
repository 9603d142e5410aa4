namespace XmlJson.Mapping.Keyed;

/// <summary>What a JSON key stands for under a <see cref="JsonConvention"/>.</summary>
internal enum KeyRole : byte
{
    Element,
    Attribute,

    /// <summary>An attribute of the JSON namespace: <c>$type</c>.</summary>
    JsonAttribute,
    Text,
    CData,
    Comment,
    ProcessingInstruction,
    DocumentType,
    XmlDeclaration,
}
