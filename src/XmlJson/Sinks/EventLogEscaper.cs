using System.Buffers;
using System.Globalization;
using System.Text;

namespace XmlJson;

/// <summary>The escapes of <see cref="EventLog"/>: nothing that ends a line, hides, or looks like the closing quote is written as itself.</summary>
internal static class EventLogEscaper
{
    // C0 and DEL, quote, backslash, and the first bytes of what else may be escaped: C2 for U+0080–9F, E2 for U+2028 and U+2029, EF for U+FEFF.
    private static readonly SearchValues<byte> Candidates = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(b => (byte)b), (byte)'"', (byte)'\\', 0x7F, 0xC2, 0xE2, 0xEF]);

    public static void Write(ref OutputBuffer output, scoped ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var plain = text.IndexOfAny(Candidates);
            if (plain < 0)
            {
                output.Write(text);
                return;
            }

            output.Write(text[..plain]);
            text = text[plain..];
            if (Rune.DecodeFromUtf8(text, out var character, out var length) == OperationStatus.Done)
            {
                WriteCandidate(ref output, character, text[..length]);
            }
            else
            {
                WriteNumber(ref output, 'x', text[0]);
                length = 1;
            }

            text = text[length..];
        }
    }

    private static void WriteCandidate(ref OutputBuffer output, Rune character, scoped ReadOnlySpan<byte> bytes)
    {
        switch (character.Value)
        {
            case '\n':
                output.Write("\\n"u8);
                break;
            case '\r':
                output.Write("\\r"u8);
                break;
            case '\t':
                output.Write("\\t"u8);
                break;
            case '"':
                output.Write("\\\""u8);
                break;
            case '\\':
                output.Write("\\\\"u8);
                break;
            case < 0x20 or (>= 0x7F and <= 0x9F) or 0x2028 or 0x2029 or 0xFEFF:
                WriteNumber(ref output, 'u', character.Value);
                break;
            default:
                output.Write(bytes);
                break;
        }
    }

    private static void WriteNumber(ref OutputBuffer output, char letter, int number) =>
        output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\{letter}{{{number:x}}}")));
}
