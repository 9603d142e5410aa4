namespace XmlJson;

/// <summary>One attribute of the start tag being reported.</summary>
//  0        4      8        12       16      17     18
//  | NameId | UriId | Start  | Length | Flags | Type |  (pad to 20)
internal struct AttributeRow
{
    public int NameId;
    public int UriId;

    /// <summary>Where the value begins: in the tag's bytes, or in the buffer's own when <see cref="AttributeRowFlags.Stored"/>.</summary>
    public int Start;
    public int Length;
    public AttributeRowFlags Flags;
    public AttributeType Type;
}
