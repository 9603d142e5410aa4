namespace XmlJson.Mapping.JsonML;

/// <summary>A JSON array that is open while <see cref="JsonMLUnmapper"/> reads it: an element.</summary>
internal struct JsonMLFrame
{
    /// <summary>Its row on the tape; known once its name is.</summary>
    public int Row;

    /// <summary>How many values came, the name included.</summary>
    public long Values;

    /// <summary>Whether the latest was text.</summary>
    public bool EndsWithText;
}
