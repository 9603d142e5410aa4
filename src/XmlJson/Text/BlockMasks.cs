namespace XmlJson.Text;

/// <summary>Answers, one bit a byte, the three questions the parser asks about 64 bytes of input.</summary>
internal struct BlockMasks
{
    /// <summary>Yes to every question everywhere.</summary>
    public static BlockMasks All => new() { TextEnd = ulong.MaxValue, NameEnd = ulong.MaxValue, ValueEnd = ulong.MaxValue };

    /// <summary>Could plain text end here? <c>&lt; &amp; ]</c>, carriage return, and control characters that are not allowed.</summary>
    public ulong TextEnd;

    /// <summary>Could a name in a tag end here? <c>/ = &gt;</c>, white space and control characters.</summary>
    public ulong NameEnd;

    /// <summary>Could a plain attribute value end here? <c>" ' &lt; &amp;</c>, white space but the space, and control characters.</summary>
    public ulong ValueEnd;
}
