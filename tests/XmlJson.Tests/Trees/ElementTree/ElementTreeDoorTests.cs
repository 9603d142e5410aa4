using System.Text;
using System.Xml;
using System.Xml.Xsl;
using XmlJson.ElementTree;

namespace XmlJson.Tests.Trees.ElementTree;

/// <summary>What Python has as functions of the module and methods of <c>ElementTree</c>.</summary>
public class ElementTreeDoorTests
{
    [Fact]
    public async Task Text_becomes_a_tree()
    {
        var bytes = Encoding.UTF8.GetBytes("<r>é</r>");
        using var text = Xml.Load("<r>é</r>");
        using var stream = Xml.Load(new MemoryStream(bytes));
        using var waited = await Xml.LoadAsync(new MemoryStream(bytes));
        Assert.Equal(["é", "é", "é"], new[] { text, stream, waited }.Select(document => document.Root.Text));
    }

    [Fact]
    public void Elements_are_listed_by_their_id()
    {
        using var document = Xml.Load("<r id='1'><a id='2'/><b><c id='3'/></b><!--x--></r>");
        var elements = document.Iter().Where(element => element.Get("id") is not null).ToDictionary(element => element.Get("id")!, StringComparer.Ordinal);
        Assert.Equal(["r", "a", "c"], elements.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.Tag));
        Assert.Equal(elements["3"], document.Find(".//*[@id='3']"));
    }

    [Fact]
    public void An_element_is_written_as_text_and_as_bytes()
    {
        using var document = Xml.Load("<?xml version='1.0'?><r xmlns:p='urn:p'><p:a>é</p:a>tail</r>");
        using var output = new MemoryStream();
        var element = document.Root[0];
        element.Save(output, new Utf8XmlWriterOptions { Declaration = XmlDeclarationStyle.Always });
        Assert.Equal("<p:a xmlns:p=\"urn:p\">é</p:a>", Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal("<p:a xmlns:p=\"urn:p\">é</p:a>", element.ToXml());
        Assert.True(output.CanWrite);
    }

    [Fact]
    public void A_document_is_searched_from_its_root()
    {
        using var document = Xml.Load("<r><a>1</a><b><a>2</a></b></r>");
        Assert.Equal(document.Root[0], document.Find("a"));
        Assert.Equal(2, document.FindAll(".//a").Length);
        Assert.Equal(document.FindAll(".//a"), document.IterFind(".//a"));
        Assert.Equal(("2", null), (document.FindText("b/a"), document.FindText("c")));
        Assert.Equal(("2", "none"), (document.FindText("b/a", "none"), document.FindText("c", "none")));
        Assert.Equal(["r", "a", "b", "a"], document.Iter().Select(element => element.Tag));
        Assert.Throws<ArgumentException>(() => document.Find("/a"));
    }

    [Fact]
    public void A_document_is_written_with_what_Python_can_choose()
    {
        using var document = Xml.Load("<r>a<b/>c</r>");
        Assert.Equal("<r>a<b/>c</r>", document.ToXml());
        Assert.Equal("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<r>a<b/>c</r>", document.ToXml(new Utf8XmlWriterOptions { Declaration = XmlDeclarationStyle.Always }));
        Assert.Equal("<r>a<b></b>c</r>", document.ToXml(new Utf8XmlWriterOptions { EmptyElements = EmptyElementStyle.StartAndEndTag }));
        Assert.Equal("<r>a<b />c</r>", document.ToXml(new Utf8XmlWriterOptions { EmptyElements = EmptyElementStyle.SelfClosingWithSpace }));
        Assert.Equal("ac", string.Concat(document.Root.IterText()));
        using var output = new MemoryStream();
        document.Save(output);
        Assert.Equal("<r>a<b/>c</r>", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Another_encoding_is_written_by_the_platform()
    {
        using var document = Xml.Load("<r a='é'>é€</r>");
        using var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = Encoding.Latin1 }))
        using (var reader = document.Root.CreateReader())
        {
            writer.WriteNode(reader, defattr: false);
        }

        Assert.Equal("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><r a=\"é\">é&#x20AC;</r>", Encoding.Latin1.GetString(output.ToArray()));
        output.Position = 0;
        using var again = Xml.Load(output);
        Assert.Equal("é€", again.Root.Text);
    }

    [Fact]
    public void Html_is_written_by_the_platform()
    {
        using var document = Xml.Load("<p>a<br/>b<script>1 &lt; 2</script></p>");
        using var sheet = Xml.Load(
            """<s:stylesheet version="1.0" xmlns:s="http://www.w3.org/1999/XSL/Transform"><s:output method="html"/><s:template match="/"><s:copy-of select="."/></s:template></s:stylesheet>""");
        var transform = new XslCompiledTransform();
        transform.Load(sheet);
        using var output = new StringWriter();
        transform.Transform(document, null, output);
        Assert.Equal("<p>a<br>b<script>1 < 2</script></p>", output.ToString());
    }
}
