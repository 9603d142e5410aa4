using System.Text;
using XmlJson.Text;

namespace XmlJson;

/// <summary>Finds out a document's encoding from its byte order mark and declaration: XML 1.0 §4.3.3 and appendix F.</summary>
internal static class EncodingDetector
{
    /// <summary>How far, in characters, a declaration is looked at for an encoding; the grammar needs fewer than 100. The parser refuses a longer one that declares an encoding.</summary>
    public const int LongestDeclaration = 1024;

    /// <summary>Looks at the first bytes.</summary>
    /// <param name="bytes">The document from its start, as much as is known.</param>
    /// <param name="isWhole">Whether that is all of it.</param>
    /// <param name="error">What is wrong with the encoding, or null.</param>
    /// <param name="fault">What the error concerns.</param>
    /// <returns>The encoding, or null when more bytes are needed to tell, or in error.</returns>
    public static DetectedEncoding? Detect(ReadOnlySpan<byte> bytes, bool isWhole, out string? error, out XmlErrorCode fault)
    {
        error = null;
        fault = default;
        if (bytes.Length < 4 && !isWhole)
        {
            return null;
        }

        return bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => WithDeclaration(bytes, 3, isWhole, ref error, ref fault),
            [0xFF, 0xFE, 0, 0, ..] => WideWithDeclaration(bytes, new UTF32Encoding(false, false, true), 4, isWhole, ref error, ref fault),
            [0, 0, 0xFE, 0xFF, ..] => WideWithDeclaration(bytes, new UTF32Encoding(true, false, true), 4, isWhole, ref error, ref fault),
            [0xFF, 0xFE, ..] => WideWithDeclaration(bytes, new UnicodeEncoding(false, false, true), 2, isWhole, ref error, ref fault),
            [0xFE, 0xFF, ..] => WideWithDeclaration(bytes, new UnicodeEncoding(true, false, true), 2, isWhole, ref error, ref fault),
            [0x3C, 0, 0, 0, ..] => WideWithDeclaration(bytes, new UTF32Encoding(false, false, true), 0, isWhole, ref error, ref fault),
            [0, 0, 0, 0x3C, ..] => WideWithDeclaration(bytes, new UTF32Encoding(true, false, true), 0, isWhole, ref error, ref fault),
            [0x3C, 0, _, 0, ..] => WideWithDeclaration(bytes, new UnicodeEncoding(false, false, true), 0, isWhole, ref error, ref fault),
            [0, 0x3C, 0, _, ..] => WideWithDeclaration(bytes, new UnicodeEncoding(true, false, true), 0, isWhole, ref error, ref fault),
            _ => WithDeclaration(bytes, 0, isWhole, ref error, ref fault),
        };
    }

    // An encoding that extends ASCII, or UTF-8 by its mark: the declaration can be read.
    private static DetectedEncoding? WithDeclaration(ReadOnlySpan<byte> bytes, int mark, bool isWhole, ref string? error, ref XmlErrorCode fault)
    {
        var name = DeclaredName(bytes[mark..], isWhole, out var isKnown);
        if (!isKnown)
        {
            return null;
        }

        if (name is null || IsUtf8(name))
        {
            return new DetectedEncoding(null, mark);
        }

        if (mark > 0)
        {
            error = $"The document begins with the UTF-8 byte order mark but declares encoding=\"{name}\". Remove one of the two.";
            fault = XmlErrorCode.EncodingMismatch;
            return null;
        }

        var encoding = Find(name);
        if (encoding is null)
        {
            error = $"The declared encoding \"{name}\" is not known. Register its provider with Encoding.RegisterProvider, or convert the document to UTF-8.";
            fault = XmlErrorCode.UnsupportedEncoding;
            return null;
        }

        if (!encoding.GetBytes("<?xml").AsSpan().SequenceEqual("<?xml"u8))
        {
            error = $"The document declares encoding=\"{name}\", but its bytes are those of an encoding that extends ASCII.";
            fault = XmlErrorCode.EncodingMismatch;
            return null;
        }

        // US-ASCII is UTF-8 as far as it goes, but bytes beyond it must be refused: so it is transcoded too.
        return new DetectedEncoding(encoding, 0);
    }

    private static DetectedEncoding? WideWithDeclaration(ReadOnlySpan<byte> bytes, Encoding encoding, int mark, bool isWhole, ref string? error, ref XmlErrorCode fault)
    {
        var unit = encoding is UTF32Encoding ? 4 : 2;
        var length = Math.Min(bytes.Length - mark, LongestDeclaration * unit) / unit * unit;
        var ascii = new byte[length / unit];
        var zero = encoding.GetBytes("<")[0] == '<' ? 0 : unit - 1;
        for (var i = 0; i < ascii.Length; i++)
        {
            ascii[i] = bytes[mark + (i * unit) + zero];
        }

        var name = DeclaredName(ascii, isWhole, out var isKnown);
        if (!isKnown)
        {
            return null;
        }

        var family = unit == 2 ? "UTF-16" : "UTF-32";
        if (name is not null && !Agrees(name, encoding, unit))
        {
            error = $"The document's bytes are {family}{(zero == 0 ? "LE" : "BE")} but it declares encoding=\"{name}\".";
            fault = XmlErrorCode.EncodingMismatch;
            return null;
        }

        return new DetectedEncoding(encoding, mark);
    }

    // A name without a byte order, such as UTF-16, agrees with both.
    private static bool Agrees(string name, Encoding actual, int unit)
    {
        const int Utf16 = 1200, Utf16BigEndian = 1201, Utf32 = 12000, Utf32BigEndian = 12001;
        var declared = unit == 4 && name.Equals("ISO-10646-UCS-4", StringComparison.OrdinalIgnoreCase) ? Utf32 : Find(name)?.CodePage;
        return declared switch
        {
            Utf16 or Utf32 => unit == (declared == Utf16 ? 2 : 4)
                && (actual.CodePage == declared || !name.EndsWith("LE", StringComparison.OrdinalIgnoreCase)),
            Utf16BigEndian or Utf32BigEndian => actual.CodePage == declared,
            _ => false,
        };
    }

    // The declared name, as far as it can be seen; whether the declaration follows its grammar is for the parser to say.
    private static string? DeclaredName(ReadOnlySpan<byte> text, bool isWhole, out bool isKnown)
    {
        var start = "<?xml"u8;
        isKnown = true;
        if (!text.StartsWith(start[..Math.Min(start.Length, text.Length)]))
        {
            return null;
        }

        if (text.Length > start.Length && !Characters.IsWhiteSpace(text[start.Length]))
        {
            return null;
        }

        var end = text[..Math.Min(text.Length, LongestDeclaration)].IndexOf("?>"u8);
        if (end < 0)
        {
            isKnown = isWhole || text.Length >= LongestDeclaration;
            return null;
        }

        var declaration = text[start.Length..end];
        while (true)
        {
            var at = declaration.IndexOf("encoding"u8);
            if (at < 0)
            {
                return null;
            }

            var before = at > 0 ? declaration[at - 1] : (byte)0;
            declaration = declaration[(at + "encoding".Length)..];
            var value = declaration.TrimStart(" \t\r\n"u8);
            if (before is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' && value is [(byte)'=', ..])
            {
                value = value[1..].TrimStart(" \t\r\n"u8);
                return value is [(byte)'"' or (byte)'\'', ..] && value[1..].IndexOf(value[0]) is >= 0 and var length && MarkupGrammar.IsEncodingName(value.Slice(1, length))
                    ? NameOf(value.Slice(1, length))
                    : null;
            }
        }
    }

    // Nearly every document declares the same one: no string is made for it.
    private static string NameOf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("UTF-8"u8) ? "UTF-8" : name.SequenceEqual("utf-8"u8) ? "utf-8" : Encoding.ASCII.GetString(name);

    // By its own name or any other that .NET knows it by, such as unicode-1-1-utf-8.
    private static bool IsUtf8(string name) =>
        name.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) || name.Equals("UTF8", StringComparison.OrdinalIgnoreCase) || Find(name) is UTF8Encoding;

    private static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Not supported is UTF-7, which hides markup from those who look at the bytes.
            var provided = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return provided;
        }
    }
}
