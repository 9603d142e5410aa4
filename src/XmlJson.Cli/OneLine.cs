using System.Globalization;
using System.Text;

namespace XmlJson.Cli;

/// <summary>Keeps texts that come from outside on one line, and their control characters away from terminals.</summary>
internal static class OneLine
{
    /// <summary>Escapes a message: <c>\t \n \r \\</c>, and <c>\u{…}</c> for other control characters and everything else that some reader takes for the end of a line.</summary>
    public static string Message(string text) => Escape(text, escapeBackslash: true);

    /// <summary>The same for a file's name, in which a backslash stays what it is.</summary>
    public static string FileName(string name) => Escape(name, escapeBackslash: false);

    private static string Escape(string text, bool escapeBackslash)
    {
        var first = 0;
        while (first < text.Length && !IsEscaped(text[first], escapeBackslash))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var escaped = new StringBuilder(text, 0, first, text.Length + 16);
        foreach (var c in text.AsSpan(first))
        {
            _ = c switch
            {
                '\t' => escaped.Append("\\t"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\\' when escapeBackslash => escaped.Append("\\\\"),
                _ when IsEscaped(c, escapeBackslash) => escaped.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)c:X}}}"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static bool IsEscaped(char c, bool escapeBackslash) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' || (c == '\\' && escapeBackslash);
}
