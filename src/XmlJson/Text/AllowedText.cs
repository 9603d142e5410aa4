using System.Buffers;
using System.Text;

namespace XmlJson.Text;

/// <summary>UTF-8 of the characters that XML 1.0 §2.2 [2] allows.</summary>
internal static class AllowedText
{
    /// <summary>The bytes below a space that are no [2] Char.</summary>
    public static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(b => b is not ('\t' or '\n' or '\r')).Select(b => (byte)b)]);

    // All but the ASCII that is a [2] Char.
    private static readonly SearchValues<byte> NotPlain = SearchValues.Create(
        [.. Enumerable.Range(0, 0x100).Where(b => b is (< 0x20 and not ('\t' or '\n' or '\r')) or >= 0x80).Select(b => (byte)b)]);

    /// <summary>Where text stops being what XML allows; -1 when all of it is.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var plain = text.IndexOfAny(NotPlain);
        if (plain < 0)
        {
            return -1;
        }

        var rest = text[plain..];
        return Utf8Text.FindInvalid(rest, out _) < 0 && rest.IndexOfAny(Controls) < 0 ? -1 : FirstInvalid(text, plain);
    }

    /// <summary>The message for a character that is not allowed.</summary>
    public static string Describe(ReadOnlySpan<byte> text, int offset)
    {
        Rune.DecodeFromUtf8(text[offset..], out var c, out _);
        return $"The character U+{c.Value:X4} is not allowed in XML.";
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text, int start)
    {
        while (Rune.DecodeFromUtf8(text[start..], out var character, out var length) == OperationStatus.Done && Characters.IsAllowed(character.Value))
        {
            start += length;
        }

        return start;
    }
}
