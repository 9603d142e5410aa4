using System.IO.Pipelines;
using System.Text;
using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Tests.Reading;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.Records;

public class RecordTests
{
    private const string Catalog = """
        <?xml version="1.0"?><!DOCTYPE c:catalog [<!ENTITY e "<book id='3'><title>C</title></book>"><!ATTLIST book id ID #IMPLIED kind CDATA "novel">]>
        <!-- before --><c:catalog xmlns:c="urn:c" xmlns="urn:d" version="7">
          <head><book id="no">in the head</book></head>
          <shelf n="1"><book id="1"><title>A &amp; B</title><c:book id="inner"/></book> lost text <book id="2"><![CDATA[x]]><!-- c --></book></shelf>
          <shelf n="2">&e;<book id="4"/></shelf>
          <empty/><shelf n="3"/>
        </c:catalog>
        """;

    private static RecordOptions WithDtd { get; } = new() { Parser = XmlParserOptions.Default with { DtdProcessing = System.Xml.DtdProcessing.Parse } };

    [Fact]
    public void Every_element_at_the_path_comes_with_its_ancestors()
    {
        var seen = new List<string>();
        foreach (var record in Xml.LoadEach(Bytes(Catalog), "/c:catalog/shelf/book", WithDtd))
        {
            var book = record.AsNode();
            var shelf = book.ParentNode!.Value;
            seen.Add($"{record.Index} {book.GetAttribute("id")} {book.GetAttribute("kind")} {shelf.GetAttribute("n")} {shelf.ParentNode!.Value.NodeName} {shelf.ParentNode!.Value.GetAttribute("version")} {book.TextContent}");
            Assert.Equal(book, shelf.FirstChild);
            Assert.Equal(book, shelf.LastChild);
            Assert.Equal("urn:c", book.LookupNamespaceUri("c"));
            Assert.Equal("novel", book.GetAttribute("kind"));
            Assert.Equal(book, record.Document.GetElementById(book.GetAttribute("id")));
            Assert.Equal("c:catalog", record.Document.Doctype!.Value.NodeName);
            Assert.Equal("{urn:d}book", record.AsElement().Tag);
        }

        Assert.Equal(["0 1 novel 1 c:catalog 7 A & B", "1 2 novel 1 c:catalog 7 x", "2 3 novel 2 c:catalog 7 C", "3 4 novel 2 c:catalog 7 "], seen);
    }

    [Theory]
    [InlineData("/catalog/shelf/book", "")]
    [InlineData("/c:catalog/shelf/book", "1,2,3,4")]
    [InlineData("/{urn:c}catalog/{urn:d}shelf/{urn:d}book", "1,2,3,4")]
    [InlineData("/{urn:c}catalog/{}shelf/{urn:d}book", "")]
    [InlineData("/c:catalog/*/book", "no,1,2,3,4")]
    [InlineData("**/book", "no,1,2,3,4")]
    [InlineData("**/{urn:c}book", "inner")]
    [InlineData("**/{urn:c}*", "")]
    [InlineData("/c:catalog/shelf/book/c:book", "inner")]
    [InlineData("/c:catalog", "")]
    [InlineData("/*", "")]
    [InlineData("/**/*/**/book", "no,1,2,3,4")]
    public void A_path_says_which_elements_are_records(string path, string expected)
    {
        var ids = Xml.LoadEach(Bytes(Catalog), path, WithDtd).Select(record => record.AsNode().GetAttribute("id"));
        Assert.Equal(expected, string.Join(',', ids));
    }

    [Fact]
    public void The_root_may_be_the_record() =>
        Assert.Equal(["{urn:c}catalog 5"], Xml.LoadEach(Bytes(Catalog), "/*", WithDtd).Select(record => $"{record.AsElement().Tag} {record.AsElement().Count}"));

    [Theory]
    [InlineData("catalog/book")]
    [InlineData("/catalog//book")]
    [InlineData("/catalog/")]
    [InlineData("/catalog/**")]
    [InlineData("/{urn:c")]
    [InlineData("/{urn:c}")]
    [InlineData("/{urn:c}**/book")]
    [InlineData("")]
    public void A_malformed_path_is_refused_at_once(string path) =>
        Assert.Throws<ArgumentException>(() => Xml.LoadEach(Bytes(Catalog), path));

    [Fact]
    public void A_record_is_written_with_the_namespaces_that_it_needs()
    {
        var written = Xml.LoadEach(Bytes("<r xmlns='urn:d' xmlns:p='urn:p' xmlns:q='urn:q'><e p:a='1'><f/></e></r>"), "/r/e").Select(Write).Single();
        Assert.Equal("<e xmlns=\"urn:d\" xmlns:p=\"urn:p\" p:a=\"1\"><f/></e>", written);
    }

    [Fact]
    public void Records_are_what_the_whole_tree_has_there()
    {
        using var whole = Xml.Load(Bytes(Catalog), WithDtd.Parser);
        var expected = whole.AsNode().GetElementsByTagName("book").Select(book => book.ToXml()).ToArray();
        Assert.Equal(5, expected.Length);
        Assert.Equal(expected, Xml.LoadEach(Bytes(Catalog), "**/book", WithDtd).Select(record => record.AsNode().ToXml()));
    }

    [Fact]
    public void Places_tell_where_in_the_input_a_record_stands()
    {
        var bytes = Bytes(Catalog);
        var parts = Xml.LoadEach(bytes, "/c:catalog/shelf/book", WithDtd)
            .Select(record => Encoding.UTF8.GetString(bytes.Span[(int)record.Position.ByteOffset..(int)record.End]))
            .ToArray();
        Assert.Equal(
            [
                "<book id=\"1\"><title>A &amp; B</title><c:book id=\"inner\"/></book>",
                "<book id=\"2\"><![CDATA[x]]><!-- c --></book>",
                "&e;",
                "<book id=\"4\"/>",
            ],
            parts);
    }

    [Fact]
    public void Places_count_bytes_of_another_encoding()
    {
        var bytes = Encoding.Unicode.GetBytes("\uFEFF<r>é\n<e>😀</e></r>");
        var record = Assert.Single(Xml.LoadEach(bytes, "/r/e").ToArray());
        Assert.Equal(new TextPosition(2, 1, 12), record.Position);
        Assert.Equal(12 + (2 * 9), record.End);
    }

    [Fact]
    public async Task Every_door_and_every_cut_gives_the_same_records()
    {
        var bytes = Bytes(Catalog);
        var expected = Xml.LoadEach(bytes, "/c:catalog/shelf/book", WithDtd).Select(Show).ToArray();
        Assert.Equal(4, expected.Length);
        for (var length = 1; length <= bytes.Length; length += length < 40 ? 1 : 37)
        {
            using var cut = new ShortReadStream(bytes, length);
            Assert.Equal(expected, Xml.LoadEach(cut, "/c:catalog/shelf/book", WithDtd).Select(Show));
            using var cutAsync = new ShortReadStream(bytes, length);
            Assert.Equal(expected, await Collect(Xml.LoadEachAsync(cutAsync, "/c:catalog/shelf/book", WithDtd)));
        }

        var pipe = PipeReader.Create(new MemoryStream(bytes.ToArray()));
        Assert.Equal(expected, await Collect(Xml.LoadEachAsync(pipe, "/c:catalog/shelf/book", WithDtd)));
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, bytes.ToArray());
            Assert.Equal(expected, Xml.LoadEachFile(path, "/c:catalog/shelf/book", WithDtd).Select(Show));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20_000)]
    public void A_handle_of_an_earlier_record_finds_nothing_else(int count)
    {
        var xml = Bytes("<r>" + string.Concat(Enumerable.Range(0, count).Select(i => $"<s n='{i}'><e>{i}<f/></e></s>")) + "</r>");
        var kept = new List<(Node Record, Node Parent, string Text)>();
        var (gone, alive) = (0, 0);
        foreach (var record in Xml.LoadEach(xml, "/r/s/e"))
        {
            var (node, text) = (record.AsNode(), record.Index.ToString());
            Assert.Equal(text, node.TextContent);
            kept.Add((node, node.ParentNode!.Value, text));
            if (record.Index % 97 != 0)
            {
                continue;
            }

            foreach (var (earlier, parent, its) in kept)
            {
                if (Record.Exception(() => earlier.TextContent) is { } thrown)
                {
                    Assert.IsType<ObjectDisposedException>(thrown);
                    Assert.Throws<ObjectDisposedException>(() => parent.GetAttribute("n"));
                    gone++;
                }
                else
                {
                    Assert.Equal((its, its), (earlier.TextContent, parent.GetAttribute("n")));
                    alive++;
                }
            }

            kept.RemoveRange(0, Math.Max(0, kept.Count - 300));
        }

        Assert.True(alive > 0 && (gone > 0 || count < 100));
        Assert.All(kept, one => Assert.Throws<ObjectDisposedException>(() => one.Record.TextContent));
    }

    [Fact]
    public void A_record_that_was_kept_says_how_to_keep_it()
    {
        var kept = Xml.LoadEach(Bytes("<r><e>1</e><e>2</e></r>"), "/r/e").ToList();
        var error = Assert.Throws<ObjectDisposedException>(() => kept[0].AsNode().TextContent);
        Assert.Contains("valid until the next one is read", error.Message, StringComparison.Ordinal);
        Assert.Contains("record.Document.Clone()", error.Message, StringComparison.Ordinal);

        var clones = Xml.LoadEach(Bytes("<r><e>1</e><e>2</e></r>"), "/r/e").Select(record => record.Document.Clone()).ToList();
        Assert.Equal(["1", "2"], clones.Select(clone => clone.DocumentElement.TextContent));
        clones.ForEach(clone => clone.Dispose());
    }

    // What a view works out of one record must not be believed of the next.
    [Fact]
    public void Positions_and_identifiers_are_those_of_the_record()
    {
        var xml = Bytes("<r>" + string.Concat(Enumerable.Range(0, 50).Select(i => $"<e xml:id='i{i}'>{string.Concat(Enumerable.Repeat("<f/>", i % 7))}</e>")) + "</r>");
        foreach (var record in Xml.LoadEach(xml, "/r/e"))
        {
            var root = record.Document.Root;
            Assert.Equal(record.AsElement(), Assert.Single(root));
            Assert.Equal(record.AsElement(), root[0]);
            Assert.Equal(record.AsElement(), root[^1]);
            Assert.Equal(record.AsNode(), record.Document.DocumentElement.ChildNodes[0]);
            Assert.Equal((int)(record.Index % 7), record.AsElement().Count);
            Assert.Equal(record.AsNode(), record.Document.GetElementById($"i{record.Index}"));
            Assert.Null(record.Document.GetElementById($"i{record.Index - 1}"));
            Assert.Equal($"i{record.Index}", record.Document.CreateNavigator().SelectSingleNode("/r/e[1]/@*")!.Value);
        }
    }

    [Fact]
    public void A_copy_stays()
    {
        var kept = new List<Document>();
        foreach (var record in Xml.LoadEach(Bytes(Catalog), "/c:catalog/shelf/book", WithDtd))
        {
            if (record.Index != 1)
            {
                kept.Add(record.Document.Clone());
            }
        }

        Assert.Equal(
            [
                "<c:catalog xmlns:c=\"urn:c\" xmlns=\"urn:d\" version=\"7\"><shelf n=\"1\"><book id=\"1\" kind=\"novel\"><title>A &amp; B</title><c:book id=\"inner\"/></book></shelf></c:catalog>",
                "<c:catalog xmlns:c=\"urn:c\" xmlns=\"urn:d\" version=\"7\"><shelf n=\"2\"><book id=\"3\" kind=\"novel\"><title>C</title></book></shelf></c:catalog>",
                "<c:catalog xmlns:c=\"urn:c\" xmlns=\"urn:d\" version=\"7\"><shelf n=\"2\"><book id=\"4\" kind=\"novel\"/></shelf></c:catalog>",
            ],
            kept.Select(document => document.DocumentElement.ToXml()));
        kept.ForEach(document => document.Dispose());
    }

    [Fact]
    public void What_is_no_record_says_so()
    {
        XmlRecord none = default;
        Assert.Throws<InvalidOperationException>(() => none.Document);
        Assert.Throws<InvalidOperationException>(() => none.WriteTo(new EventLog()));
    }

    [Fact]
    public void What_is_done_to_a_record_does_not_show_in_the_next_one()
    {
        var changes = new Action<XmlRecord>[]
        {
            record => record.AsNode().ParentNode!.Value.SetAttribute("n", "changed"),
            record => record.AsNode().ParentNode!.Value.RemoveAttribute("n"),
            record => record.AsNode().ParentNode!.Value.AppendChild(record.Document.CreateElement("new")),
            record => record.AsNode().ParentNode!.Value.RemoveChild(record.AsNode()),
            record => record.Document.AsNode().RemoveChild(record.Document.DocumentElement),
            record => record.AsElement().Text = "changed",
            record => record.Document.RenameNode(record.Document.DocumentElement, null, "renamed"),
            record => record.Document.Dispose(),
            record => record.Document.Clone().Dispose(),
            record => record.AsNode().AppendChild(record.Document.CreateElement("large")).TextContent = new string('x', 100_000),
        };
        var xml = new StringBuilder("<r a='1' b='2'><s n='0'>");
        foreach (var i in Enumerable.Range(0, changes.Length))
        {
            xml.Append($"<e i='{i}'>{i}</e>{(i % 3 == 2 ? $"</s><s n='{i}'>" : "")}");
        }

        var bytes = Bytes(xml.Append("</s></r>").ToString());
        var expected = Xml.LoadEach(bytes, "/r/s/e").Select(record => record.Document.DocumentElement.ToXml()).ToArray();
        Assert.Equal(changes.Length, expected.Length);
        foreach (var shift in Enumerable.Range(0, changes.Length))
        {
            var seen = new List<string>();
            foreach (var record in Xml.LoadEach(bytes, "/r/s/e"))
            {
                seen.Add(record.Document.DocumentElement.ToXml());
                changes[(record.Index + shift) % changes.Length](record);
            }

            Assert.Equal(expected, seen);
        }
    }

    [Fact]
    public void Leaving_the_loop_ends_the_reading()
    {
        using var stream = new MemoryStream(Bytes("<r><e/><e/>" + new string(' ', 100_000) + "< not well-formed").ToArray());
        Assert.Single(Xml.LoadEach(stream, "/r/e").Take(1));
        Assert.InRange(stream.Position, 1, 50_000);
    }

    [Fact]
    public void An_enumeration_can_be_begun_again()
    {
        var records = Xml.LoadEach(Bytes("<r><e>1</e><e>2</e></r>"), "/r/e");
        Assert.Equal(["1", "2"], records.Select(record => record.AsNode().TextContent));
        Assert.Equal(["1", "2"], records.Select(record => record.AsNode().TextContent));
    }

    [Fact]
    public async Task A_pipe_can_be_read_on_when_the_loop_was_left()
    {
        var pipe = PipeReader.Create(new MemoryStream(Bytes("<r><e/><e/>" + new string(' ', 30_000) + "</r>").ToArray()), new StreamPipeReaderOptions(bufferSize: 8192, minimumReadSize: 1));
        await foreach (var record in Xml.LoadEachAsync(pipe, "/r/e"))
        {
            Assert.Equal(0, record.Index);
            break;
        }

        var result = await pipe.ReadAsync();
        pipe.AdvanceTo(result.Buffer.Start);
        Assert.False(result.Buffer.IsEmpty);
    }

    // What has come whole is given before anything is waited for.
    [Fact]
    public async Task A_record_comes_as_soon_as_it_has_arrived()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(Bytes("<r><e>1</e><e>2</e><e>3").ToArray());
        await using var records = Xml.LoadEachAsync(pipe.Reader, "/r/e").GetAsyncEnumerator();
        Assert.True(await records.MoveNextAsync());
        Assert.Equal("1", records.Current.AsNode().TextContent);
        Assert.True(await records.MoveNextAsync());
        Assert.Equal("2", records.Current.AsNode().TextContent);

        // A change does not disturb what has begun already.
        records.Current.AsNode().AppendChild(records.Current.Document.CreateElement("f")).TextContent = new string('x', 10_000);
        records.Current.AsNode().ParentNode!.Value.SetAttribute("a", "b");
        var next = records.MoveNextAsync();
        Assert.False(next.IsCompleted);
        await pipe.Writer.WriteAsync(Bytes("<g/>4</e></r>").ToArray());
        await pipe.Writer.CompleteAsync();
        Assert.True(await next);
        Assert.Equal("<r><e>3<g/>4</e></r>", records.Current.Document.DocumentElement.ToXml());
        Assert.False(await records.MoveNextAsync());
    }

    [Fact]
    public async Task A_cancelled_enumeration_ends()
    {
        using var source = new CancellationTokenSource();
        using var stream = new MemoryStream(Bytes("<r><e>1</e><e>2</e><e>3</e></r>").ToArray());
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in Xml.LoadEachAsync(stream, "/r/e", cancellationToken: source.Token))
            {
                seen++;
                await source.CancelAsync();
            }
        });
        Assert.Equal(1, seen);
    }

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_records()
    {
        var record = "<e a='1'>" + new string('x', 500) + "<f/></e>";
        var few = Bytes("<r>" + string.Concat(Enumerable.Repeat(record, 100)) + "</r>");
        var many = Bytes("<r>" + string.Concat(Enumerable.Repeat(record, 10_000)) + "</r>");
        Assert.Equal(100, Xml.LoadEach(few, "/r/e").Count());
        var allocated = Allocated.Least(() => Assert.Equal(10_000, Xml.LoadEach(many, "/r/e").Count()));

        // Nothing for a single record: only now and then what is seen of many.
        Assert.InRange(allocated, 1, 10_000 * 40);
    }

    private static ReadOnlyMemory<byte> Bytes(string xml) => Encoding.UTF8.GetBytes(xml);

    private static string Write(XmlRecord record)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8XmlWriter(output))
        {
            record.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string Show(XmlRecord record) => $"{record.Index} {record.Position} {record.Position.ByteOffset}–{record.End} {record.Document.DocumentElement.ToXml()}";

    private static async Task<List<string>> Collect(IAsyncEnumerable<XmlRecord> records)
    {
        var seen = new List<string>();
        await foreach (var record in records)
        {
            seen.Add(Show(record));
        }

        return seen;
    }
}
