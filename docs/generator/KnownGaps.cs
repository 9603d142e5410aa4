namespace XmlJson.Reference;

/// <summary>What the comments lack and are allowed to, from a file: a line each, as the audit says it, without the place. A line that nothing needs is a problem itself.</summary>
internal static class KnownGaps
{
    /// <summary>The problems that are left.</summary>
    /// <param name="problems">What was found.</param>
    /// <param name="allowed">The lines of the file; empty ones, and those that begin with <c>#</c>, say nothing.</param>
    public static IReadOnlyList<string> Without(IReadOnlyList<string> problems, IEnumerable<string> allowed)
    {
        var lines = allowed.Where(line => line.Length > 0 && line[0] != '#').ToHashSet(StringComparer.Ordinal);
        var unused = lines.Where(line => !problems.Any(problem => IsAbout(problem, line))).Select(line => $"known-gaps.txt: nothing lacks '{line}' any more: delete the line");
        return [.. problems.Where(problem => !lines.Any(line => IsAbout(problem, line))), .. unused];
    }

    private static bool IsAbout(string problem, string line) => problem.EndsWith("): " + line, StringComparison.Ordinal);
}
