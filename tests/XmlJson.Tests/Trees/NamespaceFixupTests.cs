using System.Text;
using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees;

public class NamespaceFixupTests
{
    [Fact]
    public void A_part_declares_what_it_uses()
    {
        using var document = DocumentLoader.Load("""<r xmlns="urn:d" xmlns:p="urn:p" xmlns:q="urn:q"><a p:x="1" xml:lang="en"><p:b/><b/></a><c xmlns="">text</c></r>""");
        Assert.Equal("""<a xmlns="urn:d" xmlns:p="urn:p" p:x="1" xml:lang="en"><p:b/><b/></a>""", XmlText.Of(document.DocumentElement.ChildNodes[0]));
        Assert.Equal("""<c xmlns="">text</c>""", XmlText.Of(document.DocumentElement.ChildNodes[1]));
        Assert.Equal("text", XmlText.Of(document.DocumentElement.ChildNodes[1].FirstChild!.Value));
    }

    // A convention knows names by their numbers.
    [Fact]
    public void A_part_that_declares_what_it_uses_becomes_JSON()
    {
        using var document = DocumentLoader.Load("""<r xmlns:p="urn:p"><a p:x="1" y="2"><p:b/><x/></a></r>""");
        var json = new System.Buffers.ArrayBufferWriter<byte>();
        using var sink = new XmlJson.Mapping.JsonSink(json);
        document.DocumentElement.ChildNodes[0].WriteTo(sink);
        Assert.Equal("""{"a":{"@xmlns:p":"urn:p","@p:x":"1","@y":"2","p:b":null,"x":null}}""", Encoding.UTF8.GetString(json.WrittenSpan));
    }

    [Fact]
    public void An_element_moved_out_of_a_scope_takes_its_declaration_along()
    {
        Check("""<r><a xmlns:p="urn:p"><p:b p:c="1"><p:d/></p:b></a><e/></r>""",
            document => document.DocumentElement.AppendChild(document.GetElementsByTagName("p:b")[0]),
            """<r><a xmlns:p="urn:p"/><e/><p:b xmlns:p="urn:p" p:c="1"><p:d/></p:b></r>""");
    }

    [Fact]
    public void An_element_moved_under_another_default_namespace_stays_in_its_own()
    {
        Check("""<r><a/><b xmlns="urn:b"><c/></b></r>""",
            document => document.GetElementsByTagName("c")[0].AppendChild(document.GetElementsByTagName("a")[0]),
            """<r><b xmlns="urn:b"><c><a xmlns=""/></c></b></r>""");
    }

    [Fact]
    public void A_declaration_that_contradicts_the_name_gives_way()
    {
        Check("""<p:r xmlns:p="urn:1" p:x="1"/>""",
            document => document.RenameNode(document.DocumentElement, "urn:2", "p:r"),
            """<p:r xmlns:p="urn:2" xmlns:ns0="urn:1" ns0:x="1"/>""");
        Check("""<r xmlns="urn:1"><a/></r>""",
            document => document.RenameNode(document.DocumentElement, "urn:2", "r"),
            """<r xmlns="urn:2"><a xmlns="urn:1"/></r>""");
    }

    [Fact]
    public void A_prefix_that_the_element_needs_is_not_declared_otherwise_for_an_attribute()
    {
        Check("""<r xmlns:p="urn:1"><p:a/></r>""",
            document =>
            {
                var a = document.GetElementsByTagName("p:a")[0];
                a.SetAttributeNS("urn:2", "p:x", "1");
                a.SetAttributeNS("urn:3", "p:x", "2");
                a.SetAttributeNS("urn:1", "p:x", "3");
            },
            """<r xmlns:p="urn:1"><p:a xmlns:ns0="urn:2" ns0:x="1" xmlns:ns1="urn:3" ns1:x="2" p:x="3"/></r>""");
    }

    [Fact]
    public void An_attribute_takes_another_prefix_that_means_the_same()
    {
        Check("""<r xmlns:p="urn:1" xmlns="urn:2"/>""",
            document =>
            {
                document.DocumentElement.SetAttributeNS("urn:1", "q:x", "1");
                document.DocumentElement.SetAttributeNS("urn:1", "y", "2");
                document.DocumentElement.SetAttributeNS("urn:2", "z", "3");
            },
            """<r xmlns:p="urn:1" xmlns="urn:2" p:x="1" p:y="2" xmlns:ns0="urn:2" ns0:z="3"/>""");
    }

    [Fact]
    public void A_prefix_made_up_is_one_that_nobody_has()
    {
        Check("""<ns0:r xmlns:ns0="urn:0" ns1="x"/>""",
            document => document.DocumentElement.SetAttributeNS("urn:n", "a", "1"),
            """<ns0:r xmlns:ns0="urn:0" ns1="x" xmlns:ns2="urn:n" ns2:a="1"/>""");
    }

    [Fact]
    public void Declarations_end_with_their_element()
    {
        Check("""<r><a/><a/></r>""",
            document =>
            {
                foreach (var a in document.GetElementsByTagName("a"))
                {
                    a.AppendChild(document.CreateElementNS("urn:p", "p:b")).AppendChild(document.CreateElementNS("urn:p", "p:c"));
                    a.AppendChild(document.CreateElementNS("urn:q", "p:b"));
                }
            },
            """<r><a><p:b xmlns:p="urn:p"><p:c/></p:b><p:b xmlns:p="urn:q"/></a><a><p:b xmlns:p="urn:p"><p:c/></p:b><p:b xmlns:p="urn:q"/></a></r>""");
    }

    [Fact]
    public void A_name_without_a_namespace_is_taken_literally()
    {
        Check("<r/>",
            document =>
            {
                var x = document.DocumentElement.AppendChild(document.CreateElement("x:a"));
                x.SetAttribute("xmlns:x", "urn:x");
                x.SetAttribute("x:b", "1");
                x.AppendChild(document.CreateElement("x:c")).SetAttribute("xmlns", "urn:d");
                x.FirstChild!.Value.AppendChild(document.CreateElement("d"));
            },
            """<r><x:a xmlns:x="urn:x" x:b="1"><x:c xmlns="urn:d"><d xmlns=""/></x:c></x:a></r>""");
        Check("<r/>",
            document =>
            {
                document.DocumentElement.SetAttribute("xmlns", "urn:r");
                document.DocumentElement.AppendChild(document.CreateElement("a")).AppendChild(document.CreateElementNS("urn:s", "b")).AppendChild(document.CreateElement("c"));
            },
            """<r xmlns="urn:r"><a><b xmlns="urn:s"><c xmlns=""/></b></a></r>""");
    }

    [Fact]
    public void A_prefix_that_means_nothing_is_an_error()
    {
        using var document = DocumentLoader.Load("<r><a xmlns:x='urn:x'/><b/></r>");
        document.GetElementsByTagName("a")[0].AppendChild(document.CreateElement("x:e"));
        Assert.Equal("""<r><a xmlns:x="urn:x"><x:e/></a><b/></r>""", XmlText.Of(document));
        document.GetElementsByTagName("b")[0].AppendChild(document.GetElementsByTagName("x:e")[0]);
        Assert.Contains("'x:e'", Assert.Throws<InvalidOperationException>(() => XmlText.Of(document)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_agrees_is_left_alone_even_after_a_change()
    {
        const string Xml = """<r xmlns="urn:d" xmlns:p="urn:p" xmlns:unused="urn:u" p:a="1"><p:b xmlns:p="urn:q" p:c="2"/><d xmlns=""><e xmlns="urn:d"/></d><f xmlns:g="urn:p" g:h=""/></r>""";
        Check(Xml, document => document.DocumentElement.AppendChild(document.DocumentElement.LastChild!.Value), Xml);
    }

    [Fact]
    public void Without_namespace_processing_nothing_is_added()
    {
        using var builder = new DocumentBuilder();
        Xml.Parse("<a:b c:d='1'><e/></a:b>", builder, new XmlParserOptions { Namespaces = false });
        using var document = builder.TakeDocument();
        document.DocumentElement.SetAttribute("x:y", "2");
        document.DocumentElement.AppendChild(document.CreateElement("z:z"));
        Assert.Equal("""<a:b c:d="1" x:y="2"><e/><z:z/></a:b>""", XmlText.Of(document));
    }

    // The text written is well-formed with its namespaces, and reading it gives the events that were written.
    private static void Check(string xml, Action<Document> edit, string expected)
    {
        using var document = DocumentLoader.Load(xml);
        edit(document);
        Assert.Equal(expected, XmlText.Of(document));
        Assert.Equal(DocumentLoader.LogOf(Encoding.UTF8.GetBytes(expected)), DocumentLoader.LogOf(document));
    }
}
