using System.Text;
using CsCheck;

namespace XmlJson.Tests.Sinks;

public class IndentationTests
{
    private static readonly Utf8XmlWriterOptions Indented = new() { Indented = true };

    [Theory]
    [InlineData("<a/>", "<a/>\n")]
    [InlineData("<a></a>", "<a/>\n")]
    [InlineData("<a>x</a>", "<a>x</a>\n")]
    [InlineData("<a><b/></a>", "<a>\n  <b/>\n</a>\n")]
    [InlineData("<a><b/><c>x</c><d><e/></d></a>", "<a>\n  <b/>\n  <c>x</c>\n  <d>\n    <e/>\n  </d>\n</a>\n")]
    [InlineData("<a><!--c--><?p?></a>", "<a>\n  <!--c-->\n  <?p?>\n</a>\n")]
    [InlineData("<?xml version='1.0'?><!--c--><a/><!--d-->", "<?xml version=\"1.0\"?>\n<!--c-->\n<a/>\n<!--d-->\n")]
    public void Elements_without_text_are_indented(string document, string expected) => Assert.Equal(expected, Write(document, Indented));

    [Theory]
    [InlineData("<a>x<b><c/></b></a>")]
    [InlineData("<a><b><c/></b>x</a>")]
    [InlineData("<a><b><c/></b><![CDATA[]]></a>")]
    [InlineData("<a><b/> <b/></a>")]
    [InlineData("<a> <b><c/></b></a>")]
    [InlineData("<a xml:space=\"preserve\"><b><c/></b></a>")]
    public void Elements_with_text_stay_as_they_are(string document) => Assert.Equal(document + "\n", Write(document, Indented));

    [Theory]
    [InlineData("<a><p>x<b><c/></b></p><p><b><c/></b>x</p></a>", "<a>\n  <p>x<b><c/></b></p>\n  <p><b><c/></b>x</p>\n</a>\n")]
    [InlineData("<a xml:space=\"preserve\"><b xml:space=\"default\"><c/></b><c><d/></c></a>", "<a xml:space=\"preserve\"><b xml:space=\"default\">\n    <c/>\n  </b><c><d/></c></a>\n")]
    [InlineData("<a><b xml:space=\"preserve\"><c/></b><d xml:space=\"x\"><c/></d></a>", "<a>\n  <b xml:space=\"preserve\"><c/></b>\n  <d xml:space=\"x\">\n    <c/>\n  </d>\n</a>\n")]
    [InlineData("<a>x<b xml:space=\"default\"><c/></b></a>", "<a>x<b xml:space=\"default\"><c/></b></a>\n")]
    public void Each_element_decides_for_itself_and_what_is_in_it(string document, string expected) => Assert.Equal(expected, Write(document, Indented));

    [Theory]
    [InlineData("<a>\n <b/>\n\n\n<c>  </c> <d> <e/> x</d><f> <![CDATA[ ]]> <e/></f><g><e/>\t</g></a>", "<a>\n  <b/>\n  <c>  </c>\n  <d> <e/> x</d>\n  <f> <![CDATA[ ]]> <e/></f>\n  <g>\n    <e/>\n  </g>\n</a>\n")]
    [InlineData("<a> <b xml:space=\"preserve\"> <c/> </b> <d/>&#xD;</a>", "<a> <b xml:space=\"preserve\"> <c/> </b> <d/>&#xD;</a>\n")]
    [InlineData("<a> <b xml:space=\"preserve\"> <c/> </b> <d/></a>", "<a>\n  <b xml:space=\"preserve\"> <c/> </b>\n  <d/>\n</a>\n")]
    public void White_space_is_replaced_on_demand(string document, string expected) =>
        Assert.Equal(expected, Write(document, Indented with { ReplaceWhiteSpace = true }));

    [Fact]
    public void Replacing_white_space_twice_changes_nothing()
    {
        GeneratedDocuments.All.Sample(document =>
        {
            var options = Indented with { ReplaceWhiteSpace = true, IndentSize = 3 };
            var once = WriteParseLaws.Write(document, options);

            Assert.Equal(Encoding.UTF8.GetString(once), Write(Encoding.UTF8.GetString(once), options));
        }, iter: 300);
    }

    [Fact]
    public void Cuts_of_white_space_do_not_matter()
    {
        var options = Indented with { ReplaceWhiteSpace = true };
        var (whole, wholeText) = Utf8XmlWriterTests.Writer(options);
        whole.Document().Start("a").Text("\n  ").Start("b").End().Text(" ").End().EndDocument();
        var (cut, cutText) = Utf8XmlWriterTests.Writer(options);
        cut.Document().Start("a").Text("\n").Text(" ").Text(" ").Start("b").End().Text(" ").End().EndDocument();

        Assert.Equal("<a>\n  <b/>\n</a>\n", wholeText());
        Assert.Equal(wholeText(), cutText());
    }

    [Theory]
    [InlineData(' ', 0, "\n", "<a>\n<b>\n<c/>\n</b>\n</a>\n")]
    [InlineData('\t', 1, "\n", "<a>\n\t<b>\n\t\t<c/>\n\t</b>\n</a>\n")]
    [InlineData(' ', 4, "\r\n", "<a>\r\n    <b>\r\n        <c/>\r\n    </b>\r\n</a>\r\n")]
    public void Characters_and_line_ends_are_options(char character, int size, string newLine, string expected) =>
        Assert.Equal(expected, Write("<a><b><c/></b></a>", Indented with { IndentCharacter = character, IndentSize = size, NewLine = newLine }));

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Indented with { IndentCharacter = 'x' });
        Assert.Throws<ArgumentOutOfRangeException>(() => Indented with { IndentSize = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Indented with { IndentSize = 128 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Indented with { NewLine = "\r" });
        Assert.Throws<ArgumentOutOfRangeException>(() => Indented with { IndentLookAhead = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Indented with { BufferSize = 0 });
    }

    [Fact]
    public void It_is_what_a_tree_would_give()
    {
        GeneratedDocuments.All.Sample(document =>
        {
            var tree = new IndentationReference();
            document(tree);

            Assert.Equal(tree.ToString(), Encoding.UTF8.GetString(WriteParseLaws.Write(document, Indented)));
        }, iter: 500);
    }

    [Fact]
    public void No_text_changes_however_little_is_held_back()
    {
        Gen.Select(GeneratedDocuments.All, Gen.Int[0, 300], Gen.Int[1, 400]).Sample((document, lookAhead, buffer) =>
        {
            var original = new EventLog();
            document(original);
            var indented = new EventLog();
            Xml.Parse(WriteParseLaws.Write(document, Indented with { IndentLookAhead = lookAhead, BufferSize = buffer }), indented);

            AssertSameButIndentation(original.ToString().Split('\n'), indented.ToString().Split('\n'));
        }, iter: 1000);
    }

    [CorpusFact]
    public void No_text_of_real_documents_changes()
    {
        foreach (var file in Corpus.Files)
        {
            var document = File.ReadAllBytes(file);
            var original = new EventLog();
            Xml.Parse(document, original);
            foreach (var options in (Utf8XmlWriterOptions[])[Indented, Indented with { IndentLookAhead = 1000 }])
            {
                var indented = new EventLog();
                Xml.Parse(WriteParseLaws.Copy(document, options), indented);

                AssertSameButIndentation(original.ToString().Split('\n'), indented.ToString().Split('\n'));
            }
        }
    }

    [Fact]
    public void An_element_too_long_to_wait_for_gets_no_lines_but_those_in_it_do()
    {
        var document = "<a>" + string.Concat(Enumerable.Repeat("<b><c/></b>", 100)) + "</a>";

        Assert.Equal(
            "<a>" + string.Concat(Enumerable.Repeat("<b>\n    <c/>\n  </b>", 100)) + "</a>\n",
            Write(document, Indented with { IndentLookAhead = 500 }));
        Assert.Equal(
            "<a>\n" + string.Concat(Enumerable.Repeat("  <b>\n    <c/>\n  </b>\n", 100)) + "</a>\n",
            Write(document, Indented with { IndentLookAhead = 2000 }));
    }

    [Fact]
    public void What_is_held_back_is_limited()
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8XmlWriter(stream, Indented with { IndentLookAhead = 10_000, BufferSize = 1000 });
        writer.WriteStartElement("a");
        for (var i = 0; i < 10_000; i++)
        {
            writer.WriteStartElement("b");
            writer.WriteElement("c", "x");
            Assert.InRange(writer.BytesPending, 0, 12_000);
        }
    }

    [Fact]
    public void Deep_documents_take_linear_time_and_room()
    {
        const int Depth = 100_000;
        var (events, output) = Utf8XmlWriterTests.Writer(Indented);
        events.Document();
        for (var i = 0; i < Depth; i++)
        {
            events.Start("a");
        }

        for (var i = 0; i < Depth; i++)
        {
            events.Start("b").End().End();
        }

        events.EndDocument();

        Assert.InRange(output().Length, Depth * 10, Depth * 3 * 220);
    }

    [Fact]
    public void Flushing_gives_up_open_elements_only()
    {
        var (events, output) = Utf8XmlWriterTests.Writer(Indented);
        events.Document().Start("a").Start("b").Start("c").End().End().Start("d").Start("e").End();

        Assert.Equal("<a><b>\n    <c/>\n  </b><d><e/", output().TrimEnd('>'));
        events.Start("f").Start("g").End().End().End().Start("h").Start("i").End().End().End().EndDocument();
        Assert.Equal("<a><b>\n    <c/>\n  </b><d><e/><f>\n      <g/>\n    </f></d><h>\n    <i/>\n  </h></a>\n", output());
    }

    private static void AssertSameButIndentation(string[] original, string[] indented)
    {
        var hasText = ElementsWithText(original);
        var open = new Stack<bool>();
        var next = 0;
        var starts = 0;
        foreach (var line in indented)
        {
            if (next < original.Length && line == original[next])
            {
                next++;
                if (line.StartsWith("start ", StringComparison.Ordinal))
                {
                    open.Push(hasText[starts++]);
                }
                else if (line.StartsWith("end ", StringComparison.Ordinal))
                {
                    open.Pop();
                }
            }
            else
            {
                Assert.Matches(@"^text ""\\n *""$", line);
                Assert.False(open.Peek(), "White space was added to an element that has text.");
            }
        }

        Assert.Equal(original.Length, next);
    }

    private static List<bool> ElementsWithText(string[] log)
    {
        var result = new List<bool>();
        var open = new Stack<int>();
        foreach (var line in log)
        {
            if (line.StartsWith("start ", StringComparison.Ordinal))
            {
                open.Push(result.Count);
                result.Add(false);
            }
            else if (line.StartsWith("end ", StringComparison.Ordinal))
            {
                open.Pop();
            }
            else if (line.StartsWith("text ", StringComparison.Ordinal) || line.StartsWith("cdata ", StringComparison.Ordinal))
            {
                result[open.Peek()] = true;
            }
        }

        return result;
    }

    private static string Write(string document, Utf8XmlWriterOptions options) => Encoding.UTF8.GetString(WriteParseLaws.Copy(Encoding.UTF8.GetBytes(document), options));
}
