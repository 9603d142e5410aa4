namespace XmlJson.Mapping.Lossless;

/// <summary>What a JSON key stands for under <see cref="LosslessConvention"/>.</summary>
internal enum KeyRole : byte
{
    Element,
    Attribute,

    /// <summary>An attribute that was added because its default is declared.</summary>
    DefaultedAttribute,

    Text,
    CData,
    Comment,
    ProcessingInstruction,

    /// <summary>A reference to an entity that is not expanded.</summary>
    Entity,

    /// <summary>The unit of indentation.</summary>
    Layout,

    /// <summary>Everything else, in order.</summary>
    Rest,

    XmlDeclaration,
    DocumentType,
}
