using System.Text;
using XmlJson.Dom;
using XmlJson.Tests.Sinks;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees;

public class DocumentBuilderTests
{
    private const string Everything = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?><!-- before --><?style sheet="a"?>
        <r xmlns="urn:d" xmlns:p="urn:p" b="2" a="1" p:c="&lt;&amp;&#10;" e=""><p:x/>text<![CDATA[a < b]]><![CDATA[]]> more
          <!----><p:y q="é€😀">é€😀</p:y><z xmlns=""><w xmlns="urn:w"/></z><?empty?></r><!-- after -->
        """;

    [Fact]
    public void Writing_what_was_built_gives_the_same_events()
    {
        var xml = Encoding.UTF8.GetBytes(Everything);
        using var document = DocumentLoader.Load(xml);
        Assert.Equal(DocumentLoader.LogOf(xml), DocumentLoader.LogOf(document));
        Assert.False(document.IsEdited);
    }

    [Fact]
    public void Events_that_no_simple_document_has_are_kept()
    {
        static THandler Drive<THandler>(THandler handler)
            where THandler : IContentHandler
            => new HandMadeEvents<THandler>(handler).Document("1.1")
                .DocumentType(new DocumentTypeDeclaration("r"u8) { PublicId = "p"u8, SystemId = ""u8, InternalSubset = "<!ENTITY e SYSTEM 'f'>"u8 })
                .Start("r", ("a", ""))
                .Text("\n ", TextKind.WhiteSpace).Text(" ", TextKind.WhiteSpace).Text("a").Text("b")
                .Skipped("e").Text("c").CData().CData("d", "e").Text("f")
                .End().EndDocument();
        using var log = Drive(new EventLog());
        using var builder = Drive(new DocumentBuilder());
        using var document = builder.TakeDocument();
        Assert.Equal(log.ToString(), DocumentLoader.LogOf(document));
    }

    [Fact]
    public void An_attribute_longer_than_a_block_follows_a_short_one()
    {
        var xml = Encoding.UTF8.GetBytes($"<a x='1' y='{new string('v', 5000)}'/>");
        using var document = DocumentLoader.Load(xml);
        Assert.Equal(DocumentLoader.LogOf(xml), DocumentLoader.LogOf(document));
    }

    // A small input is read from a copy and a large one in place, but for its end; one in another encoding never stands in its bytes.
    [Theory]
    [InlineData(0, false)]
    [InlineData(300, false)]
    [InlineData(20_000, false)]
    [InlineData(300, true)]
    public void A_tree_that_refers_to_its_input_is_the_same_tree(int padding, bool isUtf16)
    {
        var text = Everything.Replace("text", string.Concat(Enumerable.Repeat("<t u='v'>word &amp; word</t>", padding)) + "text", StringComparison.Ordinal);
        var xml = isUtf16 ? Encoding.Unicode.GetBytes("\uFEFF" + text.Replace("UTF-8", "UTF-16", StringComparison.Ordinal)) : Encoding.UTF8.GetBytes(text);
        var larger = (byte[])[1, 2, 3, .. xml, 4, 5];

        using var document = Xml.Load(larger.AsMemory(3, xml.Length));

        Assert.Equal(DocumentLoader.LogOf(xml), DocumentLoader.LogOf(document));
    }

    [Fact]
    public void A_tree_that_refers_to_its_input_copies_no_plain_text()
    {
        var xml = Encoding.UTF8.GetBytes($"<r>{string.Concat(Enumerable.Repeat("<t>word</t>", 5000))}</r>");
        using var document = Xml.Load((ReadOnlyMemory<byte>)xml);
        var first = document.Node(document.Node(document.RootRow).FirstChild).FirstChild;
        Assert.True(document.TextOf(first).Overlaps(xml));
        Assert.True(document.TextOf(first).SequenceEqual("word"u8));
    }

    // Names with one qualified name and many namespaces, and names of two sources in turn.
    [Fact]
    public void A_name_is_its_qualified_name_and_its_namespace()
    {
        var xml = Encoding.UTF8.GetBytes($"<r>{string.Concat(Enumerable.Range(0, 300).Select(i => $"<e xmlns='u{i % 100}' a='1'/>"))}</r>");
        using var document = DocumentLoader.Load(xml);
        Assert.Equal(DocumentLoader.LogOf(xml), DocumentLoader.LogOf(document));
        Assert.Equal(100, document.GetElementsByTagName("e").Select(element => element.NamespaceUri).Distinct().Count());

        var (left, right) = (new XmlNames(), new XmlNames());
        using var builder = new DocumentBuilder();
        using var log = new EventLog();
        foreach (var handler in new IContentHandler[] { builder, log })
        {
            handler.StartDocument(default);
            handler.StartElement(left.Get("r"), default);
            for (var i = 0; i < 6; i++)
            {
                var names = i % 2 == 0 ? left : right;
                var name = names.Get(i % 3 == 0 ? "a" : "b", i < 4 ? "" : "u");
                handler.StartElement(name, default);
                handler.EndElement(name);
            }

            handler.EndElement(left.Get("r"));
            handler.EndDocument();
        }

        using var mixed = builder.TakeDocument();
        Assert.Equal(log.ToString(), DocumentLoader.LogOf(mixed));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("p", "s")]
    [InlineData(null, "s")]
    public void Identifiers_that_are_missing_stay_missing(string? publicId, string? systemId)
    {
        THandler Drive<THandler>(THandler handler)
            where THandler : IContentHandler
        {
            var declaration = new DocumentTypeDeclaration("r"u8);
            declaration = publicId is null ? declaration : declaration with { PublicId = Encoding.UTF8.GetBytes(publicId) };
            declaration = systemId is null ? declaration : declaration with { SystemId = Encoding.UTF8.GetBytes(systemId) };
            return new HandMadeEvents<THandler>(handler).Document().DocumentType(declaration).Start("r").End().EndDocument();
        }

        using var log = Drive(new EventLog());
        using var builder = Drive(new DocumentBuilder());
        using var document = builder.TakeDocument();
        Assert.Equal(log.ToString(), DocumentLoader.LogOf(document));
    }

    [Fact]
    public void Attribute_types_and_defaults_are_kept()
    {
        var names = new XmlNames();
        var attributes = new AttributeBuffer(names);
        foreach (var type in Enum.GetValues<AttributeType>())
        {
            attributes.Add(names.Get($"a{type}"), type.ToString(), isSpecified: (int)type % 2 == 0, type);
        }

        using var builder = new DocumentBuilder();
        var root = names.Get("r");
        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        builder.StartElement(in root, attributes.List);
        builder.EndElement(in root);
        builder.EndDocument();
        using var document = builder.TakeDocument();
        var seen = new AttributeRecorder();
        document.WriteTo(seen);
        Assert.Equal(Enum.GetValues<AttributeType>().Select(type => $"a{type}={type} {type} {(int)type % 2 == 0}"), seen.Attributes);
    }

    [Fact]
    public void However_text_is_cut_it_comes_out_whole()
    {
        // Longer than several blocks, in pieces of every length from 1 on; attributes and other texts stand around it.
        var text = string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i} é€😀 "));
        var pieces = new List<string>();
        for (int at = 0, length = 1; at < text.Length; at += length, length = (length % 97) + 1)
        {
            length = Math.Min(length, text.Length - at);
            length += at + length < text.Length && char.IsLowSurrogate(text[at + length]) ? 1 : 0;
            pieces.Add(text.Substring(at, length));
        }

        using var builder = new DocumentBuilder();
        var events = new HandMadeEvents<DocumentBuilder>(builder).Document().Start("r", ("a", "value"));
        foreach (var kind in new[] { TextKind.Text, TextKind.WhiteSpace, TextKind.Text })
        {
            foreach (var piece in pieces)
            {
                events.Text(piece, kind);
            }
        }

        events.CData([.. pieces]).End().EndDocument();
        using var document = builder.TakeDocument();
        var seen = new TextRecorder();
        document.WriteTo(seen);
        Assert.Equal([text, text, text, text], seen.Texts);
    }

    [Fact]
    public void Names_that_differ_only_in_their_namespace_are_kept_apart()
    {
        const string Xml = """<r xmlns:p="urn:1"><p:a xmlns:p="urn:2" p:b="1"/><p:a p:b="1"/><p:a xmlns:p="urn:2" p:b="1"/><a/><a xmlns="urn:1"/></r>""";
        using var document = DocumentLoader.Load(Xml);
        Assert.Equal(DocumentLoader.LogOf(Encoding.UTF8.GetBytes(Xml)), DocumentLoader.LogOf(document));
    }

    [Fact]
    public void Names_without_namespace_processing_stay_whole()
    {
        const string Xml = """<a:b xmlns:a="u" c:d:e="1"><a:b/>:<:/></a:b>""";
        var options = new XmlParserOptions { Namespaces = false };
        using var log = new EventLog();
        XmlJson.Xml.Parse(Xml, log, options);
        using var builder = new DocumentBuilder();
        XmlJson.Xml.Parse(Xml, builder, options);
        using var document = builder.TakeDocument();
        Assert.Equal(log.ToString(), DocumentLoader.LogOf(document));
    }

    [Fact]
    public void Names_may_come_from_several_tables()
    {
        using var builder = new DocumentBuilder();
        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        var root = new XmlNames().Get("r");
        builder.StartElement(in root, default);
        var tables = new[] { new XmlNames(), new XmlNames() };
        for (var i = 0; i < 200; i++)
        {
            var name = tables[i % 2].Get($"n{i / 2}", i % 3 == 0 ? "u" : "");
            builder.StartElement(in name, default);
            builder.EndElement(in name);
        }

        builder.EndElement(in root);
        builder.EndDocument();
        using var document = builder.TakeDocument();
        var expected = "document\nstart r\n" + string.Concat(Enumerable.Range(0, 200)
            .Select(i => $"start n{i / 2}{(i % 3 == 0 ? " {u}" : "")}\nend n{i / 2}\n")) + "end r\nend-document\n";
        Assert.Equal(expected, DocumentLoader.LogOf(document));
    }

    [Fact]
    public void Comments_and_instructions_can_be_left_out()
    {
        using var builder = new DocumentBuilder { KeepComments = false, KeepProcessingInstructions = false };
        Xml.Parse("<!--a--><r>x<!--b-->y<?c?>z<s/></r>", builder);
        using var document = builder.TakeDocument();
        Assert.Equal("document\nstart r\ntext \"xyz\"\nstart s\nend s\nend r\nend-document\n", DocumentLoader.LogOf(document));
    }

    [Fact]
    public void A_builder_makes_one_document_after_the_other()
    {
        using var builder = new DocumentBuilder();
        Xml.Parse("<a/>", builder);
        using var first = builder.TakeDocument();
        Assert.Throws<InvalidOperationException>(builder.TakeDocument);
        Xml.Parse("<b>x</b>", builder);
        using var second = builder.TakeDocument();
        Assert.Equal("document\nstart a\nend a\nend-document\n", DocumentLoader.LogOf(first));
        Assert.Equal("document\nstart b\ntext \"x\"\nend b\nend-document\n", DocumentLoader.LogOf(second));
    }

    [Fact]
    public void Events_out_of_order_are_refused()
    {
        using var builder = new DocumentBuilder();
        var name = new XmlNames().Get("a");
        Assert.Throws<InvalidOperationException>(() => builder.Characters("x"u8, TextKind.Text));
        Assert.Throws<InvalidOperationException>(() => builder.StartElement(in name, default));
        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        Assert.Throws<InvalidOperationException>(() => builder.EndElement(in name));
        builder.StartElement(in name, default);
        Assert.Contains("'a'", Assert.Throws<InvalidOperationException>(builder.EndDocument).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(builder.TakeDocument);
    }

    [Fact]
    public void A_parse_that_fails_leaves_no_document()
    {
        using var builder = new DocumentBuilder();
        Assert.Throws<XmlSyntaxException>(() => Xml.Parse("<a><b></a>", builder));
        Assert.Throws<InvalidOperationException>(builder.TakeDocument);
    }

    [Theory]
    [InlineData(Everything)]
    [InlineData("<a b='c&amp;d'>e&amp;f<![CDATA[g]]>h]]&gt;\r\ni</a>")]
    public void A_builder_that_knows_the_bytes_gives_the_same_document(string text)
    {
        var xml = Encoding.UTF8.GetBytes(text);
        using var builder = new DocumentBuilder(xml);
        Xml.Parse(xml, builder);
        using var document = builder.TakeDocument();
        Assert.Equal(DocumentLoader.LogOf(xml), DocumentLoader.LogOf(document));
    }

    [Fact]
    public void Text_that_stands_in_the_known_bytes_is_not_copied()
    {
        var xml = "<a b='value'>text</a>"u8.ToArray();
        using var builder = new DocumentBuilder(xml);
        builder.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        var names = new XmlNames();
        var root = names.Get("a");
        builder.StartElement(in root, default);
        builder.Characters(xml.AsSpan(13, 2), TextKind.Text);
        builder.Characters(xml.AsSpan(15, 2), TextKind.Text);
        builder.EndElement(in root);
        builder.EndDocument();
        using var document = builder.TakeDocument();
        Assert.True(document.TextOf(2) == xml.AsSpan(13, 4));
    }

    private sealed class AttributeRecorder : ContentHandler
    {
        public List<string> Attributes { get; } = [];

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
        {
            foreach (var attribute in attributes)
            {
                Attributes.Add($"{attribute.Name}={attribute.GetString()} {attribute.Type} {attribute.IsSpecified}");
            }
        }
    }

    private sealed class TextRecorder : ContentHandler
    {
        public List<string> Texts { get; } = [];

        public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Texts.Add(Encoding.UTF8.GetString(text));
    }
}
