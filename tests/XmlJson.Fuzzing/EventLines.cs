namespace XmlJson.Fuzzing;

/// <summary>The lines of an <see cref="EventLog"/>, made comparable.</summary>
internal static class EventLines
{
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

    /// <summary>Leaves out text that is white space alone.</summary>
    public static string WithoutWhiteSpace(string lines) => string.Join('\n', lines.Split('\n').Where(line => !IsWhiteSpace(line)));

    private static bool IsWhiteSpace(string line) =>
        line.StartsWith(Text, StringComparison.Ordinal)
        && line[Text.Length..^1].Replace("\\n", "", StringComparison.Ordinal).Replace("\\r", "", StringComparison.Ordinal).Replace("\\t", "", StringComparison.Ordinal).All(one => one == ' ');
}
