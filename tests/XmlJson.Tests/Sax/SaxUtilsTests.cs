using System.Buffers;
using System.Text;

namespace XmlJson.Tests.Sax;

/// <summary>Python's <c>xml.sax.saxutils</c>.</summary>
public class SaxUtilsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("a<b>&\"'", "a&lt;b&gt;&amp;\"'")]
    [InlineData("\t\n\r", "\t\n&#xD;")]
    [InlineData("é😀]]>", "é😀]]&gt;")]
    [InlineData("&lt;", "&amp;lt;")]
    public void Text_is_escaped(string text, string expected) => Assert.Equal(expected, Xml.EscapeText(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("a<b>&\"'", "a&lt;b>&amp;&quot;'")]
    [InlineData("\t\n\r", "&#x9;&#xA;&#xD;")]
    [InlineData("é😀", "é😀")]
    public void Values_are_escaped_for_double_quotes(string text, string expected) => Assert.Equal(expected, Xml.EscapeAttribute(text));

    [Theory]
    [InlineData('\0')]
    [InlineData('\u0001')]
    [InlineData('\u001F')]
    [InlineData('\uFFFE')]
    [InlineData('\uFFFF')]
    [InlineData('\uD83D')]
    [InlineData('\uDE00')]
    public void What_XML_cannot_hold_is_not_escaped(char bad)
    {
        foreach (var text in new[] { $"{bad}", $"long enough to fill a block {bad}", $"{bad}x" })
        {
            Assert.ThrowsAny<ArgumentException>(() => Xml.EscapeText(text));
            Assert.ThrowsAny<ArgumentException>(() => Xml.EscapeAttribute(text));
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("plain;", "plain;")]
    [InlineData("&lt;&gt;&amp;&apos;&quot;", "<>&'\"")]
    [InlineData("a&#65;&#x1F600;b", "aA😀b")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("<&#13;>", "<\r>")]
    [InlineData("é&lt;😀", "é<😀")]
    public void References_are_resolved(string text, string expected) => Assert.Equal(expected, Xml.Unescape(text));

    [Theory]
    [InlineData("&nbsp;")]
    [InlineData("&LT;")]
    [InlineData("&lt")]
    [InlineData("a & b")]
    [InlineData("a & b;")]
    [InlineData("&")]
    [InlineData("&;")]
    [InlineData("&#;")]
    [InlineData("&#x;")]
    [InlineData("&#X41;")]
    [InlineData("&#0;")]
    [InlineData("&#xD800;")]
    [InlineData("&#x110000;")]
    [InlineData("&#99999999999999999999;")]
    [InlineData("&\uD83D;")]
    public void What_is_no_reference_is_refused(string text) => Assert.Throws<FormatException>(() => Xml.Unescape(text));

    [Fact]
    public void A_message_shows_little_of_a_long_text() =>
        Assert.InRange(Assert.Throws<FormatException>(() => Xml.Unescape("&" + new string('x', 100_000) + ";")).Message.Length, 1, 200);

    [Fact]
    public void Escaping_and_resolving_gives_the_text_back()
    {
        var text = string.Concat(Enumerable.Range(1, 0x2FFF).Where(c => c is '\t' or '\n' or '\r' or >= 0x20).Select(c => (char)c)) + "😀&amp;";
        Assert.Equal(text, Xml.Unescape(Xml.EscapeText(text)));
        Assert.Equal(text, Xml.Unescape(Xml.EscapeAttribute(text)));
    }

    [Fact]
    public void An_escaped_value_reads_back_between_quotes()
    {
        const string Text = "\"a\"\t'b' <c>\r\n&";
        Assert.Equal([Text], AttributeAnswers.Read($"<r a=\"{Xml.EscapeAttribute(Text)}\"/>", attributes => attributes[0].GetString()));
    }

    [Fact]
    public void Events_are_written_as_XML()
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8XmlWriter(output))
        {
            Xml.Parse("<r xmlns:p='u'><p:e a='\"&lt;'>x&amp;</p:e><?p d?><empty></empty></r>", writer);
        }

        Assert.Equal("<r xmlns:p=\"u\"><p:e a=\"&quot;&lt;\">x&amp;</p:e><?p d?><empty/></r>", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData(EmptyElementStyle.SelfClosing, "<r/>")]
    [InlineData(EmptyElementStyle.StartAndEndTag, "<r></r>")]
    public void Empty_elements_can_be_short_or_not(EmptyElementStyle style, string expected)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8XmlWriter(output, new Utf8XmlWriterOptions { EmptyElements = style }))
        {
            Xml.Parse("<r/>", writer);
        }

        Assert.Equal(expected, Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
