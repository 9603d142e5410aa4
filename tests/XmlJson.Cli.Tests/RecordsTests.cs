using System.Text.Json.Nodes;

namespace XmlJson.Cli.Tests;

/// <summary><c>convert</c> from and to NDJSON, and what it tells of losses.</summary>
public sealed class RecordsTests
{
    [Theory]
    [InlineData("/r/s/e", "{\"e\":\"1\"}\n{\"e\":\"2\"}\n")]
    [InlineData("**/s", "{\"s\":{\"e\":[\"1\",\"2\"]}}\n{\"s\":null}\n")]
    [InlineData("/r", "{\"r\":{\"s\":[{\"e\":[\"1\",\"2\"]},null]}}\n")]
    public void A_path_says_which_elements_are_records(string path, string expected)
    {
        foreach (var to in (string[][])[[], ["--to", "ndjson"]])
        {
            var run = CommandRun.WithInput("<r><s><e>1</e><e>2</e></s><s/></r>", ["convert", "--records", path, .. to]);

            Assert.Equal((0, expected, ""), (run.ExitCode, run.Output, run.Error));
        }
    }

    [Theory]
    [InlineData("fail", 1, "{\"e\":\"1\"}\n", "-:2:6: ")]
    [InlineData("skip", 0, "{\"e\":\"1\"}\n{\"e\":\"2\"}\n", "-:2:6: warning: records that were left out: 2\n")]
    [InlineData("report", 1, "{\"e\":\"1\"}\n{\"e\":\"2\"}\n", "-:2:6: ")]
    public void Damaged_records_end_it_or_are_left_out(string policy, int exitCode, string expected, string error)
    {
        var run = CommandRun.WithInput("<r><e>1</e>\n<e>a &b</e><e><f></e><e>2</e></r>", "convert", "--records", "/r/e", "--on-error", policy);

        Assert.Equal((exitCode, expected), (run.ExitCode, run.Output));
        Assert.StartsWith(error, run.Error, StringComparison.Ordinal);
        Assert.Equal(policy == "report" ? 3 : 1, run.Error.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData(new string[0], "<records>\n<a>1</a>\n<root><a>1</a><b>2</b></root>\n</records>\n")]
    [InlineData(new[] { "--to", "xml", "--root-name", "rows", "--item-name", "row" }, "<rows>\n<row><a>1</a></row>\n<row><a>1</a><b>2</b></row>\n</rows>\n")]
    public void Lines_become_a_document(string[] options, string expected)
    {
        var run = CommandRun.WithInput("{\"a\":1}\n\n{\"a\":1,\"b\":2}", ["convert", "--from", "ndjson", .. options]);

        Assert.Equal((0, expected, ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void A_line_that_is_no_JSON_is_told_with_its_place()
    {
        var run = CommandRun.WithInput("{\"a\":1}\n{\"b\":x}\n{\"c\":1}", "convert", "--from", "ndjson", "--on-error", "report");

        Assert.Equal((1, "<records>\n<a>1</a>\n<c>1</c>\n</records>\n"), (run.ExitCode, run.Output));
        Assert.StartsWith("-:2:6: Record 2: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("-:2:6: Record 2: ", CommandRun.WithInput("{\"a\":1}\n{\"b\":x}", "convert", "--from", "ndjson").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a><b>1</b></a>", new[] { "--array", "/a/b" }, "{\"a\":{\"b\":[\"1\"]}}\n")]
    [InlineData("<a><b>1</b><c/></a>", new[] { "--array", "/a/b", "--array", "**/c" }, "{\"a\":{\"b\":[\"1\"],\"c\":[null]}}\n")]
    [InlineData("<a><b>1</b></a>", new[] { "--arrays", "always" }, "{\"a\":{\"b\":[\"1\"]}}\n")]
    [InlineData("<a><b>1</b></a>", new[] { "--arrays", "never" }, "{\"a\":{\"b\":\"1\"}}\n")]
    [InlineData("\"\\u0000\"", new[] { "--convention", "jsonx", "--escape" }, "<json:string xmlns:json=\"http://www.ibm.com/xmlns/prod/2009/jsonx\">\\u0000</json:string>\n")]
    [InlineData("\"\\u0000\"", new[] { "--convention", "xpath31", "--escape" }, "<string xmlns=\"http://www.w3.org/2005/xpath-functions\" escaped=\"true\">\\u0000</string>\n")]
    [InlineData("{\"a\":1,\"b\":[[2]]}", new[] { "--root", "r", "--item-name", "i" }, "<r><a>1</a><b><i>2</i></b></r>\n")]
    [InlineData("{\"a\":1,\"b\":[[2]]}", new[] { "--root-name", "r", "--item-name", "i" }, "<r><a>1</a><b><i>2</i></b></r>\n")]
    public void What_the_convention_decides_can_be_said(string input, string[] options, string expected)
    {
        var run = CommandRun.WithInput(input, ["convert", .. options]);

        Assert.Equal((0, expected, ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Nothing_is_an_array_and_a_second_one_is_refused() =>
        Assert.StartsWith("-:1:8: ", CommandRun.WithInput("<a><b/><b/></a>", "convert", "--arrays", "never").Error, StringComparison.Ordinal);

    [Fact]
    public void Depth_has_a_limit_that_can_be_moved()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 20_000)) + string.Concat(Enumerable.Repeat("</a>", 20_000));

        Assert.Equal(1, CommandRun.WithInput(deep, "convert").ExitCode);
        Assert.Equal(0, CommandRun.WithInput(deep, "convert", "--max-depth", "30000").ExitCode);
        Assert.Contains("More than 2 elements", CommandRun.WithInput("<a><b><c/></b></a>", "convert", "--max-depth", "2").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void In_strict_mode_a_loss_leaves_standard_output_empty()
    {
        var early = string.Concat(Enumerable.Repeat("<e>some text, and some more of it</e>", 100_000));

        var strict = CommandRun.WithInput($"<r>{early}<!--c--></r>", "convert", "--strict");
        Assert.Equal((1, ""), (strict.ExitCode, strict.Output));
        Assert.Contains("Comment", strict.Error, StringComparison.Ordinal);
        var lines = CommandRun.WithInput($"<r>{early}<e><!--c--></e></r>", "convert", "--strict", "--to", "ndjson");
        Assert.Equal((1, ""), (lines.ExitCode, lines.Output));
        Assert.Equal(CommandRun.WithInput($"<r>{early}</r>", "convert").Output, CommandRun.WithInput($"<r>{early}</r>", "convert", "--strict").Output);
    }

    [Fact]
    public void A_report_tells_kind_count_and_place()
    {
        using var folder = new TemporaryFolder();
        var file = folder["report.json"];

        var run = CommandRun.WithInput("<r\n><!--c--><e/><!--d--></r>", "convert", "--report", "--report-json", file);
        Assert.Equal((0, "-:2:2: note: Comment ×2, first at /r\n"), (run.ExitCode, run.Error));
        var loss = Assert.Single(JsonNode.Parse(File.ReadAllText(file))!["losses"]!.AsArray())!;
        Assert.Equal("{\"kind\":\"Comment\",\"count\":2,\"line\":2,\"column\":2,\"byteOffset\":4,\"path\":\"/r\",\"target\":\"/r\"}", loss.ToJsonString());

        CommandRun.WithInput("<r a='1'><e><!--c--></e><e>&</e></r>", "convert", "--records", "/r/e", "--on-error", "skip", "--report-json", file);
        var report = JsonNode.Parse(File.ReadAllText(file))!;
        Assert.Equal((1, 1, 1, 1), ((int)report["records"]!, (int)report["damaged"]!, (int)report["leftOut"]!, report["losses"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("<a/>", "convert --records a", "--records: 'a' is no element path")]
    [InlineData("<a/>", "convert --array a", "--array: 'a' is no element path")]
    [InlineData("<a/>", "convert --arrays sometimes", "'sometimes'")]
    [InlineData("<a/>", "convert --records /a --to xml", "--records is for converting XML to NDJSON")]
    [InlineData("{}", "convert --records /a", "--records is for converting XML to NDJSON")]
    [InlineData("<a/>", "convert --on-error skip", "--on-error is for records")]
    [InlineData("{}", "convert --from ndjson --to json", "--from ndjson is for converting to XML")]
    [InlineData("{}", "convert --from ndjson --root-name 1", "'1'")]
    [InlineData("{}", "convert --from ndjson --convention jsonml --item-name a", "ItemName")]
    [InlineData("<a/>", "convert --convention jsonml --array /a", "--array and --arrays are for conventions with keys")]
    [InlineData("{}", "convert --convention jsonml --escape", "--escape is for the conventions xpath31 and jsonx")]
    [InlineData("{}", "convert --convention jsonml --root-name a", "--root-name and --item-name are for conventions with keys")]
    [InlineData("<a/>", "convert --max-depth 0", "--max-depth")]
    [InlineData("<a/>", "convert --max-depth many", "--max-depth")]
    public void A_command_line_that_makes_no_sense_exits_with_2(string input, string line, string reason)
    {
        var run = CommandRun.WithInput(input, line.Split(' '));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }
}
