using System.Text;
using System.Text.Json;

namespace XmlJson.Cli.Tests;

public sealed class ConvertTests
{
    private const string Catalogue = """<catalog><book id="1"><title>A &amp; B</title></book><book id="2"><title>Ä</title></book></catalog>""";

    [Theory]
    [InlineData("<a>1</a>", "{\"a\":\"1\"}\n")]
    [InlineData("{\"a\":1}", "<a>1</a>\n")]
    [InlineData(" \r\n\t<a/>", "{\"a\":null}\n")]
    [InlineData(" \r\n\t[1,2]", "<root><item>1</item><item>2</item></root>\n")]
    [InlineData("\uFEFF<a/>", "{\"a\":null}\n")]
    [InlineData("\uFEFF{\"a\":1}", "<a>1</a>\n")]
    [InlineData("\"<a/>\"", "<root>&lt;a/&gt;</root>\n")]
    public void Without_to_the_other_kind_is_written(string input, string expected)
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false), new UTF32Encoding(false, false), new UTF32Encoding(true, false)])
        {
            // White space before XML in wide encodings needs the mark: without it the bytes say nothing the specification knows.
            if (encoding is UTF8Encoding || input[0] is not ' ' || input[^1] is not '>')
            {
                var run = CommandRun.WithInput(encoding.GetBytes(input), "convert");

                Assert.Equal((0, expected, ""), (run.ExitCode, run.Output, run.Error));
            }
        }
    }

    [Theory]
    [InlineData("json", "{\"a\":{\"@k\":\"1\",\"#text\":\"x\"}}\n")]
    [InlineData("xml", "<a k=\"1\">x</a>\n")]
    public void To_may_be_the_kind_of_the_input(string to, string expected)
    {
        Assert.Equal(expected, CommandRun.WithInput("<a  k='1' >x</a >", "convert", "--to", to).Output);
        Assert.Equal(expected, CommandRun.WithInput(" { \"a\" : { \"@k\" : \"1\" , \"#text\" : \"x\" } } ", "convert", "--to", to).Output);
    }

    [Theory]
    [InlineData()]
    [InlineData("-")]
    public void Standard_input_is_read_with_a_hyphen_or_without_FILE(params string[] file)
    {
        var run = CommandRun.WithInput(Catalogue, ["convert", .. file]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("A & B", JsonDocument.Parse(run.Output).RootElement.GetProperty("catalog").GetProperty("book")[0].GetProperty("title").GetString());
    }

    [Fact]
    public void A_file_goes_before_standard_input()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("{\"file\":null}\n", CommandRun.WithInput("<input/>", "convert", folder.Write("a.xml", "<file/>")).Output);
    }

    [Fact]
    public void There_and_back_gives_the_same_document()
    {
        var json = CommandRun.WithInput(Catalogue, "convert", "--to", "json");

        Assert.Equal(Catalogue + "\n", CommandRun.WithInput(json.OutputBytes, "convert", "--to", "xml").Output);
    }

    [Fact]
    public void The_convention_is_the_one_named()
    {
        const string Document = "<a><!--c--><![CDATA[x]]></a>";

        Assert.Equal("{\"a\":\"x\"}\n", CommandRun.WithInput(Document, "convert").Output);
        Assert.Equal("{\"a\":\"x\"}\n", CommandRun.WithInput(Document, "convert", "--convention", "default").Output);
        Assert.Contains("#cdata-section", CommandRun.WithInput(Document, "convert", "--convention", "newtonsoft").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lossless", "<a>x<!--c--><b/>y</a>", """{"a":{"#":["x",{"#comment":"c"},{"b":""},"y"]}}""")]
    [InlineData("jsonml", "<a>x<b/>y</a>", """["a","x",["b"],"y"]""")]
    [InlineData("xpath31", "<array xmlns=\"http://www.w3.org/2005/xpath-functions\"><number>1.10</number></array>", "[1.10]")]
    public void Conventions_of_another_shape_convert_both_ways(string convention, string xml, string json)
    {
        Assert.Equal(json + "\n", CommandRun.WithInput(xml, "convert", "--convention", convention).Output);
        Assert.Equal(xml.Replace("<b/>", "<b />", StringComparison.Ordinal) + "\n", CommandRun.WithInput(json, "convert", "--convention", convention).Output.Replace("<b/>", "<b />", StringComparison.Ordinal));
    }

    [Fact]
    public void Indented_JSON_and_XML_have_lines()
    {
        Assert.Equal("{\n  \"a\": {\n    \"b\": \"1\"\n  }\n}\n", CommandRun.WithInput("<a><b>1</b></a>", "convert", "--indent").Output);
        Assert.Equal("<a>\n  <b>1</b>\n</a>\n", CommandRun.WithInput("{\"a\":{\"b\":1}}", "convert", "--indent").Output);
        Assert.Equal("<a>\n  <b>1</b>\n</a>\n", CommandRun.WithInput("<a><b>1</b></a>", "convert", "--indent", "--to", "xml").Output);
        Assert.Equal("<a>t<b>1</b></a>\n", CommandRun.WithInput("<a>t<b>1</b></a>", "convert", "--indent", "--to", "xml").Output);
    }

    [Fact]
    public void Each_child_of_the_root_is_a_line_of_NDJSON()
    {
        var run = CommandRun.WithInput(
            "<?pi?><r xmlns='u'>\n <a k='1'>x\ny</a> <!--c--> <b><c/><c/></b>\n<a/></r><!--end-->", "convert", "--to", "ndjson");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("{\"a\":{\"@xmlns\":\"u\",\"@k\":\"1\",\"#text\":\"x\\ny\"}}\n{\"b\":{\"@xmlns\":\"u\",\"c\":[null,null]}}\n{\"a\":{\"@xmlns\":\"u\"}}\n", run.Output);
    }

    [Fact]
    public void What_no_record_holds_is_told()
    {
        var run = CommandRun.WithInput("<r>\n<a/>text<a/><![CDATA[more]]></r>", "convert", "--to", "ndjson");

        Assert.Equal((0, "{\"a\":null}\n{\"a\":null}\n"), (run.ExitCode, run.Output));
        Assert.Equal("-:2:5: warning: attributes, pieces of text and elements that are in no record: 2\n", run.Error);
        Assert.StartsWith("-:1:1: warning: ", CommandRun.WithInput("<r k='1'/>", "convert", "--to", "ndjson").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_without_records_is_told()
    {
        var run = CommandRun.WithInput("<r><a/></r>", "convert", "--records", "/r/b");

        Assert.Equal((0, "", "-:0:0: warning: no element is at /r/b\n-:1:4: warning: attributes, pieces of text and elements that are in no record: 1\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Equal("", CommandRun.WithInput("<r/>", "convert", "--to", "ndjson").Error);
    }

    [Theory]
    [InlineData("[{\"a\": 1.10}, [], \"\\ud83d\", {}, [[1 ,2]], null]", "{\"a\":1.10}\n[]\n\"\\ud83d\"\n{}\n[[1,2]]\nnull\n")]
    [InlineData("{\"a\": [1 , 2]}", "{\"a\":[1,2]}\n")]
    [InlineData(" 12 ", "12\n")]
    [InlineData("[ ]", "")]
    public void Each_item_of_a_root_array_is_a_line_of_NDJSON(string json, string expected)
    {
        var run = CommandRun.WithInput(json, "convert", "--to", "ndjson");

        Assert.Equal((0, expected, ""), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("<a><b></a>", "-:1:7: ", "expected '</b>'")]
    [InlineData("<a>\n\n  &nope;</a>", "-:3:3: ", "nope")]
    [InlineData("<!DOCTYPE a><a/>", "-:1:1: ", "prohibited: --dtd ignore skips it, --dtd parse reads it.")]
    [InlineData("{\"a\":\n [1,}", "-:2:5: ", "'}'")]
    [InlineData("{\"a\":1", "-:1:", "")]
    [InlineData("{} {}", "-:1:4: ", "'{'")]
    [InlineData("", "-:0:0: ", "the input is empty")]
    [InlineData(" \n ", "-:0:0: ", "the input is empty")]
    [InlineData("hello, world\n", "-:0:0: ", "neither XML, which begins with '<', nor JSON")]
    [InlineData("\u00E4", "-:0:0: ", "neither XML")]
    [InlineData("%PDF-1.7", "-:0:0: ", "neither XML")]
    [InlineData("# a: 1", "-:0:0: ", "neither XML")]
    [InlineData("name: tea", "-:0:0: ", "neither XML")]
    [InlineData("truth", "-:0:0: ", "neither XML")]
    [InlineData("fa", "-:1:", "")]
    [InlineData("True", "-:1:1: ", "'T'")]
    [InlineData("NaN", "-:1:1: ", "'N'")]
    [InlineData("[1] 2", "-:1:5: ", "'2'")]
    [InlineData("'a'", "-:1:1: ", "start of a value")]
    public void Bad_input_exits_with_1_and_tells_where(string input, string place, string reason)
    {
        var run = CommandRun.WithInput(input, "convert");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith(place, run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("json")]
    [InlineData("ndjson")]
    public void Bad_JSON_is_refused_whatever_is_written(string to)
    {
        var run = CommandRun.WithInput("[1,\n  2 3]", "convert", "--to", to);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("-:2:5: '3' is ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_convention_cannot_express_is_told_with_its_place()
    {
        var run = CommandRun.WithInput("{\"a\":1,\n \"b\":2}", "convert", "--convention", "newtonsoft");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("-:2:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_in_a_wide_encoding_must_be_valid()
    {
        byte[] cutInTheMiddle = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("[1,\"\uD83D\uDE00\"]")[..^5]];

        var run = CommandRun.WithInput(cutInTheMiddle, "convert");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("-:0:0: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_megabyte_of_white_space_is_too_much_to_look_behind()
    {
        Assert.Equal(0, CommandRun.WithInput(new string(' ', 1_000_000) + "<a/>", "convert").ExitCode);

        var run = CommandRun.WithInput(new string(' ', 3_000_000) + "<a/>", "convert");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("white space", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        using var folder = new TemporaryFolder();

        var run = CommandRun.Of("convert", folder["none.xml"], "-o", folder["out.json"]);

        Assert.Equal((1, $"{folder["none.xml"]}:0:0: cannot open: there is no such file\n"), (run.ExitCode, run.Error));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_document_type_is_read_or_not_as_dtd_says()
    {
        const string Document = "<!DOCTYPE a [<!ENTITY e 'text'>]><a>&e;</a>";

        Assert.Equal(1, CommandRun.WithInput(Document, "convert").ExitCode);
        Assert.Equal(1, CommandRun.WithInput(Document, "convert", "--dtd", "prohibit").ExitCode);
        Assert.Contains("'e'", CommandRun.WithInput(Document, "convert", "--dtd", "ignore").Error, StringComparison.Ordinal);
        Assert.Equal("{\"a\":\"text\"}\n", CommandRun.WithInput(Document, "convert", "--dtd", "parse").Output);
    }

    [Fact]
    public void Of_a_long_conversion_that_fails_standard_output_may_have_a_part()
    {
        var records = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<record><number>{i}</number></record>"));

        var json = CommandRun.WithInput($"<r>{records}</broken>", "convert");
        var lines = CommandRun.WithInput($"<r>{records}</broken>", "convert", "--to", "ndjson");

        Assert.Equal((1, 1), (json.ExitCode, lines.ExitCode));
        Assert.StartsWith("{\"r\":{\"record\":[{\"number\":\"0\"},", json.Output, StringComparison.Ordinal);
        Assert.Equal(100_000, lines.Lines.Length);
        Assert.Equal("{\"record\":{\"number\":\"99999\"}}", lines.Lines[^1]);
    }
}
