using System.Numerics;
using System.Text;
using XmlJson.Text;

namespace XmlJson.Trees;

/// <summary>The short strings made lately for texts and values: white space between elements, and values such as <c>true</c>, come again and again.</summary>
/// <remarks>Documents first read on one thread have them together. A string that is found is compared before it is given out, so threads that read at once may overwrite each other's.</remarks>
internal sealed class RecentStrings
{
    // A longer string seldom comes again, and costs less for each character.
    private const int MaxLength = 32;
    private const int SlotBits = 8;

    // 2^64 divided by the golden ratio, which spreads neighbouring numbers.
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    [ThreadStatic]
    private static RecentStrings? s_ofThread;

    private readonly string?[] _strings = new string?[1 << SlotBits];

    /// <summary>Those of the documents that this thread reads first.</summary>
    public static RecentStrings OfThread => s_ofThread ??= new RecentStrings();

    /// <summary>A string of a text.</summary>
    /// <param name="text">UTF-8.</param>
    public string Get(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > MaxLength)
        {
            return Utf16Widener.GetString(text);
        }

        ref var slot = ref _strings[SlotOf(text)];
        if (slot is { } known && Ascii.Equals(text, known))
        {
            return known;
        }

        return slot = Utf16Widener.GetString(text);
    }

    private static int SlotOf(ReadOnlySpan<byte> text)
    {
        var ends = text.Length >= sizeof(ulong)
            ? BitConverter.ToUInt64(text) + BitOperations.RotateLeft(BitConverter.ToUInt64(text[^sizeof(ulong)..]), 23)
            : text.Length >= sizeof(uint)
                ? BitConverter.ToUInt32(text) | ((ulong)BitConverter.ToUInt32(text[^sizeof(uint)..]) << 32)
                : text[0] | ((ulong)text[^1] << 8) | ((ulong)text[text.Length / 2] << 16);
        return (int)(((ends + (uint)text.Length) * Spread) >> (64 - SlotBits));
    }
}
