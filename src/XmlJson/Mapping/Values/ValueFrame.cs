namespace XmlJson.Mapping.Values;

/// <summary>A JSON object or array that is open while <see cref="ValueUnmapper"/> reads it.</summary>
internal struct ValueFrame
{
    public bool IsMap;

    /// <summary>How many values came, in an array; in a map, 1 once there is a latest key.</summary>
    public long Values;

    /// <summary>Where the latest key begins among those of the open maps.</summary>
    public int KeyStart;
    public int KeyLength;

    /// <summary>Whether the latest key has an escape.</summary>
    public bool IsKeyEscaped;

    /// <summary>The keys so far.</summary>
    public SeenMark Seen;
}
