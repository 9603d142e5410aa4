namespace XmlJson.Mapping.Lossless;

/// <summary>What a <see cref="JsonToken"/> is.</summary>
internal enum JsonTokenKind : byte
{
    /// <summary>Nothing: a place held for the start of an array.</summary>
    None,

    StartObject,
    EndObject,
    StartArray,
    EndArray,
    Key,

    /// <summary>A whole string.</summary>
    String,

    /// <summary>A piece of a string.</summary>
    Piece,

    /// <summary>The end of the string whose pieces came before.</summary>
    EndOfPieces,

    Null,
}
