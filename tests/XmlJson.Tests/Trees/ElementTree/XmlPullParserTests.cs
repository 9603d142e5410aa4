using System.Text;
using XmlJson.ElementTree;
using XmlJson.Tests.Reading;

namespace XmlJson.Tests.Trees.ElementTree;

/// <summary>Python's <c>XMLPullParser</c> and <c>iterparse</c>; what is said is also compared by <see cref="ElementTreeProgramTests"/>.</summary>
public class XmlPullParserTests
{
    private const string Fed = "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY e 'entity'><!ATTLIST a d CDATA 'default'>]><!--c--><r xmlns:p='urn:p'>t<a p:x='1'>&e;<![CDATA[<]]>é</a> <b><?i j?></b>u</r>";
    private static readonly XmlParserOptions WithDtd = new() { DtdProcessing = System.Xml.DtdProcessing.Parse };

    [Fact]
    public void Every_cut_builds_the_document_that_Load_builds()
    {
        var bytes = Encoding.UTF8.GetBytes(Fed);
        using var expected = Xml.Load(bytes, WithDtd);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            using var parser = new XmlPullParser(ElementEventKinds.All, WithDtd);
            parser.Feed(bytes.AsSpan(0, cut));
            parser.Feed(bytes.AsSpan(cut));
            using var document = parser.Complete();
            Assert.Same(parser.Document, document);
            Assert.Equal(DocumentLoader.LogOf(expected), DocumentLoader.LogOf(document));
            Assert.Equal(10, parser.ReadEvents().Count());
        }
    }

    [Fact]
    public void Text_is_fed_as_bytes_are()
    {
        using var parser = new XmlPullParser(ElementEventKinds.Start | ElementEventKinds.End);
        foreach (var character in "<?xml version='1.0' encoding='utf-16'?><r>😀<a/></r>")
        {
            parser.Feed([character]);
        }

        using var document = parser.Complete();
        Assert.Equal("Start r, Start a, End a, End r", string.Join(", ", parser.ReadEvents().Select(said => $"{said.Kind} {said.Element.Tag}")));
        Assert.Equal("😀", document.Root.Text);
    }

    [Fact]
    public void Events_are_said_as_soon_as_they_have_come()
    {
        using var parser = new XmlPullParser(ElementEventKinds.Start | ElementEventKinds.End);
        Assert.False(parser.TryRead(out _));
        parser.Feed("<r a='1'><b>te"u8);
        var (kind, element) = parser.ReadEvents().First();
        Assert.Equal((ElementEventKinds.Start, "1"), (kind, element!.Value.Get("a")));
        Assert.True(parser.TryRead(out var second));
        Assert.Equal("b", second.Element.Tag);
        Assert.Empty(parser.ReadEvents());
        parser.Feed("xt</b>tail"u8);
        var third = Assert.Single(parser.ReadEvents());
        Assert.Equal((second.Element, ElementEventKinds.End, "text"), (third.Element, third.Kind, third.Element.Text));
        parser.Feed("</r>"u8);
        using var document = parser.Complete();
        Assert.Equal("tail", third.Element.Tail);
        Assert.Single(parser.ReadEvents());
    }

    [Fact]
    public void Namespaces_come_without_an_element()
    {
        using var parser = new XmlPullParser(ElementEventKinds.StartNamespace | ElementEventKinds.EndNamespace);
        parser.Feed("<r xmlns='urn:d' xmlns:p='urn:p'><a xmlns=''/></r>"u8);
        using var document = parser.Complete();
        var said = parser.ReadEvents().ToArray();
        Assert.Equal([("", "urn:d"), ("p", "urn:p"), ("", ""), (null, null), (null, null), (null, null)], said.Select(one => (one.Prefix, one.NamespaceUri)));
        Assert.Throws<InvalidOperationException>(() => said[0].Element);
        Assert.Null(said[0] is var (_, element) ? element : default);
        Assert.Equal(said[0], said[0]);
        Assert.NotEqual(said[0], said[1]);
    }

    [Fact]
    public void Comments_and_instructions_are_said_even_when_they_are_left_out()
    {
        using var parser = new XmlPullParser(ElementEventKinds.Comment | ElementEventKinds.ProcessingInstruction) { KeepComments = false, KeepProcessingInstructions = false };
        parser.Feed("<!--a--><r>1<!--b-->2<?c d?>3</r><?e?>"u8);
        using var document = parser.Complete();
        Assert.Equal(["a", "b", "c d", "e"], parser.ReadEvents().Select(said => said.Element.Text));
        Assert.Equal("<r>123</r>", XmlText.Of(document));
    }

    [Fact]
    public void What_is_wrong_is_said_where_it_is_fed_and_the_events_before_it_can_be_read()
    {
        using var parser = new XmlPullParser(ElementEventKinds.Start);
        var error = Assert.Throws<XmlSyntaxException>(() => parser.Feed("<r>\n<a></b>"u8));
        Assert.Equal((XmlErrorCode.MismatchedEndTag, 2, 4), (error.Code, error.LineNumber, error.LinePosition));
        Assert.Equal(["r", "a"], parser.ReadEvents().Select(said => said.Element.Tag));
        Assert.Throws<InvalidOperationException>(() => parser.Feed("x"u8));
        Assert.Throws<InvalidOperationException>(() => parser.Complete());
        using var unfinished = new XmlPullParser();
        unfinished.Feed("<r>"u8);
        Assert.Equal(XmlErrorCode.UnclosedElement, Assert.Throws<XmlSyntaxException>(() => unfinished.Complete()).Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlPullParser((ElementEventKinds)64));
    }

    [Fact]
    public void A_disposed_parser_leaves_its_document()
    {
        var parser = new XmlPullParser();
        parser.Feed("<r><a/>"u8);
        parser.Dispose();
        parser.Dispose();
        Assert.Equal("a", Assert.Single(parser.ReadEvents()).Element.Tag);
        Assert.Throws<ObjectDisposedException>(() => parser.Feed("</r>"u8));
        Assert.Throws<ObjectDisposedException>(() => parser.Feed("</r>"));
        Assert.Throws<ObjectDisposedException>(() => parser.Complete());
        parser.Document.Dispose();
    }

    [Fact]
    public void A_document_disposed_meanwhile_is_noticed()
    {
        using var parser = new XmlPullParser();
        parser.Feed("<r><a/>"u8);
        parser.Document.Dispose();
        Assert.Throws<ObjectDisposedException>(() => parser.Feed("<b/>"u8));
        Assert.Throws<ObjectDisposedException>(() => parser.ReadEvents().Single().Element.Tag);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public async Task IterParse_says_the_same_with_and_without_waiting(int atMost)
    {
        var bytes = Encoding.UTF8.GetBytes("<r>" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"<a n='{i}'>é{i}</a>")) + "</r>");
        var expected = Enumerable.Range(0, 3000).Select(i => $"é{i}").Append(null);
        Assert.Equal(expected, Xml.IterParse(new ShortReadStream(bytes, atMost)).Select(said => said.Element.Text));
        var found = new List<string?>();
        await foreach (var (_, element) in Xml.IterParseAsync(new ShortReadStream(bytes, atMost, yields: true)))
        {
            found.Add(element!.Value.Text);
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task IterParse_says_what_came_before_a_fault()
    {
        var bytes = Encoding.UTF8.GetBytes("<r><a/><b/></c>");
        var tags = new List<string>();
        var error = Assert.Throws<XmlSyntaxException>(() =>
        {
            foreach (var (_, element) in Xml.IterParse(new MemoryStream(bytes)))
            {
                tags.Add(element!.Value.Tag);
            }
        });
        Assert.Equal(XmlErrorCode.MismatchedEndTag, error.Code);
        await Assert.ThrowsAsync<XmlSyntaxException>(async () =>
        {
            await foreach (var (_, element) in Xml.IterParseAsync(new MemoryStream(bytes)))
            {
                tags.Add(element!.Value.Tag);
            }
        });
        Assert.Equal(["a", "b", "a", "b"], tags);
        Assert.Throws<XmlSyntaxException>(() => Xml.IterParse(new MemoryStream()).Count());
        Assert.Throws<ArgumentNullException>(() => Xml.IterParse(null!));
        Assert.Throws<ArgumentNullException>(() => Xml.IterParseAsync(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Xml.IterParse(new MemoryStream(), (ElementEventKinds)(-1)));
    }

    [Fact]
    public async Task IterParse_ends_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var bytes = Encoding.UTF8.GetBytes("<r>" + string.Concat(Enumerable.Repeat("<a/>", 100_000)) + "</r>");
        var count = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Xml.IterParseAsync(new MemoryStream(bytes), cancellationToken: source.Token))
            {
                count++;
                source.Cancel();
            }
        });
        Assert.InRange(count, 1, 99_999);
    }

    [Fact]
    public void A_walk_that_is_broken_off_leaves_the_stream_and_the_elements()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("<r><a>x</a><b/></r>"));
        var first = Xml.IterParse(stream).First();
        Assert.Equal("x", first.Element.Text);
        Assert.True(stream.CanRead);
        first.Element.Document.Dispose();
    }

    [Fact]
    public void The_root_can_be_cleared_at_each_record()
    {
        var xml = "<r>" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<a><n>{i}</n>{i}</a>\n")) + "</r>";
        var sum = 0L;
        Element? root = null;
        foreach (var (kind, element) in Xml.IterParse(new MemoryStream(Encoding.UTF8.GetBytes(xml)), ElementEventKinds.Start | ElementEventKinds.End))
        {
            if (kind == ElementEventKinds.Start)
            {
                root ??= element;
            }
            else if (element is { Tag: "a" } record)
            {
                sum += int.Parse(record.FindText("n")!, System.Globalization.CultureInfo.InvariantCulture);
                root!.Value.Clear();
            }
        }

        Assert.Equal(50_000L * 49_999 / 2, sum);
        Assert.Empty(root!.Value);
        root.Value.Document.Dispose();
    }
}
