using System.Globalization;
using System.Reflection;

namespace XmlJson.Tests.Sax;

/// <summary>What docs/xml-support.md says can be seen: each row names a test, or says why there is nothing to test; the limits are those of the options.</summary>
public class SupportTableTests
{
    private const string LeftOut = "left out: ";

    // The cells of each row, by the heading and the column titles above it.
    private static readonly IReadOnlyList<Row> Rows = ReadRows();

    [Fact]
    public void Every_row_names_a_test_or_says_why_it_is_left_out() =>
        Assert.Equal("", string.Join('\n', Tested.Where(row => row.Tests.Length == 0 ? !IsLeftOut(row) : IsLeftOut(row)).Select(row => row.Text)));

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var wrong = Tested.SelectMany(row => row.Tests.Where(test => !IsTest(test)).Select(test => $"{test} in: {row.Text}"));
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public void No_member_has_two_rows() =>
        Assert.Empty(Tested.GroupBy(row => (row.Heading, row.Cells[0])).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Every_interface_has_its_members()
    {
        var expected = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["ContentHandler"] = 12,
            ["LexicalHandler"] = 7,
            ["DTDHandler"] = 2,
            ["DeclHandler"] = 4,
            ["ErrorHandler"] = 3,
            ["EntityResolver and EntityResolver2"] = 3,
            ["Locator and Locator2"] = 6,
            ["Attributes"] = 12,
            ["Attributes2"] = 6,
            ["XMLReader: methods"] = 14,
            ["XMLReader: features"] = 15,
            ["XMLReader: properties"] = 5,
            ["XMLFilter and XMLFilterImpl"] = 3,
            ["Python: IncrementalParser"] = 4,
            ["Python: saxutils"] = 6,
        };
        Assert.Equal(expected, expected.Keys.ToDictionary(heading => heading, heading => Tested.Count(row => row.Heading == heading), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_limit_has_a_row_with_its_default_and_its_error()
    {
        var expected = typeof(XmlParserOptions).GetProperties()
            .Where(option => option.Name.StartsWith("Max", StringComparison.Ordinal))
            .Select(option => (option.Name, Default: Show(Convert.ToInt64(option.GetValue(XmlParserOptions.Default), CultureInfo.InvariantCulture))))
            .Order();
        var limits = Rows.Where(row => row.Titles is ["Option", "Default", "Error", ..]).ToList();
        Assert.Equal(expected, limits.Select(row => (row.Cells[0].Trim('`'), row.Cells[1])).Order());

        // The limit on records is no option of the parser's.
        Assert.Equal(
            Enum.GetNames<XmlErrorCode>().Where(code => code.EndsWith("Limit", StringComparison.Ordinal) && code != nameof(XmlErrorCode.RecordSizeLimit)).Order(StringComparer.Ordinal),
            limits.Select(row => row.Cells[2].Trim('`')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Row> Tested => Rows.Where(row => row.Titles[^1] == "Test");

    private static bool IsLeftOut(Row row) => row.Cells[1].StartsWith(LeftOut, StringComparison.Ordinal) && row.Cells[1].Length > LeftOut.Length;

    private static string Show(long limit) => limit == long.MaxValue ? "none" : limit.ToString("N0", CultureInfo.InvariantCulture);

    // Class and method, in any namespace of this assembly.
    private static bool IsTest(string name) =>
        name.Split('.') is [var type, var method]
        && typeof(SupportTableTests).Assembly.GetTypes().Any(one => one.Name == type && one.GetMethod(method)?.GetCustomAttribute<FactAttribute>() is not null);

    private static List<Row> ReadRows()
    {
        var rows = new List<Row>();
        var heading = "";
        string[]? titles = null;
        foreach (var line in File.ReadLines(Repository.PathOf("docs", "xml-support.md")))
        {
            if (line.StartsWith('#'))
            {
                heading = line.TrimStart('#', ' ');
            }

            if (!line.StartsWith('|'))
            {
                titles = null;
            }
            else if (titles is null)
            {
                titles = Cells(line);
            }
            else if (!line.StartsWith("| ---", StringComparison.Ordinal))
            {
                var cells = Cells(line);
                Assert.True(cells.Length == titles.Length, line);
                rows.Add(new Row(heading, titles, cells));
            }
        }

        return rows;
    }

    private static string[] Cells(string line) => line.Trim('|').Split('|', StringSplitOptions.TrimEntries);

    private sealed record Row(string Heading, string[] Titles, string[] Cells)
    {
        public string Text => $"{Heading}: {string.Join(" | ", Cells)}";

        public string[] Tests => Cells[^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(test => test.Trim('`')).ToArray();
    }
}
