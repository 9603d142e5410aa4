namespace XmlJson.Trees;

/// <summary>What a row of a <see cref="Document"/> holds.</summary>
internal enum NodeKind : byte
{
    /// <summary>Row 0: the document itself.</summary>
    Document,

    /// <summary>A list of nodes without an element around it.</summary>
    Fragment,

    Element,

    /// <summary>Character data; see <see cref="TextKind.Text"/>.</summary>
    Text,

    /// <summary>White space in element content; see <see cref="TextKind.WhiteSpace"/>.</summary>
    WhiteSpace,

    /// <summary>A CDATA section, which may be empty.</summary>
    CData,

    /// <summary>A reference to an entity that was not expanded.</summary>
    EntityReference,

    Comment,

    ProcessingInstruction,

    /// <summary>A document type declaration; its text is the index of a <see cref="DocumentTypeRecord"/>.</summary>
    DocumentType,
}
