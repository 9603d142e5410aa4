using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace XmlJson.Text;

/// <summary>Questions about UTF-8 text.</summary>
internal static class Utf8Text
{
    // U+FFFE and U+FFFF, which XML 1.0 §2.2 [2] leaves out, are EF BF BE and EF BF BF; nothing else that is forbidden begins with EF BF.
    private static ReadOnlySpan<byte> NonCharacterHead => [0xEF, 0xBF];

    /// <summary>The number of code points: of bytes that do not continue a sequence.</summary>
    public static int CountCharacters(ReadOnlySpan<byte> text)
    {
        var count = 0;
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; i <= text.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
            {
                // As signed numbers, exactly the continuation bytes 80…BF are below -64.
                var starts = Vector128.GreaterThanOrEqual(Vector128.Create(text[i..]).AsSByte(), Vector128.Create((sbyte)-64));
                count += BitOperations.PopCount(starts.ExtractMostSignificantBits());
            }
        }

        for (; i < text.Length; i++)
        {
            count += (text[i] & 0xC0) != 0x80 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The number of code points beyond U+FFFF: of bytes that begin a sequence of four.</summary>
    public static int CountSupplementary(ReadOnlySpan<byte> text)
    {
        var count = 0;
        int next;
        while ((next = text.IndexOfAnyInRange((byte)0xF0, (byte)0xF4)) >= 0)
        {
            count++;
            text = text[(next + 1)..];
        }

        return count;
    }

    /// <summary>How many bytes at the end are the beginning of a sequence that may go on behind it: 0 to 3.</summary>
    public static int IncompleteTail(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back <= Math.Min(3, text.Length); back++)
        {
            var b = text[^back];
            if (b >= 0xC0)
            {
                var length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return length > back ? back : 0;
            }

            if (b < 0x80)
            {
                break;
            }
        }

        return 0;
    }

    /// <summary>Finds the first place that is not UTF-8 (Unicode 3.9, table 3-7) or is one of U+FFFE and U+FFFF.</summary>
    /// <param name="text">Bytes that begin with a whole sequence.</param>
    /// <param name="isEncoded">Whether the place found is valid UTF-8, so that only the character is forbidden.</param>
    /// <returns>Its offset, or -1.</returns>
    public static int FindInvalid(ReadOnlySpan<byte> text, out bool isEncoded)
    {
        isEncoded = true;
        var valid = Utf8.IsValid(text) ? text.Length : ValidLength(text);
        var from = 0;
        while (true)
        {
            var next = text[from..valid].IndexOf(NonCharacterHead);
            if (next < 0)
            {
                break;
            }

            from += next;
            if (from + 2 < valid && text[from + 2] >= 0xBE)
            {
                return from;
            }

            from += 2;
        }

        isEncoded = valid == text.Length;
        return isEncoded ? -1 : valid;
    }

    // The invalid place lies in the first half that is not valid, cut at whole sequences: halving finds it in linear time altogether.
    private static int ValidLength(ReadOnlySpan<byte> text)
    {
        var known = 0;
        var length = text.Length;
        while (length - known > 4)
        {
            var middle = known + ((length - known) / 2);
            middle -= IncompleteTail(text[known..middle]);
            if (middle > known && Utf8.IsValid(text[known..middle]))
            {
                known = middle;
            }
            else if (middle > known)
            {
                length = middle;
            }
            else
            {
                break;
            }
        }

        while (known < text.Length && System.Text.Rune.DecodeFromUtf8(text[known..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            known += used;
        }

        return known;
    }
}
