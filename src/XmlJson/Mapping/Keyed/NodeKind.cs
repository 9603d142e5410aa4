namespace XmlJson.Mapping.Keyed;

/// <summary>What a <see cref="NodeRow"/> is.</summary>
internal enum NodeKind : byte
{
    /// <summary>An element; when text is all it holds, the text is in its row.</summary>
    Element,

    Attribute,

    /// <summary>An attribute of the JSON namespace other than <c>json:Array</c>.</summary>
    JsonAttribute,

    /// <summary>An object of attributes, whose rows follow: of all, or of the namespace declarations.</summary>
    Attributes,

    Text,
    CData,
    Comment,
    ProcessingInstruction,

    /// <summary>An object around one processing instruction, whose row follows.</summary>
    Instruction,
    DocumentType,
}
