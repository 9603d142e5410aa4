using System.Xml;

namespace XmlJson.Tests.Sax;

/// <summary>SAX2's <c>ErrorHandler</c> and <c>SAXParseException</c>: an error is an exception, and the parse is over.</summary>
public class SaxErrorHandlerTests
{
    [Fact]
    public void A_fatal_error_is_an_exception_with_cause_and_place()
    {
        var log = new SaxLog();
        var error = Assert.Throws<XmlSyntaxException>(() => log.Parse("<r>\n<e></r>"));
        Assert.Equal((XmlErrorCode.MismatchedEndTag, new TextPosition(2, 4, 7), "/r/e"), (error.Code, error.Position, error.ElementPath));
        Assert.Equal("document | start r | text \n | start e", log.ToString());
        Assert.IsAssignableFrom<XmlException>(error);
    }

    [Fact]
    public void Nothing_is_read_after_an_error()
    {
        var log = new SaxLog();
        using var parser = new Utf8XmlParser();
        Assert.Throws<XmlSyntaxException>(() => parser.Feed("<r><e></r><f>"u8, ref log));
        Assert.Throws<InvalidOperationException>(() => parser.Feed("</f>"u8, ref log));
        Assert.Equal("document | start r | start e", log.ToString());
    }

    [Fact]
    public void What_is_invalid_but_well_formed_is_no_error() =>
        Assert.Equal("doctype r | start s a=1 | text x | end s", SaxLog.Read("<!DOCTYPE r [<!ELEMENT r EMPTY><!ELEMENT s EMPTY>]><s a='1'>x</s>"));

    [Fact]
    public void An_error_in_an_entity_names_it()
    {
        var error = Assert.Throws<XmlSyntaxException>(() => SaxLog.Read("<!DOCTYPE r [<!ENTITY bad '<e>'>]><r>&bad;</r>"));
        Assert.Equal(XmlErrorCode.UnbalancedEntity, error.Code);
        Assert.Contains("'bad'", error.Message, StringComparison.Ordinal);
    }
}
