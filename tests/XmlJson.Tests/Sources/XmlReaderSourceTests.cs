using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace XmlJson.Tests.Sources;

public class XmlReaderSourceTests
{
    private const string Everything =
        """
        <?xml version="1.0" encoding="utf-8" standalone="yes"?>
        <?style a="b"?>
        <!-- before -->
        <a:root xmlns:a="urn:a" xmlns="urn:d" one="1" a:two="&lt;&#10;&amp;" xml:space="default">
          <b>text &amp; more &#x20AC; é 😀</b><empty/><c></c>
          <![CDATA[x < y]]><![CDATA[]]>tail<?target data ?><!---->
          <d xmlns="">   </d><e xml:space="preserve">   </e>
        </a:root>
        <!-- behind -->
        <?end?>
        """;

    public static TheoryData<string> Documents => new(
        "<a/>",
        "<a></a>",
        "<a> </a>",
        "<a>x</a>",
        "<a b=''/>",
        "<?xml version='1.0'?><a/>",
        "<a><![CDATA[]]></a>",
        "<a><![CDATA[]]><![CDATA[]]></a>",
        "<a>x<![CDATA[y]]>z</a>",
        "<a>\r\n<b/>\r\n</a>\r\n",
        "<p:a xmlns:p='u'><p:a xmlns:p='v' p:x='1'/></p:a>",
        "<a xmlns='u'><b xmlns=''><c xmlns='u'/></b></a>",
        "<a>" + new string('x', 20_000) + "é" + new string('y', 5000) + "</a>",
        "<a>" + string.Concat(Enumerable.Repeat("😀", 5000)) + "<![CDATA[" + string.Concat(Enumerable.Repeat("x😀", 5000)) + "]]></a>",
        Everything);

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_events_are_the_parser_s(string document)
    {
        Assert.Equal(LogOfParser(document), Log(XmlReader.Create(new StringReader(document))));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Asynchronous_reading_gives_the_same(string document)
    {
        using var reader = XmlReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(document)), new XmlReaderSettings { Async = true });
        var log = new EventLog();

        Assert.Equal(ParseStatus.Completed, await new XmlReaderSource(reader).ParseAsync(log));
        Assert.Equal(LogOfParser(document), log.ToString());
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Readers_of_every_kind_give_the_same(string document)
    {
        var expected = LogOfParser(document);
        var dom = new XmlDocument { PreserveWhitespace = true };
        dom.Load(XmlReader.Create(new StringReader(document)));
#pragma warning disable CA3075, MA0009 // Nothing is resolved: the documents have no document type declarations.
        Assert.Equal(expected, Log(new XmlTextReader(new StringReader(document)) { Normalization = true }));
#pragma warning restore CA3075, MA0009
        Assert.Equal(expected, Log(new XmlNodeReader(dom)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Stopping_at_every_event_and_going_on_gives_the_same(string document)
    {
        using var reader = XmlReader.Create(new StringReader(document));
        var source = new XmlReaderSource(reader);
        var handler = Tee.Create(new EventLog(), new Stopper());
        var stops = 0;
        while (source.Parse(ref handler) == ParseStatus.Stopped)
        {
            stops++;
        }

        Assert.Equal(LogOfParser(document), handler.First.ToString());
        Assert.Equal(handler.Second.Events - 1, stops);
    }

    [Fact]
    public void Positions_are_the_parser_s()
    {
        // Columns differ beyond the Basic Multilingual Plane: this reader counts UTF-16 units.
        var document = Everything.Replace("😀", "", StringComparison.Ordinal);
        var expected = new EventLog(positions: true);
        Xml.Parse(document, expected);
        var log = new EventLog(positions: true);
        new XmlReaderSource(XmlReader.Create(new StringReader(document))).Parse(log);

        Assert.Equal(expected.ToString(), log.ToString());
    }

    [Fact]
    public void The_element_path_and_depth_are_the_parser_s()
    {
        var expected = new Paths();
        Xml.Parse(Everything, expected);
        var paths = new Paths();
        new XmlReaderSource(XmlReader.Create(new StringReader(Everything))).Parse(paths);

        Assert.Equal(expected.Seen, paths.Seen);
        Assert.Contains("/a:root/b 2", paths.Seen);
    }

    [Fact]
    public void A_document_type_declaration_is_reported_whole()
    {
        const string Document = "<!DOCTYPE a PUBLIC 'p' 's.dtd' [<!ENTITY e 'x'>\n<!ATTLIST a d CDATA 'v'>]><a>&e;</a>";
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null };

        Assert.Equal(
            """
            document
            doctype a public="p" system="s.dtd" subset="<!ENTITY e 'x'>\n<!ATTLIST a d CDATA 'v'>"
            start a d="v" (default)
            text "x"
            end a
            end-document

            """.ReplaceLineEndings("\n"),
            Log(XmlReader.Create(new StringReader(Document), settings)));
    }

    [Fact]
    public void Entities_left_alone_are_skipped_ones()
    {
#pragma warning disable CA3075 // Nothing is resolved.
        var reader = new XmlTextReader(new StringReader("<!DOCTYPE a [<!ENTITY e 'x'>]><a>1&e;2</a>"))
        {
            DtdProcessing = DtdProcessing.Parse,
            EntityHandling = EntityHandling.ExpandCharEntities,
            XmlResolver = null,
        };
#pragma warning restore CA3075

        Assert.Contains("text \"1\"\nskipped e\ntext \"2\"\n", Log(reader), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_on_an_element_gives_this_element_with_its_namespaces()
    {
        using var reader = XmlReader.Create(new StringReader("<a xmlns:p='u'><p:b x='1'>t</p:b><c><p:d><p:e/></p:d></c></a>"));
        reader.ReadToFollowing("p:b");

        Assert.Equal("document\nstart p:b {u} x=\"1\" xmlns:p=\"u\"\ntext \"t\"\nend p:b\nend-document\n", Log(reader));
        Assert.Equal((XmlNodeType.EndElement, "p:b"), (reader.NodeType, reader.Name));
        Assert.True(reader.Read());
        Assert.Equal("document\nstart c\nstart p:d {u} xmlns:p=\"u\"\nstart p:e {u}\nend p:e\nend p:d\nend c\nend-document\n", Log(reader));
    }

    [Fact]
    public void A_reader_before_the_root_element_is_read_from_there()
    {
        using var reader = XmlReader.Create(new StringReader("<?xml version='1.0'?><!--x--><a/><!--y-->"));
        reader.Read();
        reader.Read();

        Assert.Equal("document\ncomment \"x\"\nstart a\nend a\ncomment \"y\"\nend-document\n", Log(reader));
    }

    [Fact]
    public void A_reader_inside_an_element_is_refused()
    {
        using var reader = XmlReader.Create(new StringReader("<a>text</a>"));
        reader.Read();
        reader.Read();

        Assert.Throws<ArgumentException>(() => new XmlReaderSource(reader));
    }

    [Fact]
    public void Fragments_give_what_they_hold()
    {
        using var reader = XmlReader.Create(new StringReader("one <a/> <b/>two"), new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment });

        Assert.Equal("document\ntext \"one \"\nstart a\nend a\ntext \" \"\nstart b\nend b\ntext \"two\"\nend-document\n", Log(reader));
    }

    [Fact]
    public void An_empty_fragment_is_an_empty_document()
    {
        using var reader = XmlReader.Create(new StringReader(""), new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment });

        Assert.Equal("document\nend-document\n", Log(reader));
    }

    [Fact]
    public void The_reader_s_errors_pass_and_end_the_document()
    {
        using var reader = XmlReader.Create(new StringReader("<a><b></a>"));
        var source = new XmlReaderSource(reader);
        var log = new EventLog();

        var error = Assert.Throws<XmlException>(() => source.Parse(log));
        Assert.IsNotType<XmlSyntaxException>(error);
        Assert.Equal("document\nstart a\nstart b\n", log.ToString());
        Assert.Throws<InvalidOperationException>(() => source.Parse(log));
    }

    [Fact]
    public void Validation_set_on_the_reader_applies()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add("", XmlReader.Create(new StringReader(
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:element name="a"><xs:complexType>
                <xs:attribute name="id" type="xs:ID"/><xs:attribute name="refs" type="xs:IDREFS"/><xs:attribute name="d" default="v"/>
              </xs:complexType></xs:element>
            </xs:schema>
            """)));
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        var types = new AttributeTypes();
        new XmlReaderSource(XmlReader.Create(new StringReader("<a id='i' refs='i i'/>"), settings)).Parse(types);

        Assert.Equal(["id Id True", "refs IdRefs True", "d CData False"], types.Seen);
        Assert.Throws<XmlSchemaValidationException>(() => Log(XmlReader.Create(new StringReader("<b/>"), settings)));
    }

    [Fact]
    public void A_reader_without_namespaces_gives_names_as_written()
    {
#pragma warning disable CA3075 // Nothing is resolved.
        Assert.Equal(
            "document\nstart p:a q:b:c=\"1\"\nend p:a\nend-document\n",
            Log(new XmlTextReader(new StringReader("<p:a q:b:c='1'/>")) { Namespaces = false }));
#pragma warning restore CA3075
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_tree_is_an_error()
    {
        var tree = new XElement("a", "x\uD83D");

        var error = Assert.Throws<XmlSyntaxException>(() => Log(tree.CreateReader()));
        Assert.Equal((XmlErrorCode.InvalidCharacter, "/a"), (error.Code, error.ElementPath));
    }

    [Fact]
    public void Long_text_comes_in_pieces_without_strings()
    {
        var document = "<a>" + new string('x', 1 << 20) + "</a>";
        var pieces = new Pieces();
        var before = GC.GetAllocatedBytesForCurrentThread();
        new XmlReaderSource(XmlReader.Create(new StringReader(document))).Parse(pieces);

        Assert.Equal(1 << 20, pieces.Bytes);
        Assert.InRange(pieces.Longest, 1, 3 * 4096);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000);
    }

    [Fact]
    public void Nothing_is_allocated_for_each_element()
    {
        long Allocated(int elements)
        {
            using var reader = XmlReader.Create(new StringReader("<a>" + string.Concat(Enumerable.Repeat("<b>text</b> ", elements)) + "</a>"));
            var source = new XmlReaderSource(reader);
            var counter = default(EventCounter);
            var before = GC.GetAllocatedBytesForCurrentThread();
            source.Parse(ref counter);
            Assert.Equal(elements + 1, counter.Elements);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // The least of several: a method that is compiled anew may allocate in between.
        long Least(int elements) => Enumerable.Range(0, 10).Min(_ => Allocated(elements));

        Assert.InRange(Least(10_000) - Least(1000), -1000, 1000);
    }

    private static string LogOfParser(string document)
    {
        var log = new EventLog();
        Xml.Parse(document, log);
        return log.ToString();
    }

    private static string Log(XmlReader reader)
    {
        var log = new EventLog();
        Assert.Equal(ParseStatus.Completed, new XmlReaderSource(reader).Parse(log));
        return log.ToString();
    }

    private sealed class Paths : ContentHandler
    {
        private Locator? _locator;

        public List<string> Seen { get; } = [];

        public override void StartDocument(scoped DocumentStart document)
        {
            _locator = document.Locator;
            Note();
        }

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Note();

        public override void EndElement(scoped in XmlName name) => Note();

        public override void Comment(scoped ReadOnlySpan<byte> text) => Note();

        private void Note() => Seen.Add($"{_locator!.ElementPath} {_locator.Depth}");
    }

    private sealed class AttributeTypes : ContentHandler
    {
        public List<string> Seen { get; } = [];

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
        {
            foreach (var attribute in attributes)
            {
                Seen.Add($"{attribute.Name} {attribute.Type} {attribute.IsSpecified}");
            }
        }
    }

    private sealed class Pieces : ContentHandler
    {
        public long Bytes { get; private set; }

        public int Longest { get; private set; }

        public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
        {
            Bytes += text.Length;
            Longest = Math.Max(Longest, text.Length);
        }
    }

    /// <summary>Stops the parse at every event.</summary>
    private sealed class Stopper : IContentHandler
    {
        private Locator? _locator;

        public int Events { get; private set; }

        public void StartDocument(scoped DocumentStart document)
        {
            _locator = document.Locator;
            Stop();
        }

        public void DocumentType(scoped DocumentTypeDeclaration documentType) => Stop();

        public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Stop();

        public void EndElement(scoped in XmlName name) => Stop();

        public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Stop();

        public void StartCData() => Stop();

        public void EndCData() => Stop();

        public void Comment(scoped ReadOnlySpan<byte> text) => Stop();

        public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => Stop();

        public void SkippedEntity(scoped ReadOnlySpan<byte> name) => Stop();

        public void EndDocument() => Stop();

        private void Stop()
        {
            Events++;
            _locator!.Stop();
        }
    }
}
