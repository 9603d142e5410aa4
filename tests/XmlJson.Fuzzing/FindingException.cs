namespace XmlJson.Fuzzing;

/// <summary>What must hold does not.</summary>
internal sealed class FindingException(string message) : Exception(message)
{
    private const int LinesShown = 3;

    /// <summary>Throws unless two texts are the same; the message tells the first lines that differ.</summary>
    public static void ThrowUnlessSame(string what, string expected, string found)
    {
        if (expected == found)
        {
            return;
        }

        var (expectedLines, foundLines) = (expected.Split('\n'), found.Split('\n'));
        var at = 0;
        while (at < expectedLines.Length && at < foundLines.Length && expectedLines[at] == foundLines[at])
        {
            at++;
        }

        throw new FindingException(
            $"""
            {what} differs in line {at + 1}:
              expected {Lines(expectedLines, at)}
              found    {Lines(foundLines, at)}
            """);
    }

    private static string Lines(string[] lines, int at) => at >= lines.Length ? "nothing" : string.Join("\n           ", lines.Skip(at).Take(LinesShown));
}
