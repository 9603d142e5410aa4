using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace XmlJson;

/// <summary>Turns a stored external entity into UTF-8: encoding detection as XML 1.0 §4.3.3 and appendix F say, with every contradiction an error.</summary>
internal static class ExternalEntityDecoder
{
    private const string Utf8Name = "UTF-8";
    private const string EbcdicName = "IBM037";

    /// <summary>Decodes an entity.</summary>
    /// <param name="bytes">The entity as it is stored.</param>
    /// <param name="text">The entity in valid UTF-8, text declaration included, line ends normalized (§2.11).</param>
    /// <param name="length">How much of <paramref name="text"/> is used.</param>
    /// <param name="start">Where the text declaration ends; 0 when there is none.</param>
    /// <returns>What is wrong, if something is; the text is then as far as it could be read.</returns>
    public static EntityFault? Decode(ReadOnlySpan<byte> bytes, out byte[] text, out int length, out int start)
    {
        text = [];
        start = length = 0;
        var family = Detect(bytes, out var markLength);
        var body = bytes[markLength..];
        var fault = family is null or Utf8Name
            ? DecodeByDeclaration(body, family, out text)
            : DecodeByFamily(body, family, out text);
        if (fault is not null)
        {
            length = text.Length;
            return fault;
        }

        length = LineEnds.Normalize(text);
        fault = TextDeclaration.Read(text.AsSpan(0, length), out var declaration);
        start = declaration.Length;
        return fault;
    }

    // The byte order mark, or what "<?" or "<" look like (appendix F.1). Null: an encoding that agrees with US-ASCII.
    private static string? Detect(ReadOnlySpan<byte> bytes, out int markLength)
    {
        (var family, markLength) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Utf8Name, 3),
            [0xFF, 0xFE, 0, 0, ..] => ("UTF-32LE", 4),
            [0, 0, 0xFE, 0xFF, ..] => ("UTF-32BE", 4),
            [0xFF, 0xFE, ..] => ("UTF-16LE", 2),
            [0xFE, 0xFF, ..] => ("UTF-16BE", 2),
            [(byte)'<', 0, 0, 0, ..] => ("UTF-32LE", 0),
            [0, 0, 0, (byte)'<', ..] => ("UTF-32BE", 0),
            [(byte)'<', 0, (byte)'?', 0, ..] => ("UTF-16LE", 0),
            [0, (byte)'<', 0, (byte)'?', ..] => ("UTF-16BE", 0),
            [0x4C, 0x6F, 0xA7, 0x94, ..] => (EbcdicName, 0),
            _ => (null, 0),
        };
        return family;
    }

    private static EntityFault? DecodeByFamily(ReadOnlySpan<byte> body, string family, out byte[] text)
    {
        if (Transcode(body, family, out text) is { } invalid)
        {
            return invalid;
        }

        if (TextDeclaration.Read(text, out var declaration) is { } malformed)
        {
            return malformed;
        }

        var declared = Encoding.ASCII.GetString(declaration.Encoding);
        if (family == EbcdicName)
        {
            return declared.Length == 0 || IsUnicode(declared) ? Mismatch(declared, "EBCDIC") : Transcode(body, declared, out text);
        }

        return declared.Length == 0 || Agrees(declared, family) ? null : Mismatch(declared, family);
    }

    private static EntityFault? DecodeByDeclaration(ReadOnlySpan<byte> body, string? family, out byte[] text)
    {
        if (TextDeclaration.Read(body, out var declaration) is { } malformed)
        {
            text = body[..malformed.Offset].ToArray();
            return malformed;
        }

        var declared = Encoding.ASCII.GetString(declaration.Encoding);
        if (declared.Length == 0 || declared.Equals(Utf8Name, StringComparison.OrdinalIgnoreCase))
        {
            text = body.ToArray();
            return Utf8.IsValid(body) ? null : Invalid(Utf8Name, ValidLength(body));
        }

        if (family is not null || IsUnicode(declared))
        {
            text = body.ToArray();
            return Mismatch(declared, family ?? "one byte for an ASCII character");
        }

        return Transcode(body, declared, out text);
    }

    private static EntityFault? Transcode(ReadOnlySpan<byte> body, string name, out byte[] text)
    {
        text = [];
        if (Find(name) is not { } encoding)
        {
            return new EntityFault(XmlErrorCode.UnsupportedEncoding, $"The encoding '{name}' is not known here");
        }

        try
        {
            text = Encoding.UTF8.GetBytes(encoding.GetString(body));
            return null;
        }
        catch (DecoderFallbackException e)
        {
            return Invalid(name, e.Index);
        }
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool Agrees(string declared, string family) =>
        declared.Equals(family, StringComparison.OrdinalIgnoreCase)
        || declared.Equals(family[..6], StringComparison.OrdinalIgnoreCase)
        || declared.Equals(family.StartsWith("UTF-16", StringComparison.Ordinal) ? "ISO-10646-UCS-2" : "ISO-10646-UCS-4", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnicode(string name) =>
        name.StartsWith("UTF-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ISO-10646-UCS-", StringComparison.OrdinalIgnoreCase);

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        Span<char> sink = stackalloc char[512];
        var valid = 0;
        while (Utf8.ToUtf16(bytes[valid..], sink, out var read, out _, replaceInvalidSequences: false) == OperationStatus.DestinationTooSmall)
        {
            valid += read;
        }

        Utf8.ToUtf16(bytes[valid..], sink, out var last, out _, replaceInvalidSequences: false);
        return valid + last;
    }

    private static EntityFault Invalid(string encoding, int offset) =>
        new(XmlErrorCode.InvalidEncoding, $"The bytes at offset {offset} are invalid in the encoding {encoding}");

    private static EntityFault Mismatch(string declared, string found) =>
        new(XmlErrorCode.EncodingMismatch, $"The text declaration says {(declared.Length == 0 ? Utf8Name : declared)}, but the bytes are {found}");
}
