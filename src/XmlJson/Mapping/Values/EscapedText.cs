using System.Buffers;
using System.Text;
using XmlJson.Text;

namespace XmlJson.Mapping.Values;

/// <summary>
/// The two forms of text in the vocabulary, and JSON strings. In an <i>escaped</i> text a backslash begins a JSON escape, which stands for each special character: controls, what XML cannot
/// hold, and the backslash (§17.5.3, the option <c>escape</c>).
/// </summary>
internal static class EscapedText
{
    /// <summary>How many bytes one becomes at most: U+007F is <c>\u007F</c>.</summary>
    public const int Growth = 6;

    // Backslash and DEL, and what may begin one of U+0080…U+009F, or U+FFFE and U+FFFF.
    private static readonly SearchValues<byte> MayBeSpecial = SearchValues.Create([(byte)'\\', 0x7F, 0xC2, 0xEF]);

    // What fn:xml-to-json escapes, or what may begin it.
    private static readonly SearchValues<byte> MayNeedEscape = SearchValues.Create([(byte)'\\', (byte)'"', (byte)'/', .. Enumerable.Range(0, 0x20).Select(b => (byte)b), 0x7F, 0xC2]);

    /// <summary>Whether a text, as it is, would become an escaped one.</summary>
    public static bool HasSpecial(ReadOnlySpan<byte> text)
    {
        var from = text;
        while (from.IndexOfAny(MayBeSpecial) is >= 0 and var next)
        {
            if (SpecialLength(from[next..], out _) > 0)
            {
                return true;
            }

            from = from[(next + 1)..];
        }

        return text.IndexOfAnyInRange((byte)0, (byte)0x1F) >= 0;
    }

    /// <summary>Makes escaped text of a JSON string.</summary>
    /// <param name="raw">What stands between the quotes: valid UTF-8 and well-formed escapes.</param>
    /// <param name="destination"><see cref="Growth"/> times as long.</param>
    /// <param name="hasEscape">Whether there is an escape in it.</param>
    /// <returns>The number of bytes written.</returns>
    public static int FromJson(ReadOnlySpan<byte> raw, Span<byte> destination, out bool hasEscape)
    {
        hasEscape = false;
        var written = 0;
        while (true)
        {
            var plain = raw.IndexOfAny(MayBeSpecial);
            var run = plain < 0 ? raw : raw[..plain];
            run.CopyTo(destination[written..]);
            written += run.Length;
            if (plain < 0)
            {
                return written;
            }

            raw = raw[plain..];
            if (raw[0] == '\\')
            {
                raw = raw[1..];
                var code = JsonText.ReadEscape(ref raw);
                if (IsSpecial(code))
                {
                    hasEscape = true;
                    written += WriteEscape(code, destination[written..]);
                }
                else
                {
                    written += new Rune(code).EncodeToUtf8(destination[written..]);
                }
            }
            else if (SpecialLength(raw, out var code) is > 0 and var length)
            {
                hasEscape = true;
                written += WriteEscape(code, destination[written..]);
                raw = raw[length..];
            }
            else
            {
                destination[written++] = raw[0];
                raw = raw[1..];
            }
        }
    }

    /// <summary>The escape for one character, as <c>\u0000</c>.</summary>
    public static string EscapeOf(int code)
    {
        Span<byte> escape = stackalloc byte[6];
        return Encoding.ASCII.GetString(escape[..WriteEscape(code, escape)]);
    }

    /// <summary>Makes a JSON string of text, its quotes included (§17.5.4, "Strings are escaped").</summary>
    /// <param name="text">The text: characters that XML may hold.</param>
    /// <param name="isEscaped">Whether it is an escaped one.</param>
    /// <param name="escapeSolidus">Whether <c>/</c> is escaped.</param>
    /// <param name="json">The string.</param>
    /// <returns>Where in the text a backslash begins no escape; -1 when all is well.</returns>
    public static int ToJson(ReadOnlySpan<byte> text, bool isEscaped, bool escapeSolidus, ArrayBufferWriter<byte> json)
    {
        json.Write("\""u8);
        for (var at = 0; ;)
        {
            var rest = text[at..];
            var plain = rest.IndexOfAny(MayNeedEscape);
            json.Write(plain < 0 ? rest : rest[..plain]);
            if (plain < 0)
            {
                json.Write("\""u8);
                return -1;
            }

            at += plain;
            rest = rest[plain..];
            var used = 1;
            switch (rest[0])
            {
                case (byte)'\\' when isEscaped:
                    used = EscapeLength(rest);
                    if (used == 0)
                    {
                        return at;
                    }

                    json.Write(rest[..used]);
                    break;
                case (byte)'/' when !escapeSolidus:
                    json.Write("/"u8);
                    break;
                case (byte)'"' or (byte)'/':
                    json.Write("\\"u8);
                    json.Write(rest[..1]);
                    break;
                case 0xC2 when rest[1] >= 0xA0:
                    used = 2;
                    json.Write(rest[..2]);
                    break;
                case 0xC2:
                    used = 2;
                    json.Advance(WriteEscape(rest[1], json.GetSpan(Growth)));
                    break;
                default:
                    json.Advance(WriteEscape(rest[0], json.GetSpan(Growth)));
                    break;
            }

            at += used;
        }
    }

    private static bool IsSpecial(int code) => code is '\\' or (>= 0x7F and <= 0x9F) || !(code >= 0x20 && Characters.IsAllowed(code));

    // The length of the special character that is written here without an escape, or 0.
    private static int SpecialLength(ReadOnlySpan<byte> text, out int code)
    {
        (code, var length) = text switch
        {
            [(byte)'\\', ..] => ('\\', 1),
            [0x7F, ..] => (0x7F, 1),
            [0xC2, < 0xA0 and var last, ..] => (last, 2),
            [0xEF, 0xBF, >= 0xBE and var last, ..] => (0xFF40 | last, 3),
            _ => (0, 0),
        };
        return length;
    }

    // A valid escape's length (RFC 8259 §7), or 0.
    private static int EscapeLength(ReadOnlySpan<byte> text) => text switch
    {
        [_, (byte)'u', var a, var b, var c, var d, ..] => IsHex(a) && IsHex(b) && IsHex(c) && IsHex(d) ? 6 : 0,
        [_, (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t', ..] => 2,
        _ => 0,
    };

    private static bool IsHex(byte b) => char.IsAsciiHexDigit((char)b);

    private static int WriteEscape(int code, Span<byte> destination)
    {
        destination[0] = (byte)'\\';
        destination[1] = code switch
        {
            '\b' => (byte)'b',
            '\t' => (byte)'t',
            '\n' => (byte)'n',
            '\f' => (byte)'f',
            '\r' => (byte)'r',
            '\\' => (byte)'\\',
            _ => (byte)'u',
        };
        if (destination[1] != 'u')
        {
            return 2;
        }

        for (var i = 0; i < 4; i++)
        {
            destination[2 + i] = "0123456789ABCDEF"u8[(code >> (12 - (4 * i))) & 0xF];
        }

        return 6;
    }
}
