using System.Buffers;
using System.Text;

namespace XmlJson.Tests.Sinks;

public class EventLogTests
{
    [Fact]
    public void Every_kind_of_event_has_its_line()
    {
        var log = Events(new EventLog())
            .Document("1.0", "UTF-8", standalone: true)
            .DocumentType(new DocumentTypeDeclaration("a"u8) { PublicId = "p"u8, SystemId = ""u8, InternalSubset = "<!ELEMENT a ANY>\n"u8 })
            .StartIn("urn:x", "x:a", ("xmlns:x", "urn:x"), ("id", "1"))
            .Text("\n ", TextKind.WhiteSpace)
            .Text("t")
            .CData("c")
            .Comment(" k ")
            .Instruction("p", "d")
            .Instruction("q")
            .Skipped("e")
            .End()
            .EndDocument();

        Assert.Equal(
            """
            document version="1.0" encoding="UTF-8" standalone="yes"
            doctype a public="p" system="" subset="<!ELEMENT a ANY>\n"
            start x:a {urn:x} xmlns:x="urn:x" id="1"
            whitespace "\n "
            text "t"
            cdata "c"
            comment " k "
            pi p "d"
            pi q ""
            skipped e
            end x:a
            end-document

            """.ReplaceLineEndings("\n"),
            log.ToString());
    }

    [Fact]
    public void Pieces_of_one_text_share_a_line_but_sections_do_not()
    {
        var whole = Events(new EventLog()).Document().Start("a").Text("one two").CData("x").CData().CData("yz").End().EndDocument();
        var cut = Events(new EventLog()).Document().Start("a").Text("one").Text(" ").Text("two").CData("x").CData().CData("y", "z").End().EndDocument();

        Assert.Equal(whole.ToString(), cut.ToString());
        Assert.Contains("text \"one two\"\ncdata \"x\"\ncdata \"\"\ncdata \"yz\"\n", whole.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_is_one_line_whatever_it_holds()
    {
        var all = string.Concat(Enumerable.Range(1, 0x2100).Where(c => c is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32)) + "\uFEFF\uFFFD\U0001F600";
        var log = Events(new EventLog()).Document().Start("a", ("v", all)).Text(all).Comment(all).End().EndDocument().ToString();

        Assert.Equal(6, log.Count(c => c == '\n'));
        Assert.DoesNotContain(log, c => c != '\n' && (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF'));
        Assert.Contains(@"\u{1}\u{2}", log, StringComparison.Ordinal);
        Assert.Contains(@"\u{7f}\u{80}", log, StringComparison.Ordinal);
        Assert.Contains("\u00A0¡¢", log, StringComparison.Ordinal);
        Assert.Contains(@"\u{2028}\u{2029}", log, StringComparison.Ordinal);
        Assert.Contains("!\\\"#", log, StringComparison.Ordinal);
        Assert.Contains(@"[\\]", log, StringComparison.Ordinal);
        Assert.Contains("\\u{feff}\uFFFD\U0001F600", log, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_shown_as_bytes()
    {
        using var log = new EventLog();
        log.Comment([(byte)'a', 0xE2, 0x28, 0xEF]);

        Assert.Equal("comment \"a\\x{e2}(\\x{ef}\"\n", log.ToString());
    }

    [Fact]
    public void All_targets_get_the_same_lines()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var text = new StringWriter();
        var own = new EventLog();
        foreach (var log in (EventLog[])[own, new EventLog(bytes), new EventLog(text)])
        {
            var events = Events(log).Document().Start("a");
            for (var i = 0; i < 2000; i++)
            {
                events.Text("€ä😀").Comment("…");
            }

            events.End().EndDocument();
            log.Flush();
        }

        Assert.Equal(own.ToString(), text.ToString());
        Assert.Equal(own.ToString(), Encoding.UTF8.GetString(bytes.WrittenSpan));
        Assert.Contains("\ntext \"€ä😀\"\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Disposing_shows_what_came_before_an_error()
    {
        using var text = new StringWriter();
        using (var log = new EventLog(text))
        {
            Events(log).Document().Start("a").Text("half");
        }

        Assert.Equal("document\nstart a\ntext \"half\"\n", text.ToString());
    }

    [Fact]
    public void Positions_can_be_shown()
    {
        using var log = new EventLog(positions: true);
        var locator = new FixedLocator();
        log.StartDocument(new DocumentStart(locator));
        locator.Line = 3;
        log.Comment("x"u8);

        Assert.Equal("1:7 document\n3:7 comment \"x\"\n", log.ToString());
    }

    [Fact]
    public void A_disposed_log_refuses_events()
    {
        var log = new EventLog();
        log.Dispose();

        Assert.Throws<ObjectDisposedException>(() => log.EndDocument());
        Assert.Throws<ObjectDisposedException>(log.Flush);
    }

    private static HandMadeEvents<EventLog> Events(EventLog log) => new(log);

    private sealed class FixedLocator : Locator
    {
        public long Line { get; set; } = 1;

        public override TextPosition Position => new(Line, 7, -1);

        public override string ElementPath => "/";

        public override int Depth => 0;
    }
}
