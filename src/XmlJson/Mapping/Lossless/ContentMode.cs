namespace XmlJson.Mapping.Lossless;

/// <summary>How far the content of an element, or of the document, has come.</summary>
internal enum ContentMode : byte
{
    /// <summary>Nothing, or text that may turn out to be all.</summary>
    Start,

    /// <summary>A text or a CDATA section that is a member: only the rest may follow.</summary>
    Whole,

    /// <summary>Nodes that are members.</summary>
    Plain,

    /// <summary>Everything in order.</summary>
    Rest,
}
