using System.Text;
using System.Text.Json;

namespace XmlJson.Benchmarks.Tests;

public class ComparisonTests
{
    private static readonly Work Small = new("small", "two that do the same", () => [[new XmlReaderEvents(), new StructEvents()], [new XmlReaderEvents()]]);

    [Fact]
    public void Every_contender_gets_a_row_and_is_compared_with_the_first_of_its_group()
    {
        var result = new Comparison(Small, rounds: 3, TimeSpan.FromMilliseconds(1)).Run(Document());

        Assert.Equal(["XmlReader", "xmljson-struct", "XmlReader"], result.Rows.Select(row => row.Contender));
        Assert.Equal(1, result.Rows[0].Ratio);
        Assert.Equal(result.Rows[1].MbPerSecond / result.Rows[0].MbPerSecond, result.Rows[1].Ratio, 6);
        Assert.Equal(1, result.Rows[2].Ratio);
        Assert.All(result.Rows, row => Assert.Equal(("sample.xml", "small", 3), (row.File, row.Work, row.Rounds)));
        Assert.True(result.Rows[0].AllocatedPerByte > 1, "A reader allocates more than it reads of a document this small.");
    }

    [Fact]
    public void All_files_together_are_one_row_for_each_contender()
    {
        FileResult[] files =
        [
            new(100, new Answer("", 0), [], [new("a", "w", "x", 10, 1, 3, 5), new("a", "w", "y", 40, 4, 0, 5)]),
            new(300, new Answer("", 0), [], [new("b", "w", "x", 90, 1, 1, 5), new("b", "w", "y", 90, 1, 0, 5)]),
        ];

        Assert.Equal([new("*", "w", "x", 30, 1, 1.5, 5), new("*", "w", "y", 60, 2, 0, 5)], FileResult.Combine(files).Select(Rounded));
        Assert.Empty(FileResult.Combine([]));

        static ComparisonRow Rounded(ComparisonRow row) => row with { MbPerSecond = Math.Round(row.MbPerSecond, 9), Ratio = Math.Round(row.Ratio, 9) };
    }

    [Fact]
    public void Json_has_the_form_that_other_programs_read()
    {
        using var stream = new MemoryStream();
        Report.WriteJson(stream, [new ComparisonRow("*", "events", "XmlReader", 123.5, 1, 0.25, 9)]);
        using var json = JsonDocument.Parse(stream.ToArray());

        var row = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(["file", "work", "contender", "mbPerSecond", "ratio", "allocatedPerByte", "rounds"], row.EnumerateObject().Select(property => property.Name));
        Assert.Equal(123.5, row.GetProperty("mbPerSecond").GetDouble());
        Assert.Equal(JsonValueKind.Number, row.GetProperty("rounds").ValueKind);
    }

    private static InputDocument Document() => InputDocument.Xml("sample.xml", Encoding.UTF8.GetBytes("<a x='1'>text<b/></a>"));
}
