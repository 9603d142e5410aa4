using System.Buffers;
using System.Text;

namespace XmlJson.Text;

/// <summary>The character classes of names: XML 1.0 fifth edition §2.3 [4] NameStartChar, [4a] NameChar, [5] Name, [7] Nmtoken; Namespaces in XML 1.0 §3 [4] NCName.</summary>
internal static class NameCharacters
{
    private static readonly SearchValues<byte> AsciiNameBytes =
        SearchValues.Create("-.0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"u8);

    // [4] without the ASCII part, as closed ranges of code points.
    private static readonly (int First, int Last)[] StartRanges =
    [
        (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2FF), (0x370, 0x37D), (0x37F, 0x1FFF), (0x200C, 0x200D), (0x2070, 0x218F),
        (0x2C00, 0x2FEF), (0x3001, 0xD7FF), (0xF900, 0xFDCF), (0xFDF0, 0xFFFD), (0x10000, 0xEFFFF),
    ];

    // What [4a] adds to [4], without the ASCII part.
    private static readonly (int First, int Last)[] OtherRanges = [(0xB7, 0xB7), (0x300, 0x36F), (0x203F, 0x2040)];

    /// <summary>Whether a character may begin a name; the colon may.</summary>
    public static bool IsStart(Rune c) =>
        c.IsAscii ? char.IsAsciiLetter((char)c.Value) || c.Value is '_' or ':' : IsIn(StartRanges, c.Value);

    /// <summary>Whether a character may stand in a name; the colon may.</summary>
    public static bool IsName(Rune c) =>
        c.IsAscii ? AsciiNameBytes.Contains((byte)c.Value) : IsIn(StartRanges, c.Value) || IsIn(OtherRanges, c.Value);

    /// <summary>Where a name stops being one: the offset of the first byte that breaks [5] Name, or the length when the whole is a name. An empty value gives 0.</summary>
    public static int NameLength(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || Rune.DecodeFromUtf8(value, out var first, out var used) != OperationStatus.Done || !IsStart(first))
        {
            return 0;
        }

        return used + TokenLength(value[used..]);
    }

    /// <summary>As <see cref="NameLength"/>, for [7] Nmtoken, where any name character may come first.</summary>
    public static int TokenLength(ReadOnlySpan<byte> value)
    {
        var i = 0;
        while (true)
        {
            var next = value[i..].IndexOfAnyExcept(AsciiNameBytes);
            if (next < 0)
            {
                return value.Length;
            }

            i += next;
            if (Rune.DecodeFromUtf8(value[i..], out var c, out var used) != OperationStatus.Done || !IsName(c))
            {
                return i;
            }

            i += used;
        }
    }

    /// <summary>Whether the whole value is a [5] Name.</summary>
    public static bool IsName(ReadOnlySpan<byte> value) => !value.IsEmpty && NameLength(value) == value.Length;

    /// <summary>Whether the whole value is a [5] Name without a colon: Namespaces in XML [4] NCName.</summary>
    public static bool IsNCName(ReadOnlySpan<byte> value) => IsName(value) && !value.Contains((byte)':');

    /// <summary>Whether a [5] Name is qualified: at most one colon, with an NCName on each side (Namespaces in XML [7] QName).</summary>
    public static bool IsQName(ReadOnlySpan<byte> name)
    {
        var colon = name.IndexOf((byte)':');
        return colon < 0 || (IsNCName(name[..colon]) && IsNCName(name[(colon + 1)..]));
    }

    private static bool IsIn(ReadOnlySpan<(int First, int Last)> ranges, int c)
    {
        foreach (var (first, last) in ranges)
        {
            if (c <= last)
            {
                return c >= first;
            }
        }

        return false;
    }
}
