using XmlJson.Tests.Cases;
using XmlJson.Tests.Reading;

namespace XmlJson.Tests.Laws;

/// <summary>A parser forgets one document before the next, whatever became of it.</summary>
public class ReuseTests
{
    // Long enough to be read where it is, with an error near its end.
    private static readonly byte[] Long = [.. "<a>"u8, .. Enumerable.Repeat((byte)'\n', 5000), .. "&</a>"u8];

    public static TheoryData<string> Groups => [.. XmlCases.Groups];

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_reused_parser_gives_the_same_events(string group)
    {
        using var reused = new Utf8XmlParser();
        foreach (var one in XmlCases.Of(group).Where(one => one.Options == XmlParserOptions.Default))
        {
            var expected = Feedings.Whole.Run(one.Document);
            foreach (var feeding in Feedings.InOne.Concat(Feedings.InChunks(3)))
            {
                Laws.Same(expected, one, feeding, reused);
                Assert.False(Feedings.Whole.Run(reused, Long).IsAccepted);
                Laws.Same(expected, one, feeding, reused);
                BreakOff(reused);
                Laws.Same(expected, one, feeding, reused);
            }
        }
    }

    [Fact]
    public void Places_after_an_error_in_a_long_document_are_those_of_the_next()
    {
        using var parser = new Utf8XmlParser();
        Assert.False(Feedings.Whole.Run(parser, Long).IsAccepted);
        var next = Feedings.Fed("by 7", length => Cuts.Chunks(length, 7)).Run(parser, "<a>\n\n<b>\n</a>"u8.ToArray());

        Assert.Equal("MismatchedEndTag 4:1 offset 9 in /a/b: The end tag '</a>' does not match the open element 'b', which began at line 3, column 1: expected '</b>'.", next.Error);
    }

    [Fact]
    public void A_parser_that_is_done_wants_a_reset()
    {
        var handler = new Recorder();
        using var parser = new Utf8XmlParser();
        parser.Parse("<a/>"u8, ref handler);

        Assert.Throws<InvalidOperationException>(() => parser.Feed("<a/>"u8, ref handler));
        Assert.Throws<InvalidOperationException>(() => parser.Complete(ref handler));
        parser.Reset();
        Assert.Equal(ParseStatus.NeedsInput, parser.Status);
        handler = new Recorder();
        parser.Feed("<a/>"u8, ref handler);
        Assert.Equal(ParseStatus.Completed, parser.Complete(ref handler));
    }

    [Fact]
    public void A_parser_that_refused_a_document_wants_a_reset()
    {
        var handler = new Recorder();
        using var parser = new Utf8XmlParser();
        Assert.Throws<XmlSyntaxException>(() => parser.Feed("<a>&&"u8, ref handler));

        Assert.Throws<InvalidOperationException>(() => parser.Feed("</a>"u8, ref handler));
        Assert.Throws<InvalidOperationException>(() => parser.Complete(ref handler));
        Assert.Throws<InvalidOperationException>(() => parser.Resume(ref handler));
    }

    [Fact]
    public void A_disposed_parser_reads_nothing()
    {
        var handler = new Recorder();
        var parser = new Utf8XmlParser();
        parser.Dispose();
        parser.Dispose();

        Assert.Throws<ObjectDisposedException>(() => parser.Parse("<a/>"u8, ref handler));
        Assert.Throws<ObjectDisposedException>(() => parser.Feed("<a/>"u8, ref handler));
        Assert.Throws<ObjectDisposedException>(() => parser.Complete(ref handler));
        Assert.Throws<ObjectDisposedException>(parser.Reset);
    }

    [Fact]
    public void Names_handed_out_outlive_the_parser()
    {
        var keeper = new NameKeeper();
        using (var parser = new Utf8XmlParser())
        {
            parser.Parse("<p:a xmlns:p='u'/>"u8, ref keeper);
            for (var i = 0; i < 40; i++)
            {
                var other = new NameKeeper();
                parser.Parse(System.Text.Encoding.UTF8.GetBytes("<r>" + string.Concat(Enumerable.Range(i * 1000, 1000).Select(n => $"<n{n}/>")) + "</r>"), ref other);
            }
        }

        Assert.Equal(("p:a", "p", "a", "u"), (keeper.Name.ToString(), keeper.Name.GetPrefix(), keeper.Name.GetLocal(), keeper.Name.GetNamespaceUri()));
    }

    [Fact]
    public void A_parser_that_lives_long_does_not_keep_every_namespace()
    {
        using var parser = new Utf8XmlParser();
        var keeper = new NameKeeper();
        for (var i = 0; i < 40_000; i++)
        {
            parser.Parse(System.Text.Encoding.UTF8.GetBytes($"<a xmlns='urn:{i}'/>"), ref keeper);
        }

        Assert.InRange(keeper.Name.Table!.Total, 1, 30_000);
    }

    private static void BreakOff(Utf8XmlParser parser)
    {
        var handler = new Recorder { AsksPositions = false };
        parser.Reset();
        parser.Feed("<?xml version='1.0'?><x:a xmlns:x='u' xmlns='v'><b>text<![CDATA[cd"u8, ref handler);
    }

    private sealed class NameKeeper : ContentHandler
    {
        public XmlName Name { get; private set; }

        public override void EndElement(scoped in XmlName name) => Name = name;
    }
}
