using System.Text.Json.Nodes;
using XmlJson.Mapping;

namespace XmlJson.Cli.Tests;

public sealed class ExplainTests
{
    private const string Document = "<a>\n  <!--c--><b>1</b><c/><b>2</b></a>";

    private static string[] Names => [.. ConventionOption.Conventions.Select(named => named.Name)];

    [Fact]
    public void Each_convention_has_a_row_with_its_JSON_and_its_losses()
    {
        var run = CommandRun.WithInput(Document, "explain");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(Names, name => Assert.Contains(run.Lines, line => line.StartsWith($"│ {name} ", StringComparison.Ordinal)));
        Assert.Contains("Comment ×1, first at /a (2:3)", run.Output, StringComparison.Ordinal);
        Assert.Contains("│ nothing ", run.Output, StringComparison.Ordinal);
        Assert.Contains("refused: ", run.Output, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.InRange(line.Length, 1, 120));
    }

    [Fact]
    public void Programs_get_the_same_as_JSON()
    {
        var run = CommandRun.WithInput(Document, "explain", "--json");

        var conventions = JsonNode.Parse(run.Output)!["conventions"]!.AsArray();
        Assert.Equal(Names, conventions.Select(convention => (string)convention!["name"]!));
        foreach (var (row, convention) in conventions.Zip(ConventionOption.Conventions, (row, named) => (row!, named.Convention)))
        {
            if (row["error"] is { } error)
            {
                Assert.Equal("UnexpectedElement", (string)error["code"]!);
                continue;
            }

            using var output = new MemoryStream();
            var report = Xml.ToJson(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Document)), output, convention);
            var json = System.Text.Encoding.UTF8.GetString(output.ToArray());
            Assert.Equal((json, output.Length, false), ((string)row["json"]!, (long)row["jsonBytes"]!, (bool)row["isCut"]!));
            Assert.Equal(
                report.Losses.Select(loss => (loss.Kind.ToString(), loss.Count, loss.FirstPosition.Line, loss.FirstPosition.Column, loss.FirstPath)),
                row["losses"]!.AsArray().Select(loss => ((string)loss!["kind"]!, (long)loss["count"]!, (long)loss["line"]!, (long)loss["column"]!, (string)loss["path"]!)));
        }
    }

    [Fact]
    public void A_long_document_is_converted_whole_and_shown_in_part()
    {
        var run = CommandRun.WithInput($"<a>{string.Concat(Enumerable.Repeat("<é>ü</é>", 10_000))}<!--late--></a>", "explain", "--json");

        var first = JsonNode.Parse(run.Output)!["conventions"]![0]!;
        Assert.True((bool)first["isCut"]!);
        Assert.InRange((long)first["jsonBytes"]!, 10_000, long.MaxValue);
        Assert.InRange(((string)first["json"]!).Length, 300, 600);
        Assert.DoesNotContain("\uFFFD", (string)first["json"]!, StringComparison.Ordinal);
        Assert.Equal(nameof(MappingLossKind.Comment), (string)first["losses"]![0]!["kind"]!);
    }

    [Theory]
    [InlineData("<a><b></a>", "-:1:7: ")]
    [InlineData("{\"a\":1}", "-:1:1: the input is no XML")]
    public void What_is_no_document_is_told(string input, string error)
    {
        var run = CommandRun.WithInput(input, "explain");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(error, run.Error, StringComparison.Ordinal);
    }
}
