using XmlJson.Tests;

namespace XmlJson.Conformance;

/// <summary>The files of the suites, and their tables: tab-separated values under a line of headings.</summary>
internal static class SuiteFiles
{
    /// <summary>A file or folder of the suites.</summary>
    public static string PathOf(string relative) => Path.Combine(Repository.Suites!, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The rows of a table, by heading; none when the suites are absent.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> ReadTable(string relative)
    {
        if (Repository.Suites is null)
        {
            yield break;
        }

        using var reader = new StreamReader(PathOf(relative));
        var headings = reader.ReadLine()!.Split('\t');
        while (reader.ReadLine() is { } line)
        {
            yield return headings.Zip(line.Split('\t')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        }
    }
}
