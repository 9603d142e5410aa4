using System.Buffers;
using System.Text;

namespace XmlJson.Tests.Sinks;

public class Utf8XmlWriterTests
{
    [Fact]
    public void Every_event_is_written()
    {
        var (events, output) = Writer();
        events.Document("1.0", "UTF-8", standalone: true)
            .Comment(" before ")
            .DocumentType(new DocumentTypeDeclaration("a"u8) { PublicId = "p"u8, SystemId = "s\"x"u8, InternalSubset = "<!ENTITY e ']'>"u8 })
            .StartIn("urn:x", "x:a", ("xmlns:x", "urn:x"), ("id", "1"))
            .Text("t")
            .CData("c", "d").CData()
            .Comment("")
            .Instruction("p", "d")
            .Instruction("q")
            .Skipped("e")
            .Start("b").End()
            .End()
            .Instruction("end")
            .EndDocument();

        Assert.Equal(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <!-- before -->
            <!DOCTYPE a PUBLIC "p" 's"x' [<!ENTITY e ']'>]>
            <x:a xmlns:x="urn:x" id="1">t<![CDATA[cd]]><![CDATA[]]><!----><?p d?><?q?>&e;<b/></x:a>
            <?end?>
            """.ReplaceLineEndings("\n"),
            output());
    }

    [Fact]
    public void Any_number_of_prefixes_may_be_missing()
    {
        var (events, output) = Writer();
        events.Document().Start("r");
        for (var i = 0; i < 100; i++)
        {
            events.StartIn($"urn:{i}", $"p{i}:e");
        }

        for (var i = 0; i <= 100; i++)
        {
            events.End();
        }

        events.EndDocument();

        Assert.StartsWith("<r><p0:e xmlns:p0=\"urn:0\"><p1:e xmlns:p1=\"urn:1\">", output(), StringComparison.Ordinal);
        Assert.Contains("<p99:e xmlns:p99=\"urn:99\"/></p98:e>", output(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_declaration_that_the_document_type_brings_again_is_in_force()
    {
        var document = "<!DOCTYPE a [<!ATTLIST a xmlns CDATA 'u' xmlns:p CDATA 'v' x CDATA '1'>]>\n<a><p:b/><c/></a>"u8.ToArray();
        var options = XmlParserOptions.Default with { DtdProcessing = System.Xml.DtdProcessing.Parse };
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8XmlWriter(output, new Utf8XmlWriterOptions { WriteDefaultAttributes = false });
        Xml.Parse(document, writer, options);
        writer.Flush();

        Assert.Equal(Encoding.UTF8.GetString(document), Text(output));
    }

    [Theory]
    [InlineData("", null, "<a/>")]
    [InlineData("utf-8", null, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a/>")]
    [InlineData("UTF-8", false, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<a/>")]
    [InlineData("ISO-8859-1", null, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a/>")]
    public void A_declared_encoding_becomes_utf_8(string encoding, bool? standalone, string expected)
    {
        var (events, output) = Writer();
        _ = encoding.Length == 0 ? events.Document() : events.Document("1.0", encoding, standalone);
        events.Start("a").End().EndDocument();

        Assert.Equal(expected, output());
    }

    [Fact]
    public void An_encoding_that_was_not_declared_is_not_invented()
    {
        var (events, output) = Writer();
        events.Document("1.1").Start("a").End().EndDocument();

        Assert.Equal("<?xml version=\"1.1\"?>\n<a/>", output());
    }

    [Theory]
    [InlineData(XmlDeclarationStyle.Always, false, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a/>")]
    [InlineData(XmlDeclarationStyle.Always, true, "<?xml version=\"1.0\"?>\n<a/>")]
    [InlineData(XmlDeclarationStyle.Omit, true, "<a/>")]
    [InlineData(XmlDeclarationStyle.AsGiven, false, "<a/>")]
    public void The_declaration_is_an_option(XmlDeclarationStyle style, bool given, string expected)
    {
        var (events, output) = Writer(new() { Declaration = style });
        _ = given ? events.Document("1.0") : events.Document();
        events.Start("a").End().EndDocument();

        Assert.Equal(expected, output());
    }

    [Theory]
    [InlineData(EmptyElementStyle.SelfClosing, "<a><b/><c x=\"\"/></a>")]
    [InlineData(EmptyElementStyle.SelfClosingWithSpace, "<a><b /><c x=\"\" /></a>")]
    [InlineData(EmptyElementStyle.StartAndEndTag, "<a><b></b><c x=\"\"></c></a>")]
    public void Empty_elements_are_an_option(EmptyElementStyle style, string expected)
    {
        var (events, output) = Writer(new() { EmptyElements = style });
        events.Document().Start("a").Start("b").End().Start("c", ("x", "")).End().End().EndDocument();

        Assert.Equal(expected, output());
    }

    [Fact]
    public void Text_and_values_are_escaped_as_canonical_XML_does()
    {
        const string All = "&<>\"'\t\n\r]]>é😀\u0085\u2028";
        var (events, output) = Writer();
        events.Document().Start("a", ("v", All)).Text(All).End().EndDocument();

        Assert.Equal(
            "<a v=\"&amp;&lt;>&quot;'&#x9;&#xA;&#xD;]]>é😀\u0085\u2028\">&amp;&lt;&gt;\"'\t\n&#xD;]]&gt;é😀\u0085\u2028</a>",
            output());
    }

    [Fact]
    public void A_section_that_cannot_hold_its_text_is_parted()
    {
        foreach (var pieces in (string[][])[["x]]>]]>\ry]]"], ["x]", "]", ">", "]]", ">\r", "y]", "]"], ["x", "]]>]", "]", ">\ry]]"]])
        {
            var (events, output) = Writer();
            events.Document().Start("a").CData(pieces).End().EndDocument();

            Assert.Equal("<a><![CDATA[x]]]]><![CDATA[>]]]]><![CDATA[>]]>&#xD;<![CDATA[y]]]]></a>", output());
            Assert.Equal("x]]>]]>\ry]]", System.Xml.Linq.XElement.Parse(output(), System.Xml.Linq.LoadOptions.PreserveWhitespace).Value);
        }
    }

    [Fact]
    public void Brackets_apart_do_not_part_a_section()
    {
        var (events, output) = Writer();
        events.Document().Start("a").CData("]", "x]>]", "x", "]>").CData(">").End().EndDocument();

        Assert.Equal("<a><![CDATA[]x]>]x]>]]><![CDATA[>]]></a>", output());
    }

    [Fact]
    public void Carriage_returns_become_line_feeds_where_no_reference_can_stand()
    {
        var (events, output) = Writer();
        events.Document().DocumentType(new DocumentTypeDeclaration("a"u8) { InternalSubset = "\r\n\r"u8 })
            .Comment("a\r\nb\rc").Start("a").Instruction("p", "a\rb").End().EndDocument();

        Assert.Equal("<!DOCTYPE a [\n\n]>\n<!--a\nb\nc-->\n<a><?p a\nb?></a>", output());
    }

    [Theory]
    [InlineData("a-")]
    [InlineData("-")]
    [InlineData("a--b")]
    [InlineData("\u0001")]
    [InlineData("\uFFFE")]
    public void Comments_that_cannot_be_are_refused(string text)
    {
        var (events, _) = Writer();
        Assert.Throws<ArgumentException>(() => events.Document().Comment(text));
    }

    [Theory]
    [InlineData("xml", "")]
    [InlineData("XmL", "")]
    [InlineData("", "")]
    [InlineData("a b", "")]
    [InlineData("1", "")]
    [InlineData("p", "a?>b")]
    [InlineData("p", " a")]
    [InlineData("p", "\0")]
    public void Instructions_that_cannot_be_are_refused(string target, string data)
    {
        var (events, _) = Writer();
        Assert.Throws<ArgumentException>(() => events.Document().Instruction(target, data));
    }

    [Fact]
    public void Document_types_that_cannot_be_are_refused()
    {
        Refused(new DocumentTypeDeclaration("a b"u8));
        Refused(new DocumentTypeDeclaration("a"u8) { PublicId = "p"u8 });
        Refused(new DocumentTypeDeclaration("a"u8) { PublicId = "<"u8, SystemId = "s"u8 });
        Refused(new DocumentTypeDeclaration("a"u8) { PublicId = "\""u8, SystemId = "s"u8 });
        Refused(new DocumentTypeDeclaration("a"u8) { SystemId = "'\""u8 });
        Refused(new DocumentTypeDeclaration("a"u8) { SystemId = "\u0001"u8 });
        Refused(new DocumentTypeDeclaration("a"u8) { InternalSubset = "]"u8 });
        Refused(new DocumentTypeDeclaration("a"u8) { InternalSubset = "<!ENTITY e 'x>"u8 });
        Refused(new DocumentTypeDeclaration("a"u8) { InternalSubset = "<!-- "u8 });
        Refused(new DocumentTypeDeclaration("a"u8) { InternalSubset = "<?p"u8 });
        Refused(new DocumentTypeDeclaration("a"u8) { InternalSubset = "<a>"u8 });
        Accepted(new DocumentTypeDeclaration("a"u8) { InternalSubset = "<!ENTITY e ']'><!--]'--><?p ]'?> %p; "u8 });

        static void Refused(scoped DocumentTypeDeclaration doctype)
        {
            using var writer = new Utf8XmlWriter(new ArrayBufferWriter<byte>());
            try
            {
                writer.DocumentType(doctype);
            }
            catch (ArgumentException)
            {
                return;
            }

            Assert.Fail("It was written.");
        }

        static void Accepted(scoped DocumentTypeDeclaration doctype)
        {
            using var writer = new Utf8XmlWriter(new ArrayBufferWriter<byte>());
            writer.DocumentType(doctype);
        }
    }

    [Theory]
    [InlineData("a\u0000")]
    [InlineData("a\u001F")]
    [InlineData("a\uFFFF")]
    public void Characters_that_XML_does_not_allow_are_refused_everywhere(string text)
    {
        Assert.Throws<ArgumentException>(() => Writer().Events.Document().Start("a").Text(text));
        Assert.Throws<ArgumentException>(() => Writer().Events.Document().Start("a").CData(text));
        Assert.Throws<ArgumentException>(() => Writer().Events.Document().Start("a", ("v", text)));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused()
    {
        foreach (var kind in (TextKind[])[TextKind.Text, TextKind.CData])
        {
            using var writer = new Utf8XmlWriter(new ArrayBufferWriter<byte>());
            writer.WriteStartElement("a");
            if (kind == TextKind.CData)
            {
                writer.StartCData();
            }

            Assert.Throws<ArgumentException>(() => writer.Characters([0xE2, 0x82], kind));
        }
    }

    [Fact]
    public void Calls_that_may_not_come_now_are_refused()
    {
        Refused(e => e.Document().Document());
        Refused(e => e.Document().Start("a").Document());
        Refused(e => e.Document().Text("x"));
        Refused(e => e.Document().Text(" "));
        Refused(e => e.Document().CData("x"));
        Refused(e => e.Document().Skipped("e"));
        Refused(e => e.Document().Start("a").End().Start("b"));
        Refused(e => e.Document().Start("a").End().Text("x"));
        Refused(e => e.Document().Start("a").DocumentType(new DocumentTypeDeclaration("a"u8)));
        Refused(e => e.Document().DocumentType(new DocumentTypeDeclaration("a"u8)).DocumentType(new DocumentTypeDeclaration("a"u8)));
        Refused(e => e.Document().Start("a").End().DocumentType(new DocumentTypeDeclaration("a"u8)));
        Refused(e => e.Document().EndDocument());
        Refused(e => e.Document().Start("a").EndDocument());
        Refused(e => e.Document().Start("a").Text("x", TextKind.CData));
        Refused(e => e.Document().Start("a").Handler.EndCData());
        Refused(e => e.Document().Start("a").End().EndDocument().EndDocument());
        Refused(e => e.Document().Start("a").End().EndDocument().Comment("x"u8));
        Refused(e => e.Document().Start("a").End().EndDocument().WriteStartElement("x"));
        foreach (var inSection in (Action<HandMadeEvents<Utf8XmlWriter>>[])
            [e => e.Text("x"), e => e.Start("b"), e => e.End(), e => e.Comment("c"), e => e.Instruction("p"), e => e.Skipped("e"), e => e.CData("c"), e => e.EndDocument(), e => e.Document()])
        {
            Refused(e =>
            {
                e.Document().Start("a").Handler.StartCData();
                inSection(e);
            });
        }

        static void Refused(Action<HandMadeEvents<Utf8XmlWriter>> act) => Assert.Throws<InvalidOperationException>(() => act(Writer().Events));
    }

    [Fact]
    public void An_element_ends_as_it_started()
    {
        var names = new XmlNames();
        XmlName a = names.Get("a"), b = names.Get("b"), otherA = new XmlNames().Get("a");
        using var writer = new Utf8XmlWriter(new ArrayBufferWriter<byte>());
        writer.StartElement(in a, default);
        writer.StartElement(in b, default);
        writer.EndElement(in b);
        writer.EndElement(in otherA);
        writer.Reset(new ArrayBufferWriter<byte>());
        Assert.Throws<InvalidOperationException>(() => writer.EndElement(in a));
        writer.Reset(new ArrayBufferWriter<byte>());
        writer.StartElement(in a, default);
        writer.StartElement(in b, default);
        var error = Assert.Throws<InvalidOperationException>(() => writer.EndElement(in a));

        Assert.Contains("'a' cannot end here: 'b' is open", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_exception_nothing_more_is_written()
    {
        var (events, output) = Writer();
        events.Document().Start("a");
        Assert.Throws<ArgumentException>(() => events.Text("good\0bad"));

        Assert.Throws<InvalidOperationException>(() => events.Text("x"));
        Assert.Throws<InvalidOperationException>(() => events.End());
        Assert.Throws<InvalidOperationException>(() => events.EndDocument());
        Assert.Equal("<a>good", output());
        events.Handler.Dispose();
        Assert.Throws<ObjectDisposedException>(() => events.Handler.Comment("x"u8));
    }

    [Fact]
    public void Empty_names_are_refused()
    {
        using var writer = new Utf8XmlWriter(new ArrayBufferWriter<byte>());
        var none = default(XmlName);

        Assert.Throws<ArgumentException>(() => writer.StartElement(in none, default));
    }

    [Fact]
    public void Two_attributes_of_one_name_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Writer().Events.Document().Start("a", ("x", "1"), ("y", "2"), ("x", "3")));

        var names = new XmlNames();
        var attributes = new AttributeBuffer(names);
        attributes.Add(names.Get("p:x", "u"), "1");
        attributes.Add(names.Get("q:x", "v"), "2");
        attributes.Add(names.Get("r:x", "u"), "3");
        var name = names.Get("a");
        using var writer = new Utf8XmlWriter(new ArrayBufferWriter<byte>());
        Assert.Throws<ArgumentException>(() => writer.StartElement(in name, attributes.List));
        Writer().Events.Document().Start("a", ("x", "1")).Start("a", ("x", "1"));
    }

    [Fact]
    public void Missing_namespace_declarations_are_added()
    {
        var names = new XmlNames();
        var attributes = new AttributeBuffer(names);
        attributes.Add(names.Get("q:x", "urn:q"), "1");
        attributes.Add(names.Get("xml:lang", "http://www.w3.org/XML/1998/namespace"), "en");
        XmlName root = names.Get("p:a", "urn:p"), inner = names.Get("b", "urn:d"), innermost = names.Get("c"), again = names.Get("p:d", "urn:other");
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8XmlWriter(output))
        {
            writer.StartElement(in root, attributes.List);
            writer.StartElement(in inner, default);
            writer.StartElement(in innermost, default);
            writer.StartElement(in again, default);
            writer.EndElement(in again);
            writer.EndElement(in innermost);
            writer.EndElement(in inner);
            writer.StartElement(in again, default);
            writer.EndElement(in again);
            writer.EndElement(in root);
            writer.EndDocument();
        }

        Assert.Equal(
            "<p:a q:x=\"1\" xml:lang=\"en\" xmlns:p=\"urn:p\" xmlns:q=\"urn:q\"><b xmlns=\"urn:d\"><c xmlns=\"\"><p:d xmlns:p=\"urn:other\"/></c></b><p:d xmlns:p=\"urn:other\"/></p:a>",
            Text(output));
    }

    [Fact]
    public void Namespaces_that_cannot_be_declared_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Writer().Events.Document().StartIn("urn:x", "x:a", ("xmlns:x", "urn:y")));
        Assert.Throws<InvalidOperationException>(() => Writer().Events.Document().StartIn("urn:x", "a", ("xmlns", "urn:y")));
        Assert.Throws<InvalidOperationException>(() => Writer().Events.Document().StartIn("", "a", ("xmlns", "urn:y")));
        Assert.Throws<ArgumentException>(() => Writer().Events.Document().StartIn("", "x:a"));
        Assert.Throws<ArgumentException>(() => Writer().Events.Document().Start("a", ("x:b", "")));
        Assert.Throws<ArgumentException>(() => Writer().Events.Document().Start("a", ("xmlns:x", "")));
        Assert.Throws<ArgumentException>(() => Writer().Events.Document().Start("a", ("xmlns:xml", "urn:x")));
        Assert.Throws<ArgumentException>(() => Writer().Events.Document().Start("a", ("xmlns:x", "http://www.w3.org/XML/1998/namespace")));
        Assert.Throws<ArgumentException>(() => Writer().Events.Document().Start("a", ("xmlns:xmlns", "http://www.w3.org/2000/xmlns/")));
        Assert.Throws<ArgumentException>(() => Writer().Events.Document().Start("a", ("xmlns:x", "http://www.w3.org/2000/xmlns/")));
        Assert.Throws<ArgumentException>(() => Writer().Events.Document().StartIn("http://www.w3.org/2000/xmlns/", "xmlns:a"));

        var names = new XmlNames();
        var attributes = new AttributeBuffer(names);
        attributes.Add(names.Get("x", "urn:x"), "1");
        var name = names.Get("a");
        using var writer = new Utf8XmlWriter(new ArrayBufferWriter<byte>());
        Assert.Throws<ArgumentException>(() => writer.StartElement(in name, attributes.List));
    }

    [Fact]
    public void Names_read_without_namespaces_are_written_as_they_are()
    {
        const string Document = "<p:a xmlns=\"u\" q:b:c=\"1\" p:x=\"\" q:x=\"\"><b/></p:a>";
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8XmlWriter(output);
        Xml.Parse(Document, writer, new XmlParserOptions { Namespaces = false });
        writer.Flush();

        Assert.Equal(Document, Text(output));
    }

    [Fact]
    public void Fragments_hold_anything_anywhere()
    {
        var (events, output) = Writer(new() { IsFragment = true });
        events.Text("one").Start("a").End().Document("1.0", "utf-8");
        events.Start("b").End().EndDocument();
        events.Handler.WriteStartElement("all");
        events.Document().Start("c").End().EndDocument();
        events.Handler.WriteEndElement();
        events.Handler.WriteText("two");

        Assert.Equal("one<a/><b/><all><c/></all>two", output());
        Assert.Throws<InvalidOperationException>(() => events.DocumentType(new DocumentTypeDeclaration("a"u8)));
    }

    [Fact]
    public void Defaulted_attributes_can_be_left_out()
    {
        var names = new XmlNames();
        var attributes = new AttributeBuffer(names);
        attributes.Add(names.Get("x"), "1");
        attributes.Add(names.Get("p:y", "urn:p"), "2", isSpecified: false);
        var name = names.Get("a");
        foreach (var (write, expected) in ((bool, string)[])[(true, "<a x=\"1\" p:y=\"2\" xmlns:p=\"urn:p\"/>"), (false, "<a x=\"1\"/>")])
        {
            var output = new ArrayBufferWriter<byte>();
            using var writer = new Utf8XmlWriter(output, new() { WriteDefaultAttributes = write });
            writer.StartElement(in name, attributes.List);
            writer.EndElement(in name);
            writer.Flush();

            Assert.Equal(expected, Text(output));
        }
    }

    [Fact]
    public void A_stream_gets_the_bytes_when_the_buffer_is_full()
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8XmlWriter(stream, new() { BufferSize = 1000 });
        var events = new HandMadeEvents<Utf8XmlWriter>(writer).Document().Start("a");
        for (var i = 0; i < 1000; i++)
        {
            events.Start("b", ("v", "€")).Text("1234567890").End();
        }

        Assert.InRange(stream.Length, 1, long.MaxValue);
        Assert.InRange(writer.BytesPending, 0, 2048);
        Assert.Equal(stream.Length, writer.BytesCommitted);
        events.End().EndDocument();
        writer.Flush();

        Assert.Equal("<a>" + string.Concat(Enumerable.Repeat("<b v=\"€\">1234567890</b>", 1000)) + "</a>", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(stream.Length, writer.BytesCommitted);
    }

    [Fact]
    public async Task A_stream_can_be_written_to_asynchronously_only()
    {
        using var stream = new AsynchronousStream();
        await using (var writer = new Utf8XmlWriter(stream, new() { BufferSize = int.MaxValue }))
        {
            writer.WriteStartElement("a");
            for (var i = 0; i < 100; i++)
            {
                writer.WriteText(new string('x', 1000));
                if (i % 10 == 0)
                {
                    await writer.FlushAsync();
                }
            }

            writer.WriteEndElement();
            writer.EndDocument();
        }

        Assert.Equal("<a>" + new string('x', 100_000) + "</a>", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void A_stream_that_fails_breaks_the_writer()
    {
        using var stream = new MemoryStream(new byte[10]);
        using var writer = new Utf8XmlWriter(stream);
        writer.WriteStartElement("a");
        writer.WriteText("more than ten bytes");

        Assert.Throws<NotSupportedException>(writer.Flush);
        Assert.Throws<InvalidOperationException>(writer.Flush);
    }

    [Fact]
    public void A_writer_that_is_reset_begins_anew_and_allocates_nothing()
    {
        var output = new ArrayBufferWriter<byte>(1 << 16);
        using var writer = new Utf8XmlWriter(output);
        using var parser = new Utf8XmlParser();
        var document = "<p:a xmlns:p='u' x='1'>text<b>more</b><!--c--></p:a>"u8.ToArray();
        var handler = writer;
        Assert.Equal(0, Allocated.Least(() =>
        {
            output.ResetWrittenCount();
            writer.Reset(output);
            parser.Parse(document, ref handler);
            writer.Flush();
        }));
        Assert.Equal("<p:a xmlns:p=\"u\" x=\"1\">text<b>more</b><!--c--></p:a>", Text(output));
    }

    [Fact]
    public void A_disposed_writer_refuses_everything()
    {
        var writer = new Utf8XmlWriter(new ArrayBufferWriter<byte>());
        writer.Dispose();
        writer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => writer.WriteStartElement("a"));
        Assert.Throws<ObjectDisposedException>(() => writer.Comment("a"u8));
        Assert.Throws<ObjectDisposedException>(writer.Flush);
        Assert.Throws<ObjectDisposedException>(() => writer.Reset(new ArrayBufferWriter<byte>()));
    }

    [Fact]
    public void Long_names_and_texts_are_written_whole()
    {
        var name = new string('n', 60_000);
        var text = new string('é', 60_000);
        var (events, output) = Writer(new() { BufferSize = 300 });
        events.Document().Start(name, (name, text)).Text(text).Comment(text).End().EndDocument();

        Assert.Equal($"<{name} {name}=\"{text}\">{text}<!--{text}--></{name}>", output());
    }

    internal static string Text(ArrayBufferWriter<byte> output) => Encoding.UTF8.GetString(output.WrittenSpan);

    internal static (HandMadeEvents<Utf8XmlWriter> Events, Func<string> Output) Writer(Utf8XmlWriterOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new Utf8XmlWriter(output, options);
        return (new HandMadeEvents<Utf8XmlWriter>(writer), () =>
        {
            writer.Flush();
            return Text(output);
        }
        );
    }

    private sealed class AsynchronousStream : MemoryStream
    {
        private readonly MemoryStream _bytes = new();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(ReadOnlySpan<byte> buffer) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _bytes.Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override byte[] ToArray() => _bytes.ToArray();
    }
}
