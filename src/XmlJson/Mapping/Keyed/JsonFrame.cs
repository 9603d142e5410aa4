namespace XmlJson.Mapping.Keyed;

/// <summary>A JSON object or array that is open while <see cref="KeyedUnmapper"/> reads it.</summary>
internal struct JsonFrame
{
    /// <summary>What it becomes.</summary>
    public JsonFrameKind Kind;

    /// <summary>What the values of a <see cref="JsonFrameKind.Values"/> or <see cref="JsonFrameKind.Attributes"/> become.</summary>
    public KeyRole Role;

    /// <summary>Whether reading back makes an array of the items, however many.</summary>
    public ArrayDecision Decision;

    /// <summary>Whether an attribute, or for the root object the root itself, may still come.</summary>
    public bool IsUndecided;

    /// <summary>Whether attributes came.</summary>
    public bool HasAttributes;

    /// <summary>Whether anything but attributes and text came.</summary>
    public bool HasContent;

    /// <summary>Whether text came.</summary>
    public bool HasText;

    /// <summary>Whether text came that is kept only where it is alone.</summary>
    public bool HasWhiteSpace;

    /// <summary>Whether elements came.</summary>
    public bool HasElements;

    /// <summary>In an object the key whose value comes next; in an array the key of its items.</summary>
    public int Key;

    /// <summary>The state of the path matcher: at its element, or at its items.</summary>
    public int Path;

    /// <summary>The state of the paths of types: at its element, or at its items.</summary>
    public int TypePath;

    /// <summary>The type that reading back gives the text of its element, or of its items.</summary>
    public TextType Type;

    /// <summary>The row of its element.</summary>
    public int Row;

    /// <summary>How many values came, in an array.</summary>
    public long Values;

    /// <summary>How many keys were remembered before it.</summary>
    public int SeenCount;

    /// <summary>Its number among all objects.</summary>
    public long Number;
}
