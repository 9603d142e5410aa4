using System.Text;

namespace XmlJson.Tests.Sax;

/// <summary>Python's <c>xml.sax.xmlreader.IncrementalParser</c>.</summary>
public class IncrementalParserTests
{
    [Fact]
    public void Pieces_are_fed_and_their_events_come_at_once()
    {
        using var parser = new Utf8XmlParser();
        var log = new SaxLog();
        Assert.Equal(ParseStatus.NeedsInput, parser.Feed("<r><e a="u8, ref log));
        Assert.Equal("document | start r", log.ToString());
        Assert.Equal(ParseStatus.NeedsInput, parser.Feed("'1'/>x"u8, ref log));
        Assert.StartsWith("document | start r | start e a=1 | end e", log.ToString(), StringComparison.Ordinal);
        parser.Feed("</r>"u8, ref log);
        Assert.Equal(ParseStatus.Completed, parser.Complete(ref log));
        Assert.Equal("document | start r | start e a=1 | end e | text x | end r | end-document", log.ToString());
    }

    [Fact]
    public void Closing_asks_for_the_whole_document()
    {
        using var parser = new Utf8XmlParser();
        var log = new SaxLog();
        parser.Feed("<r>"u8, ref log);
        Assert.Equal(XmlErrorCode.UnclosedElement, Assert.Throws<XmlSyntaxException>(() => parser.Complete(ref log)).Code);
    }

    [Fact]
    public void Nothing_is_fed_after_closing()
    {
        using var parser = new Utf8XmlParser();
        var log = new SaxLog();
        parser.Feed("<r/>"u8, ref log);
        parser.Complete(ref log);
        Assert.Throws<InvalidOperationException>(() => parser.Feed(" "u8, ref log));
    }

    [Fact]
    public void A_reset_parser_reads_the_next_document()
    {
        using var parser = new Utf8XmlParser();
        var log = new SaxLog();
        parser.Feed("<a xmlns:p='u'><b"u8, ref log);
        parser.Reset();
        log = new SaxLog();
        parser.Feed("<c/>"u8, ref log);
        parser.Complete(ref log);
        Assert.Equal("document | start c | end c | end-document", log.ToString());
    }

    [Fact]
    public async Task A_source_is_read_as_it_comes()
    {
        var log = new SaxLog();
        using var parser = new Utf8XmlParser();
        await parser.ParseAsync(new Reading.ShortReadStream(Encoding.UTF8.GetBytes("<r>x</r>"), 1, yields: true), log);
        Assert.Equal("document | start r | text x | end r | end-document", log.ToString());
    }
}
