using System.Text;

namespace XmlJson.Tests.Sources.Dtd;

public class AttributeValueExpanderTests
{
    private static string Expand(DtdReading reading, string raw, AttributeType type = AttributeType.CData, DtdPlace place = default) =>
        Encoding.UTF8.GetString(reading.Reader.Expander.Expand(Encoding.UTF8.GetBytes(raw), type, reading, place));

    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("a\r\nb\r\rc\td", "a b  c d")]
    [InlineData("&e;&e;-&f;", "[x][x]-<[x]>")]
    [InlineData("é&e;€", "é[x]€")]
    public void References_are_replaced(string raw, string value)
    {
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY e '[x]'><!ENTITY f '&lt;&e;&#62;'>]>");

        Assert.Equal(value, Expand(reading, raw));
        Assert.Equal(value, Expand(reading, raw));
    }

    [Fact]
    public void Spaces_collapse_for_tokens()
    {
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY e ' x\n y '>]>");

        Assert.Equal("x y x y", Expand(reading, "  &e;\n&e; ", AttributeType.NmTokens));
        Assert.Equal("   x  y   x  y  ", Expand(reading, "  &e;\n&e; "));
    }

    [Fact]
    public void Carriage_returns_in_an_entitys_text_are_characters_of_their_own()
    {
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY e '&#13;&#10;'>]>");
        var inEntity = new DtdPlace(0, reading.Declarations.FindEntity("e"u8), 0);

        Assert.Equal("  ", Expand(reading, "\r\n", place: inEntity));
        Assert.Equal(" ", Expand(reading, "\r\n"));
    }

    [Fact]
    public void Faults_are_placed_in_the_value_or_in_the_entity()
    {
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY e 'ab<'><!ENTITY f '1&e;'>]>");

        Assert.Throws<XmlSyntaxException>(() => Expand(reading, "xy&f;", place: new DtdPlace(100, null, 0)));
        Assert.Equal(new DtdPlace(102, reading.Declarations.FindEntity("e"u8), 2), reading.ErrorPlace);

        Assert.Throws<XmlSyntaxException>(() => Expand(reading, "xyz&g;", place: new DtdPlace(100, null, 0)));
        Assert.Equal(new DtdPlace(103, null, 0), reading.ErrorPlace);

        var f = reading.Declarations.FindEntity("f"u8)!;
        Assert.Throws<XmlSyntaxException>(() => Expand(reading, "xyz<", place: new DtdPlace(100, f, 7)));
        Assert.Equal(new DtdPlace(100, f, 10), reading.ErrorPlace);
    }

    [Fact]
    public void After_an_error_the_entities_are_closed_again()
    {
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f '&e;'><!ENTITY g 'x'>]>");

        var error = Assert.Throws<XmlSyntaxException>(() => Expand(reading, "&e;"));
        Assert.Equal(XmlErrorCode.RecursiveEntity, error.Code);
        Assert.Equal("x", Expand(reading, "&g;"));
        Assert.False(reading.Declarations.FindEntity("e"u8)!.IsOpen);
    }

    [Fact]
    public void An_entity_whose_content_is_being_read_is_open()
    {
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY e '<x y=\"&e;\"/>'>]>");
        reading.Declarations.FindEntity("e"u8)!.IsOpen = true;

        Assert.Equal(XmlErrorCode.RecursiveEntity, Assert.Throws<XmlSyntaxException>(() => Expand(reading, "&e;")).Code);
    }

    [Fact]
    public void An_entity_that_may_be_declared_elsewhere_is_left_out()
    {
        var reading = new DtdReading("<!DOCTYPE a SYSTEM 'unread'>");

        Assert.Equal("xy", Expand(reading, "x&e;y"));
        Assert.Equal("e", reading.Reader.Expander.Undeclared?.Name);
    }

    [Fact]
    public void A_standalone_document_may_not_use_outside_declarations()
    {
        var reading = new DtdReading("<!DOCTYPE a SYSTEM 'd'>", new DtdSettings { Standalone = true }, new MemoryEntities(("d", "<!ENTITY e 'x'>")));

        Assert.Equal(XmlErrorCode.UndeclaredEntity, Assert.Throws<XmlSyntaxException>(() => Expand(reading, "&e;")).Code);
    }
}
