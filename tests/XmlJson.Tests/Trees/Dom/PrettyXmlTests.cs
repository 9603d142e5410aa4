using XmlJson.Dom;

namespace XmlJson.Tests.Trees.Dom;

public class PrettyXmlTests
{
    [Theory]
    [InlineData("<r><a/>\n      <b>t</b><!--c--></r>", "\t", "\n", "<r>\n\t<a/>\n\t<b>t</b>\n\t<!--c-->\n</r>")]
    [InlineData("<r><a><b/></a></r>", "  ", "\r\n", "<r>\r\n  <a>\r\n    <b/>\r\n  </a>\r\n</r>")]
    [InlineData("<r><a/></r>", "", "\n", "<r>\n<a/>\n</r>")]
    [InlineData("<r>t<a> <b/></a></r>", "\t", "\n", "<r>t<a> <b/></a></r>")]
    [InlineData("<r xml:space='preserve'> <a/></r>", "\t", "\n", "<r xml:space=\"preserve\"> <a/></r>")]
    public void Lines_stand_where_no_text_does(string xml, string indent, string newLine, string expected)
    {
        using var document = Xml.Load(xml);
        Assert.Equal(expected, document.ToPrettyXml(indent, newLine).TrimEnd());
        Assert.Equal(expected, document.DocumentElement.ToPrettyXml(indent, newLine).TrimEnd());
        using var pretty = Xml.Load(document.ToPrettyXml(indent, newLine));
        Assert.Equal(document.ToPrettyXml(indent, newLine), pretty.ToPrettyXml(indent, newLine));
    }

    [Fact]
    public void What_does_not_indent_is_refused()
    {
        using var document = Xml.Load("<r/>");
        foreach (var (indent, newLine) in new[] { ("-", "\n"), (" \t", "\n"), (new string(' ', 128), "\n"), ("", ""), ("", "\r") })
        {
            Assert.ThrowsAny<ArgumentException>(() => document.ToPrettyXml(indent, newLine));
            Assert.ThrowsAny<ArgumentException>(() => document.DocumentElement.ToPrettyXml(indent, newLine));
        }
    }
}
