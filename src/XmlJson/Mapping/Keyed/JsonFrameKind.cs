namespace XmlJson.Mapping.Keyed;

/// <summary>What a <see cref="JsonFrame"/> becomes.</summary>
internal enum JsonFrameKind : byte
{
    /// <summary>The object at the root: its only element is the root element, or an element is put around all.</summary>
    Root,

    /// <summary>An object: an element's attributes and content.</summary>
    Element,

    /// <summary>An array that is a key's value: an element for each item.</summary>
    Items,

    /// <summary>An array in an array, or at the root: an element that holds an element for each item.</summary>
    NestedItems,

    /// <summary>An array of texts, sections, comments or instructions.</summary>
    Values,

    /// <summary>An object of attributes, or of namespace declarations: they belong to the frame around.</summary>
    Attributes,

    /// <summary>An object of processing instructions: they belong to the frame around, or around the array.</summary>
    Instructions,

    /// <summary>An object in place of a processing instruction's data, which is written in the manner of attributes.</summary>
    InstructionData,

    /// <summary>The parts of a declaration.</summary>
    Fields,
}
