using System.Text;
using System.Xml;
using XmlJson.Tests.Sax;

namespace XmlJson.Tests.Sources;

/// <summary>Where an <see cref="XmlReader"/> reads otherwise than the parser: what <see cref="XmlReaderSource"/> inherits, as docs/xml-support.md has it.</summary>
public class XmlReaderDeviationTests
{
    // U+0132 is a letter of the fifth edition, and of no earlier one.
    [Fact]
    public void Names_are_those_of_the_fourth_edition() => ParserAlone("<\u0132/>");

    [Fact]
    public void A_version_that_is_not_1_0_is_refused() => ParserAlone("<?xml version='1.1'?><r/>");

    [Fact]
    public void A_byte_order_mark_outweighs_the_declared_encoding() => ReaderAlone([0xEF, 0xBB, 0xBF, .. "<?xml version='1.0' encoding='iso-8859-1'?><r/>"u8], XmlErrorCode.EncodingMismatch);

    [Fact]
    public void The_name_of_an_entity_may_have_a_colon() => ReaderAlone("<!DOCTYPE r [<!ENTITY a:b 'x'>]><r/>"u8.ToArray(), XmlErrorCode.ColonInName);

    [Fact]
    public void Entities_must_nest_in_declarations() => ParserAlone("<!DOCTYPE r SYSTEM 'r.dtd'><r/>", ("mem://host/folder/r.dtd", "<!ENTITY % e '>'><!ELEMENT r (#PCDATA) %e;"));

    [Fact]
    public void A_system_identifier_may_have_no_fragment() => ParserAlone("<!DOCTYPE r [<!ENTITY e SYSTEM 'e.xml#f'>]><r/>");

    [Fact]
    public void Something_may_stand_behind_the_version() => ReaderAlone("<?xml version='1.0x'?><r/>"u8.ToArray(), XmlErrorCode.InvalidVersion);

    [Fact]
    public void An_element_may_have_the_prefix_xmlns() => ReaderAlone("<xmlns:r/>"u8.ToArray(), XmlErrorCode.ReservedNamespace);

    [Fact]
    public void An_entity_that_only_an_unread_part_may_declare_is_an_error() => ParserAlone("<!DOCTYPE r SYSTEM 'r.dtd'><r>&e;</r>");

    [Fact]
    public void External_entities_without_a_resolver_are_nothing_and_nobody_is_told()
    {
        const string Document = "<!DOCTYPE r [<!ENTITY e SYSTEM 'e.xml'>]><r>&e;</r>";
        Assert.Equal("doctype r | start r | skipped e | end r", SaxLog.Read(Document));
        Assert.Equal("document | doctype r | start r | end r | end-document", ReadWithout(Document));
    }

    [Fact]
    public void Attributes_declared_behind_an_unread_parameter_entity_count()
    {
        const string Document = "<!DOCTYPE r [<!ENTITY % p SYSTEM 'p.ent'>%p;<!ATTLIST r a CDATA 'v'>]><r/>";
        Assert.Equal("doctype r | start r | end r", SaxLog.Read(Document));
        Assert.Equal("document | doctype r | start r a=v | end r | end-document", ReadWithout(Document));
    }

    [Fact]
    public void Nobody_is_told_of_entities_and_declarations_and_what_the_definition_says_of_white_space_and_attributes()
    {
        const string Document = "<!DOCTYPE r [<!ENTITY e 'x'><!ELEMENT r (s)><!ELEMENT s ANY><!ATTLIST s a NMTOKEN 'v'>]><r> <s>&e;</s></r>";
        Assert.Equal("doctype r | start r | white-space   | start s a=v | start-entity e | text x | end-entity e | end s | end r", SaxLog.Read(Document));
        Assert.Equal("document | doctype r | start r | text   | start s a=v | text x | end s | end r | end-document", ReadWithout(Document));
    }

    [Fact]
    public void Columns_count_UTF_16_units_and_bytes_are_not_counted()
    {
        const string Document = "<r>\U0001F600<e/></r>";
        Assert.Equal(new TextPosition(1, 5, 7), PlaceOfInner(log => Xml.Parse(Document, log)));
        Assert.Equal(new TextPosition(1, 6, -1), PlaceOfInner(log => new XmlReaderSource(XmlReader.Create(new StringReader(Document))).Parse(log)));
    }

    // What the source tells when its reader has no resolver.
    private static string ReadWithout(string document)
    {
        var log = new SaxLog();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null };
        new XmlReaderSource(XmlReader.Create(new StringReader(document), settings)).Parse(log);
        return log.ToString();
    }

    private static TextPosition PlaceOfInner(Action<SaxLog> parse)
    {
        TextPosition? place = null;
        SaxLog log = null!;
        log = new SaxLog { AtEvent = line => place = line == "start e" ? log.Locator!.Position : place };
        parse(log);
        return place!.Value;
    }

    private static void ParserAlone(string document, params (string Uri, string Text)[] entities)
    {
        SaxLog.Read(document, MemoryResolver.Options(entities));
        Assert.Throws<XmlException>(() => new XmlReaderSource(Reader(Encoding.UTF8.GetBytes(document), entities)).Parse(new SaxLog()));
    }

    private static void ReaderAlone(byte[] document, XmlErrorCode code)
    {
        Assert.Equal(code, Assert.Throws<XmlSyntaxException>(() => Xml.Parse(document, new SaxLog(), MemoryResolver.Options())).Code);
        Assert.Equal(ParseStatus.Completed, new XmlReaderSource(Reader(document)).Parse(new SaxLog()));
    }

    private static XmlReader Reader(byte[] document, params (string Uri, string Text)[] entities) =>
        XmlReader.Create(
            new MemoryStream(document),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new MemoryResolver(entities) },
            MemoryResolver.DocumentUri);
}
