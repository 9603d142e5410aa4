namespace XmlJson.Mapping;

/// <summary>One event, or one attribute, on an <see cref="EventTape"/>.</summary>
//  0        8     12          16           20              24              28
//  | Offset | Key | TextStart | TextLength | NextAttribute | LastAttribute | Kind |  (pad to 32)
internal struct EventRow
{
    /// <summary>Where its JSON token begins, in bytes from the document's start.</summary>
    public long Offset;

    /// <summary>The number of the JSON key its name comes from.</summary>
    public int Key;

    public int TextStart;
    public int TextLength;

    /// <summary>How many rows behind this one the next attribute of the same element is; 0 for none.</summary>
    public int NextAttribute;

    /// <summary>How many rows behind an element its last attribute is.</summary>
    public int LastAttribute;
    public EventKind Kind;
}
