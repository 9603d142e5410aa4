namespace XmlJson.Mapping.Lossless;

/// <summary>The white space that layout implies before a node: a line feed, and one unit of indentation for each open element.</summary>
internal static class Layout
{
    /// <summary>Longer white space is never implied. So a short JSON text cannot stand for a document of any length, and a node that is deep costs no more than this.</summary>
    public const int LongestImplied = 256;

    /// <summary>Whether a value can be a unit.</summary>
    public static bool IsUnit(ReadOnlySpan<byte> text) => text.Length < LongestImplied && text.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;

    /// <summary>How long the implied white space is.</summary>
    /// <param name="unit">The unit, which may be empty; null where nothing is implied.</param>
    /// <param name="depth">The number of open elements.</param>
    public static int LengthAt(byte[]? unit, int depth) =>
        unit is not null && 1 + ((long)unit.Length * depth) is <= LongestImplied and var length ? (int)length : 0;

    /// <summary>Whether text is exactly what is implied; so for nothing where nothing is.</summary>
    public static bool IsImplied(ReadOnlySpan<byte> text, byte[]? unit, int depth) =>
        text.Length == LengthAt(unit, depth) && (text.IsEmpty || (text[0] == '\n' && IsRepeated(text[1..], unit)));

    /// <summary>Finds the unit by which text would be implied.</summary>
    public static bool TryFindUnit(ReadOnlySpan<byte> text, int depth, out byte[]? unit)
    {
        unit = null;
        if (depth == 0 || text.Length is 0 or > LongestImplied || text[0] != '\n' || (text.Length - 1) % depth != 0 || !IsUnit(text[1..]))
        {
            return false;
        }

        var candidate = text.Slice(1, (text.Length - 1) / depth);
        if (!IsRepeated(text[1..], candidate))
        {
            return false;
        }

        unit = candidate.ToArray();
        return true;
    }

    /// <summary>Writes the implied white space.</summary>
    public static void Write(Span<byte> destination, byte[] unit, int depth)
    {
        destination[0] = (byte)'\n';
        for (var i = 0; i < depth && unit.Length > 0; i++)
        {
            unit.CopyTo(destination[(1 + (i * unit.Length))..]);
        }
    }

    // Of a length that is known to be right.
    private static bool IsRepeated(ReadOnlySpan<byte> text, ReadOnlySpan<byte> unit) =>
        text.IsEmpty || (text.StartsWith(unit) && text[unit.Length..].SequenceEqual(text[..^unit.Length]));
}
