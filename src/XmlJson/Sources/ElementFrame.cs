namespace XmlJson;

/// <summary>An open element.</summary>
//  0        4       8          16
//  | NameId | UriId | Bindings | (pad) | Start |
internal struct ElementFrame
{
    /// <summary>The name's number.</summary>
    public int NameId;

    /// <summary>The namespace's number.</summary>
    public int UriId;

    /// <summary>How many namespace declarations were in force outside the element.</summary>
    public int Bindings;

    /// <summary>Where the start tag begins, in bytes from the start of the document, or of the entity's text; for messages.</summary>
    public long Start;

    /// <summary>Whether this is no element but the beginning of an entity's text, which no end tag in it may cross.</summary>
    // No element has the empty name, and no end tag does: the usual comparison fails without a question of its own.
    public readonly bool IsBarrier => NameId == XmlNames.EmptyName;

    /// <summary>A barrier.</summary>
    public static ElementFrame CreateBarrier(int bindings) => new() { NameId = XmlNames.EmptyName, Bindings = bindings };
}
