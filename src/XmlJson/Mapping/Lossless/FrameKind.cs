namespace XmlJson.Mapping.Lossless;

/// <summary>What an open JSON object or array is.</summary>
internal enum FrameKind : byte
{
    /// <summary>The object at the root.</summary>
    Document,

    /// <summary>An object that is an element.</summary>
    Element,

    /// <summary>An array whose values all have the key before it.</summary>
    Items,

    /// <summary>The array of nodes in order.</summary>
    Rest,

    /// <summary>An object in it, which stands for one node.</summary>
    RestItem,

    /// <summary>The object of a declaration.</summary>
    Fields,
}
