namespace XmlJson.Mapping;

/// <summary>What an <see cref="EventRow"/> is.</summary>
internal enum EventKind : byte
{
    /// <summary>Nothing: a place held for an element that turned out not to be needed.</summary>
    None,

    /// <summary>The XML declaration; its parts are its attributes.</summary>
    XmlDeclaration,

    /// <summary>A document type declaration; its parts are its attributes.</summary>
    DocumentType,

    StartElement,

    /// <summary>A whole element that holds only text.</summary>
    TextElement,

    EndElement,

    /// <summary>Linked to its element, and no event of its own.</summary>
    Attribute,

    /// <summary>An attribute that is not in the document, but added because its default is declared.</summary>
    DefaultedAttribute,

    Text,
    CData,
    Comment,
    ProcessingInstruction,

    /// <summary>A reference to an entity that is not expanded; its name is its text.</summary>
    SkippedEntity,
}
