using System.Xml;
using System.Xml.Linq;
using CsCheck;
using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Tests.Mapping;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.SystemXml;

/// <summary>Documents to and from the platform's trees.</summary>
public class ConversionTests
{
    private static readonly XmlParserOptions Options = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    [Fact]
    public void An_XDocument_is_what_it_is_when_parsed_from_text() => Generated.Document.Sample(xml =>
    {
        using var document = Xml.Load(xml);
        var expected = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        Normalize(expected);
        var found = document.ToXDocument();
        Assert.Equal(expected.Declaration?.ToString(), found.Declaration?.ToString());
        Assert.True(XNode.DeepEquals(expected, found), $"{expected}\n{found}");
    }, iter: 1_000);

    [Fact]
    public void A_document_made_of_an_XDocument_is_the_same_document() => Generated.Document.Sample(xml =>
    {
        var source = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        using var document = source.ToDocument();
        Assert.False(document.IsEdited);
        Normalize(source);
        Assert.True(XNode.DeepEquals(source, document.ToXDocument()));
        var written = XDocument.Parse(document.ToXml(), LoadOptions.PreserveWhitespace);
        Normalize(written);
        Assert.True(XNode.DeepEquals(source, written), $"{source}\n{written}");
    }, iter: 1_000);

    [Fact]
    public void An_XmlDocument_gives_the_events_of_its_text() => Generated.Document.Sample(xml =>
    {
        var source = new XmlDocument { PreserveWhitespace = true };
        source.LoadXml(xml);
        using var document = source.ToDocument();
        Assert.False(document.IsEdited);
        using var expected = Xml.Load(xml);
        Assert.Equal(DocumentLoader.LogOf(expected), DocumentLoader.LogOf(document));
    }, iter: 1_000);

    [Fact]
    public void A_document_made_an_XmlDocument_and_back_is_the_same_document() => Generated.Document.Sample(xml =>
    {
        using var document = Xml.Load(xml);
        var log = DocumentLoader.LogOf(document);
        using var back = document.ToXmlDocument().ToDocument();
        Assert.Equal(log, DocumentLoader.LogOf(back));
        var source = new XmlDocument { PreserveWhitespace = true };
        source.LoadXml(xml);
        using var expected = Xml.Load(source.OuterXml);
        using var found = Xml.Load(document.ToXmlDocument().OuterXml);
        Assert.Equal(DocumentLoader.LogOf(expected), DocumentLoader.LogOf(found));
    }, iter: 1_000);

    [Fact]
    public void Document_types_defaults_and_declarations_are_kept()
    {
        const string Text = "<?xml version=\"1.0\" encoding=\"ascii\" standalone=\"yes\"?><!DOCTYPE a PUBLIC \"p\" \"s\" [<!ATTLIST a b CDATA \"d\">]><!--c--><a>1<![CDATA[2]]><![CDATA[]]>3</a><?p d?>";
        using var document = Xml.Load(Text, Options);
        var linq = document.ToXDocument();
        Assert.Equal("<?xml version=\"1.0\" encoding=\"ascii\" standalone=\"yes\"?>", linq.Declaration!.ToString());
        Assert.Equal("<!DOCTYPE a PUBLIC \"p\" \"s\"[<!ATTLIST a b CDATA \"d\">]>", linq.DocumentType!.ToString());
        Assert.Equal("<a b=\"d\">1<![CDATA[2]]><![CDATA[]]>3</a>", linq.Root!.ToString(SaveOptions.DisableFormatting));
        using var linqBack = linq.ToDocument();
        Assert.Equal(DocumentLoader.LogOf(document).Replace(" (default)", "", StringComparison.Ordinal), DocumentLoader.LogOf(linqBack));

        var dom = document.ToXmlDocument();
        Assert.False(dom.DocumentElement!.GetAttributeNode("b")!.Specified);
        Assert.Equal("<!DOCTYPE a PUBLIC \"p\" \"s\"[<!ATTLIST a b CDATA \"d\">]>", dom.DocumentType!.OuterXml);
        using var domBack = dom.ToDocument();
        Assert.Equal(DocumentLoader.LogOf(document), DocumentLoader.LogOf(domBack));
    }

    [Fact]
    public void What_code_made_gets_the_declarations_it_lacks()
    {
        XNamespace u = "urn:u", v = "urn:v";
        var linq = new XElement(
            u + "a",
            new XAttribute("b", 1),
            new XAttribute(v + "c", 2),
            new XElement("none", new XElement(v + "d", new XAttribute(XNamespace.Xmlns + "p", v), new XElement(v + "e"), new XAttribute(u + "f", 3))),
            new XAttribute(XNamespace.Xml + "lang", "en"));
        using var document = linq.ToDocument();
        Assert.True(XNode.DeepEquals(XElement.Parse(linq.ToString(SaveOptions.DisableFormatting)).Elements().Single().Elements().Single().Elements().Single(), document.ToXDocument().Descendants(v + "e").Single()));
        using var text = Xml.Load(document.ToXml());
        Assert.Equal(["{urn:u}a", "none", "{urn:v}d", "{urn:v}e"], text.Root.Iter().Select(element => element.Tag));
        Assert.Equal(("1", "2", "3", "en"), (text.Root.Get("b"), text.Root.Get("{urn:v}c"), text.Root[0][0].Get("{urn:u}f"), text.Root.Get("{http://www.w3.org/XML/1998/namespace}lang")));
        Assert.Equal("p:d", text.Root[0][0].Name.ToString());

        var dom = new XmlDocument();
        var root = dom.AppendChild(dom.CreateElement("p", "a", "urn:u"))!;
        root.AppendChild(dom.CreateElement("b", ""));
        root.AppendChild(dom.CreateElement("p", "c", "urn:v"));
        ((XmlElement)root).SetAttribute("d", "urn:v", "1");
        using var domDocument = dom.ToDocument();
        using var domText = Xml.Load(domDocument.ToXml());
        Assert.Equal(["{urn:u}a", "b", "{urn:v}c"], domText.Root.Iter().Select(element => element.Tag));
        Assert.Equal("1", domText.Root.Get("{urn:v}d"));
    }

    [Fact]
    public void A_part_is_taken_out_with_its_prefixes()
    {
        using var document = Xml.Load("<r xmlns:p='u' xmlns='d'><p:a p:b='1'>x<c/></p:a>tail</r>");
        var element = document.Root[0].ToXElement();
        Assert.Null(element.Parent);
        Assert.True(XNode.DeepEquals(XElement.Parse("<p:a xmlns:p='u' p:b='1'>x<c xmlns='d'/></p:a>"), element), element.ToString());

        var inner = document.ToXDocument().Root!.Elements().Single();
        using var part = inner.ToDocument();
        Assert.Equal("<p:a xmlns:p=\"u\" p:b=\"1\">x<c xmlns=\"d\"/></p:a>", part.DocumentElement.ToXml());
        Assert.Throws<InvalidOperationException>(() => Xml.Load("<a><!--c--></a>").Root[0].ToXElement());
    }

    [Fact]
    public void Entities_are_expanded_where_they_are_known()
    {
        var dom = new XmlDocument { XmlResolver = null };
        dom.LoadXml("<!DOCTYPE a [<!ENTITY e 'x<b>y</b>&f;'><!ENTITY f 'z'><!ENTITY g ''><!ENTITY s SYSTEM 'file:///nowhere'>]><a>1&e;2&g;3&s;</a>");
        using var document = dom.ToDocument();
        Assert.Equal("<a>1x<b>y</b>z23&s;</a>", document.DocumentElement.ToXml());

        using var unexpanded = Xml.Load("<!DOCTYPE a SYSTEM 'nowhere.dtd'><a>1&e;2</a>", Options);
        Assert.Equal("<a>1&e;2</a>", unexpanded.ToXmlDocument().DocumentElement!.OuterXml);
        Assert.Contains("&e;", Assert.Throws<InvalidOperationException>(unexpanded.ToXDocument).Message, StringComparison.Ordinal);
        using var reader = unexpanded.CreateReader();
        Assert.True(reader.ReadToFollowing("a"));
        Assert.True(reader.Read() && reader.Read());
        Assert.Equal((XmlNodeType.EntityReference, "e", false), (reader.NodeType, reader.Name, reader.CanResolveEntity));
        Assert.Throws<InvalidOperationException>(reader.ResolveEntity);
        var text = unexpanded.CreateNavigator().SelectSingleNode("/a/text()")!;
        Assert.Equal("12", text.Value);
        Assert.False(text.MoveToNext());
    }

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    [InlineData(1)]
    [InlineData(0xFFFF)]
    public void Text_that_XML_does_not_allow_is_refused(int character)
    {
        var text = $"a{(char)character}b";
        Assert.Throws<ArgumentException>(() => new XElement("a", text).ToDocument());
        Assert.Throws<ArgumentException>(() => new XElement("a", new XAttribute("b", text)).ToDocument());
        Assert.Throws<ArgumentException>(() => new XElement("a", new XComment(text)).ToDocument());
        var dom = new XmlDocument();
        dom.AppendChild(dom.CreateElement("a"))!.AppendChild(dom.CreateTextNode(text));
        Assert.Throws<ArgumentException>(dom.ToDocument);
    }

    [Fact]
    public void What_no_markup_can_say_is_refused_or_parted()
    {
        Assert.Throws<ArgumentException>(() => new XElement("a", new XComment("--")).ToDocument());
        Assert.Throws<ArgumentException>(() => new XElement("a", new XComment("x-")).ToDocument());
        Assert.Throws<ArgumentException>(() => new XElement("a", new XProcessingInstruction("p", "?>")).ToDocument());
        using var parted = new XElement("a", new XCData("]]>]]>")).ToDocument();
        Assert.Equal("<a><![CDATA[]]]]><![CDATA[>]]]]><![CDATA[>]]></a>", parted.DocumentElement.ToXml());
        using var whole = Xml.Load("<p:a/>", new XmlParserOptions { Namespaces = false });
        Assert.Throws<InvalidOperationException>(whole.ToXDocument);
        using var empty = new Document();
        Assert.Null(empty.ToXmlDocument().DocumentElement);
        Assert.Null(empty.ToXDocument().Root);
        Assert.Throws<ArgumentNullException>(() => ((XDocument)null!).ToDocument());
        Assert.Throws<ArgumentNullException>(() => ((XElement)null!).ToDocument());
        Assert.Throws<ArgumentNullException>(() => ((XmlDocument)null!).ToDocument());
    }

    [Fact]
    public void An_edited_document_becomes_what_its_text_says()
    {
        var (xml, document) = XPathDocuments.Edited();
        using (document)
        {
            Assert.True(document.IsEdited);
            var expected = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
            Assert.True(XNode.DeepEquals(expected, document.ToXDocument()));
            Assert.Equal(xml, document.ToXmlDocument().OuterXml.Replace(" />", "/>", StringComparison.Ordinal));
            using var text = XmlReader.Create(new StringReader(xml));
            using var reader = document.CreateReader();
            Assert.Equal(ReaderLines.Of(text), ReaderLines.Of(reader));
        }
    }

    // What a tree does not know: white space outside the root, and whether an element without content had two tags.
    private static void Normalize(XDocument document)
    {
        foreach (var text in document.Nodes().OfType<XText>().ToArray())
        {
            text.Remove();
        }

        foreach (var element in document.Descendants().Where(element => element.FirstNode is null))
        {
            element.RemoveNodes();
        }
    }
}
