using System.Buffers;
using System.Text;

namespace XmlJson;

/// <summary>Finds the characters that XML 1.0 §2.2 [2] leaves out, in valid UTF-8.</summary>
internal static class ForbiddenCharacters
{
    // The control characters but for tab, line feed and carriage return.
    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    /// <summary>The offset of the first forbidden character, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<byte> text)
    {
        var first = text.IndexOfAny(Controls);
        first = Earlier(first, text.IndexOf("\uFFFE"u8));
        return Earlier(first, text.IndexOf("\uFFFF"u8));
    }

    /// <summary>The message for a forbidden character at an offset.</summary>
    public static string Describe(ReadOnlySpan<byte> text, int offset)
    {
        Rune.DecodeFromUtf8(text[offset..], out var c, out _);
        return $"The character U+{c.Value:X4} is not allowed in XML.";
    }

    private static int Earlier(int a, int b) => a < 0 ? b : b < 0 ? a : Math.Min(a, b);
}
