namespace XmlJson.Mapping.Lossless;

/// <summary>A JSON object or array that is open while <see cref="LosslessUnmapper"/> reads it.</summary>
internal struct Frame
{
    /// <summary>In a <see cref="FrameKind.Document"/> or <see cref="FrameKind.Element"/>: its content as the writer would have it.</summary>
    public Content Content;

    /// <summary>The layout's unit before one was said that no node has come after yet.</summary>
    public byte[]? OuterUnit;

    /// <summary>The keys of its members.</summary>
    public SeenMark Seen;

    /// <summary>The size of the document before its last node.</summary>
    public long NodeStart;

    /// <summary>How many values came, in an array, or keys, in an object.</summary>
    public long Values;

    /// <summary>In an object the key whose value comes next; in an array the key of its values.</summary>
    public int Key;

    /// <summary>The frame of the element or document that its nodes belong to.</summary>
    public int Owner;

    /// <summary>The row of its element or declaration.</summary>
    public int Row;

    /// <summary>How long a text is that is a member, or -1.</summary>
    public int TextLength;

    /// <summary>In a <see cref="FrameKind.Fields"/>: a bit for each field that came.</summary>
    public int Fields;

    public FrameKind Kind;

    /// <summary>Of <see cref="Key"/>.</summary>
    public KeyRole Role;

    /// <summary>Whether an attribute or field may still come.</summary>
    public bool IsUndecided;

    public bool HasAttributes;

    /// <summary>Whether anything but attributes came.</summary>
    public bool HasContent;

    /// <summary>Whether the rest has begun.</summary>
    public bool HasRest;

    /// <summary>Whether a layout was said and no node has come after it.</summary>
    public bool HasNewLayout;

    /// <summary>Whether the latest in the content is text.</summary>
    public bool EndsWithText;
}
