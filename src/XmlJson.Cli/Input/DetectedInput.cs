using System.Text;

namespace XmlJson.Cli;

/// <summary>What the first bytes of an input show.</summary>
/// <param name="Kind">XML or JSON.</param>
/// <param name="Encoding">The encoding when it is not UTF-8, as far as byte order mark and zero bytes show it; it refuses invalid bytes.</param>
/// <param name="MarkLength">The length of the byte order mark.</param>
internal readonly record struct DetectedInput(InputKind Kind, Encoding? Encoding, int MarkLength)
{
    // White space has to be kept while looking for what follows it.
    private const int LongestWhiteSpace = 1024 * 1024;

    // One more than the letters of the longest literal.
    private const int LongestLiteral = 10;

    private static readonly string[] Literals = ["true", "false", "null", "none", "nan", "infinity", "undefined"];

    /// <summary>Looks at an input without reading it: behind byte order mark and white space, <c>&lt;</c> begins XML and what could be meant for JSON begins that.</summary>
    /// <exception cref="InputFaultException">It begins as neither does, or there is nothing but white space as far as is looked.</exception>
    public static DetectedInput Detect(InputFile input)
    {
        var (encoding, mark, unit) = DetectEncoding(input.Peek(4));
        var zeros = encoding is null ? 0 : encoding.GetBytes("<").AsSpan().IndexOf((byte)'<');
        for (var wanted = Math.Max(4, mark + unit); ; wanted *= 2)
        {
            var bytes = input.Peek(wanted);
            for (var at = mark; at + unit <= bytes.Length; at += unit)
            {
                var character = bytes[at + zeros];
                if (bytes.Slice(at, unit).IndexOfAnyExcept((byte)0, character) >= 0 || character is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                {
                    return new DetectedInput(KindOf(input, at, unit, zeros), encoding, mark);
                }
            }

            if (bytes.Length < wanted)
            {
                throw new InputFaultException(new InputFault(0, 0, "EmptyInput", "the input is empty, so it is neither XML nor JSON"));
            }

            if (wanted > LongestWhiteSpace)
            {
                throw new InputFaultException(new InputFault(0, 0, "EmptyInput", "the input begins with more than 1 MiB of white space, so it is taken neither for XML nor for JSON"));
            }
        }
    }

    // JSON's reader says more of a mistake in JSON; of other text it would only say that its first letter is wrong.
    private static InputKind KindOf(InputFile input, int at, int unit, int zeros)
    {
        var bytes = input.Peek(at + unit);
        return (char)bytes[at + zeros] switch
        {
            '<' => InputKind.Xml,
            _ when IsEbcdic(bytes) => InputKind.Xml,
            '{' or '}' or '[' or ']' or '"' or '\'' or ',' or '-' or '+' or '.' or '/' or (>= '0' and <= '9') => InputKind.Json,
            var letter when char.IsAsciiLetter(letter) && BeginsLiteral(input.Peek(at + (LongestLiteral * unit))[at..], unit, zeros) => InputKind.Json,
            _ => throw new InputFaultException(
                new InputFault(0, 0, "UnknownInput", "the input is neither XML, which begins with '<', nor JSON, which begins with '{', '[', a string, a number, true, false or null")),
        };
    }

    // A word of JSON, or of what is often taken for it, maybe cut.
    private static bool BeginsLiteral(ReadOnlySpan<byte> bytes, int unit, int zeros)
    {
        var word = new StringBuilder();
        for (var at = zeros; at < bytes.Length && word.Length < LongestLiteral && char.IsAsciiLetter((char)bytes[at]); at += unit)
        {
            word.Append((char)bytes[at]);
        }

        return Literals.Any(literal => literal.StartsWith(word.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    // XML 1.0 appendix F; for JSON the zero bytes of the first character, which is ASCII (RFC 4627 §3).
    private static (Encoding? Encoding, int MarkLength, int Unit) DetectEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (null, 3, 1),
        [0xFF, 0xFE, 0, 0] => (new UTF32Encoding(false, false, true), 4, 4),
        [0, 0, 0xFE, 0xFF] => (new UTF32Encoding(true, false, true), 4, 4),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false, true), 2, 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false, true), 2, 2),
        [not 0, 0, 0, 0] => (new UTF32Encoding(false, false, true), 0, 4),
        [0, 0, 0, not 0] => (new UTF32Encoding(true, false, true), 0, 4),
        [not 0, 0, ..] => (new UnicodeEncoding(false, false, true), 0, 2),
        [0, not 0, ..] => (new UnicodeEncoding(true, false, true), 0, 2),
        _ => (null, 0, 1),
    };

    // "<?xm" in EBCDIC: the parser says what to do about it.
    private static bool IsEbcdic(ReadOnlySpan<byte> bytes) => bytes is [0x4C, 0x6F, 0xA7, 0x94, ..];
}
