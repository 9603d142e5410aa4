using System.Globalization;
using System.Text.RegularExpressions;

namespace XmlJson.Tests.Samples;

/// <summary>The figures in README and on the site's first page are those of the first table in docs/performance.md.</summary>
public sealed partial class FigureTests
{
    private static readonly Dictionary<string, string> Contenders = new(StringComparer.Ordinal)
    {
        ["a struct handler"] = "xmljson-struct",
        ["a class"] = "xmljson-class",
        ["a class, from a stream"] = "xmljson-stream",
        ["spans of UTF-16"] = "xmljson-utf16",
        ["strings, all of them"] = "xmljson-strings",
    };

    private static readonly Dictionary<string, string> Measured = ReadMeasured();

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/index.md")]
    public void Figures_are_those_that_were_measured(string page)
    {
        var rows = Row().Matches(File.ReadAllText(Repository.PathOf(page.Split('/'))));
        Assert.Equal(5, rows.Count);
        Assert.All(rows, row =>
        {
            var name = row.Groups["name"].Value;
            Assert.Equal(Measured[Contenders.GetValueOrDefault(name, name)], $"{row.Groups["mean"].Value} {row.Groups["low"].Value} {row.Groups["high"].Value}");
        });
    }

    // Geometric mean, lowest and highest of each contender.
    private static Dictionary<string, string> ReadMeasured()
    {
        var table = Table().Match(File.ReadAllText(Repository.PathOf("docs", "performance.md"))).Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToArray();
        return Enumerable.Range(2, table[0].Length - 2).ToDictionary(
            column => table[0][column].Trim('`'),
            column =>
            {
                var files = table[2..^1].Select(row => decimal.Parse(row[column], CultureInfo.InvariantCulture)).ToArray();
                return string.Create(CultureInfo.InvariantCulture, $"{table[^1][column]} {files.Min()} {files.Max()}");
            },
            StringComparer.Ordinal);
    }

    private static string[] Cells(string row) => [.. row.Trim('|').Split('|').Select(cell => cell.Trim())];

    [GeneratedRegex(@"^\| file \|(?s:.*?)^\| \*\*geometric mean.*$", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^\| `?(?<name>[a-zA-Z][\w ,-]*)`?.*? \| \**(?<mean>[\d.]+)×\** \| (?<low>[\d.]+)× \| (?<high>[\d.]+)× \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
