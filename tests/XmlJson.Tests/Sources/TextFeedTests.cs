namespace XmlJson.Tests.Sources;

/// <summary>Documents that are fed as text, in pieces.</summary>
public class TextFeedTests
{
    private const string Document = "\uFEFF<?xml version='1.0' encoding='utf-16'?><r a='é😀'>ü<b>😀😀</b>&#x1F600;<!--€--></r>";

    [Fact]
    public void Every_cut_gives_the_same_events()
    {
        var expected = new EventLog();
        Xml.Parse(Document, expected);
        using var parser = new Utf8XmlParser();
        for (var first = 0; first <= Document.Length; first++)
        {
            for (var second = first; second <= Document.Length; second++)
            {
                parser.Reset();
                var log = new EventLog();
                parser.Feed(Document.AsSpan(0, first), ref log);
                parser.Feed(Document.AsSpan(first, second - first), ref log);
                parser.Feed(Document.AsSpan(second), ref log);
                Assert.Equal(ParseStatus.Completed, parser.Complete(ref log));
                Assert.Equal(expected.ToString(), log.ToString());
            }
        }
    }

    [Fact]
    public void Single_characters_give_the_same_events()
    {
        var document = "<r>" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<a n='{i}'>😀é{i}</a>")) + "</r>";
        var expected = new EventLog();
        Xml.Parse(document, expected);
        using var parser = new Utf8XmlParser();
        var log = new EventLog();
        foreach (var character in document)
        {
            parser.Feed([character], ref log);
        }

        parser.Complete(ref log);
        Assert.Equal(expected.ToString(), log.ToString());
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused()
    {
        foreach (var (first, second) in new[] { ("<r>\uD83D", "x</r>"), ("<r>\uD83D", "\uD83D</r>"), ("<r>", "\uDE00</r>"), ("<r>\uD83D", "") })
        {
            using var parser = new Utf8XmlParser();
            var log = new EventLog();
            parser.Feed(first, ref log);
            var error = Assert.Throws<XmlSyntaxException>(() =>
            {
                parser.Feed(second, ref log);
                parser.Complete(ref log);
            });
            Assert.Equal(XmlErrorCode.InvalidEncoding, error.Code);
            Assert.Throws<InvalidOperationException>(() => parser.Feed("x", ref log));
        }
    }

    [Fact]
    public void Text_and_bytes_are_not_mixed()
    {
        using var parser = new Utf8XmlParser();
        var log = new EventLog();
        parser.Feed("<r>", ref log);
        Assert.Throws<InvalidOperationException>(() => parser.Feed("</r>"u8, ref log));
        parser.Feed("</r>", ref log);
        Assert.Equal(ParseStatus.Completed, parser.Complete(ref log));
        parser.Reset();
        parser.Feed("<"u8, ref log);
        Assert.Throws<InvalidOperationException>(() => parser.Feed("r/>", ref log));
    }

    [Fact]
    public void A_handler_stops_it_and_the_next_piece_goes_on()
    {
        using var parser = new Utf8XmlParser();
        var handler = new StopAtStart();
        Assert.Equal(ParseStatus.Stopped, parser.Feed("<r><a/><b", ref handler));
        Assert.Equal(ParseStatus.Stopped, parser.Feed("/>", ref handler));
        Assert.Equal(ParseStatus.Stopped, parser.Resume(ref handler));
        Assert.Equal(ParseStatus.NeedsInput, parser.Feed("</r>", ref handler));
        Assert.Equal(ParseStatus.Completed, parser.Complete(ref handler));
        Assert.Equal("rab", handler.Names);
    }

    private sealed class StopAtStart : ContentHandler
    {
        private Locator? _locator;

        public string Names { get; private set; } = "";

        public override void StartDocument(scoped DocumentStart document) => _locator = document.Locator;

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
        {
            Names += name.ToString();
            _locator!.Stop();
        }
    }
}
