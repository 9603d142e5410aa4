using System.Text.RegularExpressions;

namespace XmlJson.Tests.Differential;

/// <summary>The lines of an <see cref="EventLog"/>, made comparable.</summary>
internal static partial class EventLines
{
    private const string CData = "cdata \"";
    private const string Text = "text \"";
    private const string WhiteSpace = "whitespace \"";

    /// <summary>Takes white space in element content for the text it is, and puts together what then is one run.</summary>
    public static string JoinText(IEnumerable<string> lines)
    {
        var joined = new List<string>();
        foreach (var line in lines)
        {
            var text = line.StartsWith(WhiteSpace, StringComparison.Ordinal) ? Text + line[WhiteSpace.Length..] : line;
            if (text.StartsWith(Text, StringComparison.Ordinal) && joined is [.., var last] && last.StartsWith(Text, StringComparison.Ordinal))
            {
                joined[^1] = last[..^1] + text[Text.Length..];
            }
            else
            {
                joined.Add(text);
            }
        }

        return string.Join('\n', joined);
    }

    /// <summary>
    /// What writing keeps. The XML declaration is the options' matter, attributes that were defaults are written, white space that was written as a reference is written as it is, and a
    /// carriage return in a CDATA section, which only an entity can bring there, is written as a reference between two.
    /// </summary>
    public static string Written(string events) => JoinText(events.Split('\n')
        .Skip(1)
        .Select(line => line.Replace("\" (default)", "\"", StringComparison.Ordinal))
        .SelectMany(line => line.StartsWith(CData, StringComparison.Ordinal) ? PartedSection(line) : [line])
        .Select(line => CannotHoldReturns(line) ? line.Replace("\\r\\n", "\\n", StringComparison.Ordinal).Replace("\\r", "\\n", StringComparison.Ordinal) : line));

    /// <summary>Leaves out text that is white space alone.</summary>
    public static string WithoutWhiteSpace(string lines) => string.Join('\n', lines.Split('\n').Where(line => !IsWhiteSpace(line)));

    private static IEnumerable<string> PartedSection(string line) => CarriageReturn().Split(line[CData.Length..^1])
        .SelectMany((part, i) => i == 0 ? [$"{CData}{part}\""] : (string[])[$"{Text}\\r\"", $"{CData}{part}\""]);

    // As the log writes it, and not what follows a backslash that stands for itself.
    [GeneratedRegex(@"(?<=(?:^|[^\\])(?:\\\\)*)\\r", RegexOptions.CultureInvariant)]
    private static partial Regex CarriageReturn();

    // XML 1.0 §2.11: no reference can stand for a carriage return there.
    private static bool CannotHoldReturns(string line) =>
        line.StartsWith("comment ", StringComparison.Ordinal)
        || line.StartsWith("pi ", StringComparison.Ordinal) || line.StartsWith("doctype ", StringComparison.Ordinal);

    private static bool IsWhiteSpace(string line) =>
        line.StartsWith(Text, StringComparison.Ordinal)
        && line[Text.Length..^1].Replace("\\n", "", StringComparison.Ordinal).Replace("\\r", "", StringComparison.Ordinal).Replace("\\t", "", StringComparison.Ordinal).All(one => one == ' ');
}
