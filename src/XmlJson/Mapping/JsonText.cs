using System.Runtime.InteropServices;
using System.Text;
using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>Resolves the escapes of a JSON string (RFC 8259 §7), which a <c>Utf8JsonReader</c> has found to be well-formed.</summary>
internal static class JsonText
{
    private static ReadOnlySpan<byte> Replacement => "\uFFFD"u8;

    /// <summary>Copies a string, escapes resolved.</summary>
    /// <param name="raw">What stands between the quotes: valid UTF-8.</param>
    /// <param name="destination">At least as long as <paramref name="raw"/>, and half as long again where not all is allowed: U+FFFD takes three bytes, the shortest escape two.</param>
    /// <param name="allowsAll">Whether characters that XML cannot hold may stay; a lone surrogate never does.</param>
    /// <param name="replaced">How many characters became U+FFFD.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> destination, bool allowsAll, out int replaced)
    {
        var written = 0;
        replaced = 0;
        while (true)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0)
            {
                raw.CopyTo(destination[written..]);
                return written + raw.Length;
            }

            raw[..plain].CopyTo(destination[written..]);
            written += plain;
            raw = raw[(plain + 1)..];
            var code = ReadEscape(ref raw);
            written += Write(code, destination[written..], allowsAll, ref replaced);
        }
    }

    /// <summary>Copies a string, escapes resolved; characters that XML cannot hold are replaced.</summary>
    /// <param name="raw">What stands between the quotes: valid UTF-8, with <see cref="JsonUnescaper.Overlap"/> readable bytes behind it.</param>
    /// <param name="destination">One and a half times as long, as U+FFFD takes three bytes and the shortest escape two, and <see cref="JsonUnescaper.Overlap"/> bytes more.</param>
    /// <param name="replaced">How many characters became U+FFFD.</param>
    /// <returns>The number of bytes written.</returns>
    public static int UnescapePadded(ReadOnlySpan<byte> raw, Span<byte> destination, out int replaced)
    {
        var written = 0;
        replaced = 0;
        while (true)
        {
            var read = JsonUnescaper.Copy(ref MemoryMarshal.GetReference(raw), raw.Length, ref MemoryMarshal.GetReference(destination[written..]), out var copied, out _);
            written += copied;
            raw = raw[read..];
            if (raw.IsEmpty)
            {
                return written;
            }

            raw = raw[1..];
            written += Write(ReadEscape(ref raw), destination[written..], allowsAll: false, ref replaced);
        }
    }

    /// <summary>Replaces U+FFFE and U+FFFF, the only characters that may stand in JSON without an escape but not in XML.</summary>
    /// <returns>How many there were.</returns>
    public static int ReplaceNonCharacters(Span<byte> text)
    {
        var count = 0;
        while (Utf8Text.FindInvalid(text, out _) is >= 0 and var next)
        {
            Replacement.CopyTo(text[next..]);
            text = text[(next + Replacement.Length)..];
            count++;
        }

        return count;
    }

    /// <summary>Replaces control characters that XML leaves out.</summary>
    public static byte[] ReplaceControls(ReadOnlySpan<byte> text)
    {
        var replaced = new List<byte>(text.Length + 16);
        while (text.IndexOfAny(AllowedText.Controls) is >= 0 and var next)
        {
            replaced.AddRange(text[..next]);
            replaced.AddRange(Replacement);
            text = text[(next + 1)..];
        }

        replaced.AddRange(text);
        return [.. replaced];
    }

    /// <summary>Reads what follows a backslash.</summary>
    /// <param name="raw">Begins behind the backslash; moved on behind the escape, or behind both escapes of a surrogate pair.</param>
    /// <returns>A code point, or a lone surrogate's code unit.</returns>
    public static int ReadEscape(ref ReadOnlySpan<byte> raw)
    {
        var kind = raw[0];
        raw = raw[1..];
        switch (kind)
        {
            case (byte)'b': return '\b';
            case (byte)'f': return '\f';
            case (byte)'n': return '\n';
            case (byte)'r': return '\r';
            case (byte)'t': return '\t';
            case (byte)'u': break;
            default: return kind;
        }

        var unit = ReadUnit(raw);
        raw = raw[4..];
        if (char.IsHighSurrogate((char)unit) && raw.StartsWith("\\u"u8) && ReadUnit(raw[2..]) is var low && char.IsLowSurrogate((char)low))
        {
            raw = raw[6..];
            return char.ConvertToUtf32((char)unit, (char)low);
        }

        return unit;
    }

    private static int Write(int code, Span<byte> destination, bool allowsAll, ref int replaced)
    {
        if (Rune.TryCreate(code, out var c) && (allowsAll || Characters.IsAllowed(code)))
        {
            return c.EncodeToUtf8(destination);
        }

        replaced++;
        Replacement.CopyTo(destination);
        return Replacement.Length;
    }

    private static int ReadUnit(ReadOnlySpan<byte> digits)
    {
        var unit = 0;
        for (var i = 0; i < 4; i++)
        {
            var b = digits[i];
            unit = (unit << 4) | (b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10);
        }

        return unit;
    }
}
