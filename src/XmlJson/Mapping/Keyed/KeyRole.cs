namespace XmlJson.Mapping.Keyed;

/// <summary>What a JSON key stands for under a <see cref="JsonConvention"/>.</summary>
internal enum KeyRole : byte
{
    Element,
    Attribute,

    /// <summary>An attribute of the JSON namespace: <c>$type</c>.</summary>
    JsonAttribute,

    /// <summary>An object of attributes.</summary>
    Attributes,

    /// <summary>An object of namespace declarations.</summary>
    Namespaces,
    Text,
    CData,
    Comment,
    ProcessingInstruction,

    /// <summary>An object with the target and data of a processing instruction.</summary>
    Instructions,
    DocumentType,
    XmlDeclaration,
}
