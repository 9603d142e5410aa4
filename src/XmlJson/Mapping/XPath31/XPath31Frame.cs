namespace XmlJson.Mapping.XPath31;

/// <summary>A JSON object or array that is open while <see cref="XPath31Unmapper"/> reads it.</summary>
internal struct XPath31Frame
{
    public bool IsMap;

    /// <summary>How many values came, in an array, or keys, in a map.</summary>
    public long Values;

    /// <summary>Where the latest key begins among those of the open maps.</summary>
    public int KeyStart;
    public int KeyLength;

    /// <summary>Whether the latest key has an escape.</summary>
    public bool IsKeyEscaped;

    /// <summary>The keys so far.</summary>
    public SeenMark Seen;
}
