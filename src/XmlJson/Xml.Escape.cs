using System.Buffers;
using System.Text;
using XmlJson.Text;

namespace XmlJson;

// Text into markup and back, where no document is being written or read.
public static partial class Xml
{
    private const int LongestShown = 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Text as it stands between tags: <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> become references, and so does a carriage return, which would be read back as a line feed.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text, escaped.</returns>
    /// <exception cref="ArgumentException">It holds a character that XML does not allow (XML 1.0 §2.2 [2]) or half of a surrogate pair: no reference could stand for that.</exception>
    public static string EscapeText(ReadOnlySpan<char> text) => Escape<TextEscapeRules>(text);

    /// <summary>Text as it stands in an attribute's value between double quotation marks, which are not added: line ends and tabs become references too, so that they are not read back as spaces.</summary>
    /// <inheritdoc cref="EscapeText"/>
    public static string EscapeAttribute(ReadOnlySpan<char> text) => Escape<AttributeEscapeRules>(text);

    /// <summary>Text with its character references and the five predefined entities resolved (XML 1.0 §4.1, §4.6); all else stays as it is.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What it stands for.</returns>
    /// <exception cref="FormatException">A reference is malformed, stands for a character that XML does not allow, or names another entity.</exception>
    public static string Unescape(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        while (text.IndexOf('&') is >= 0 and var next)
        {
            result.Append(text[..next]);
            text = text[next..];
            var end = text.IndexOf(';');
            if (end < 0 || Reference.Resolve(Encoding.UTF8.GetBytes(text[1..end].ToString()), out var character) != ReferenceKind.Character)
            {
                var reference = end < 0 ? text : text[..(end + 1)];
                throw new FormatException($"'{reference[..Math.Min(reference.Length, LongestShown)]}{(reference.Length > LongestShown ? "…" : "")}' is no character reference, and none of the five predefined entities.");
            }

            result.Append(character.ToString());
            text = text[(end + 1)..];
        }

        return result.Append(text).ToString();
    }

    private static string Escape<TRules>(ReadOnlySpan<char> text)
        where TRules : struct, IEscapeRules
    {
        var source = new byte[Strict.GetMaxByteCount(text.Length)];
        var rest = source.AsSpan(0, Strict.GetBytes(text, source));
        var escaped = new ArrayBufferWriter<byte>(Math.Max(rest.Length, 1));
        while (true)
        {
            var status = XmlEscaper.Escape<TRules>(rest, escaped.GetSpan(rest.Length + XmlEscaper.Room), out var read, out var written);
            escaped.Advance(written);
            rest = rest[read..];
            switch (status)
            {
                case OperationStatus.Done:
                    return Encoding.UTF8.GetString(escaped.WrittenSpan);
                case OperationStatus.InvalidData:
                    throw new ArgumentException(AllowedText.Describe(rest, 0), nameof(text));
            }
        }
    }
}
