namespace XmlJson.Tests.Sources.Dtd;

public class DefaultValueTests
{
    [Theory]
    [InlineData("CDATA", "a\tb\n c", "a b  c")]
    [InlineData("CDATA", "a\r\nb\rc", "a b c")]
    [InlineData("NMTOKENS", "\n a\tb\r\n  c ", "a b c")]
    [InlineData("NMTOKENS", "&#32;a&#32;&#32;b&#32;", "a b")]
    [InlineData("NMTOKENS", "&#9;a&#10;&#32; b&#13;", "\ta\n b\r")]
    [InlineData("CDATA", "&#10;&#13;&#9;", "\n\r\t")]
    [InlineData("CDATA", "&lt;&gt;&amp;&apos;&quot;&#60;&#x10FFFF;", "<>&'\"<\U0010FFFF")]
    [InlineData("CDATA", "[&nl;]", "[ ]")]
    [InlineData("CDATA", "[&crlf;]", "[  ]")]
    [InlineData("NMTOKENS", " &outer; ", "i n <")]
    [InlineData("CDATA", "&outer;", "i  n <")]
    [InlineData("CDATA", "&amp2;", "&")]
    [InlineData("CDATA", "&quote;", "\"'")]
    public void Is_normalized_for_its_type(string type, string raw, string value)
    {
        const string Entities =
            "<!ENTITY nl '\n'><!ENTITY crlf '&#13;&#10;'><!ENTITY inner 'i  n'><!ENTITY outer '&inner; &#38;#60;'><!ENTITY amp2 '&#38;#38;'><!ENTITY quote '&#34;&#39;'>";
        var reading = new DtdReading($"<!DOCTYPE a [{Entities}<!ATTLIST a b {type} \"{raw}\">]>");

        Assert.Equal(value, reading.Default("a", "b"));
    }

    [Theory]
    [InlineData("<!ENTITY e '&#60;'>", XmlErrorCode.LessThanInAttribute)]
    [InlineData("<!ENTITY e '<x/>'>", XmlErrorCode.LessThanInAttribute)]
    [InlineData("<!ENTITY f '<'><!ENTITY e '&f;'>", XmlErrorCode.LessThanInAttribute)]
    [InlineData("<!ENTITY e SYSTEM 'x'>", XmlErrorCode.ExternalEntityInAttribute)]
    [InlineData("<!ENTITY f SYSTEM 'x'><!ENTITY e '&f;'>", XmlErrorCode.ExternalEntityInAttribute)]
    [InlineData("<!ENTITY e SYSTEM 'x' NDATA n>", XmlErrorCode.UnparsedEntityReference)]
    [InlineData("<!ENTITY e '&e;'>", XmlErrorCode.RecursiveEntity)]
    [InlineData("<!ENTITY e '&f;'><!ENTITY f '&e;'>", XmlErrorCode.RecursiveEntity)]
    [InlineData("<!ENTITY e '&#38;'>", XmlErrorCode.InvalidReference)]
    [InlineData("<!ENTITY e '&#38;#x;'>", XmlErrorCode.InvalidCharacterReference)]
    [InlineData("<!ENTITY e '&#38;#0;'>", XmlErrorCode.ForbiddenCharacterReference)]
    [InlineData("<!ENTITY e '&f;'>", XmlErrorCode.UndeclaredEntity)]
    public void May_not_lead_to_what_no_attribute_value_may_hold(string entities, XmlErrorCode code)
    {
        var before = $"<!DOCTYPE a [{entities}<!ATTLIST a b CDATA 'x";
        var reading = new DtdReading(before + "&e;'>]>");

        Assert.Equal(code, reading.Error?.Code);
        Assert.Equal(before.Length, reading.ErrorPlace.DocumentOffset);
    }

    [Fact]
    public void Entities_of_its_entities_may_be_declared_after_it()
    {
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY e '&f;!'><!ATTLIST a b CDATA '&e;' c NMTOKENS ' &e; '><!ENTITY f ' 1 '>]>");

        Assert.Equal(" 1 !", reading.Default("a", "b"));
        Assert.Equal("1 !", reading.Default("a", "c"));
    }

    [Fact]
    public void What_the_external_subset_declares_is_used_in_the_end()
    {
        var reading = new DtdReading("<!DOCTYPE a SYSTEM 'd' [<!ATTLIST a b CDATA '[&e;]'>]>", external: new MemoryEntities(("d", "<!ENTITY e 'x'>")));

        Assert.Equal("[x]", reading.Default("a", "b"));
        Assert.Contains("attribute a b CData CDATA Value [[]]", reading.Events);
    }

    [Fact]
    public void What_leads_to_a_fault_only_in_the_end_is_refused_in_the_end()
    {
        Assert.Equal(XmlErrorCode.RecursiveEntity, new DtdReading("<!DOCTYPE a [<!ENTITY e '&f;'><!ATTLIST a b CDATA '&e;'><!ENTITY f '&e;'>]>").Error?.Code);
        Assert.Equal(XmlErrorCode.LessThanInAttribute, new DtdReading("<!DOCTYPE a [<!ENTITY e '&f;'><!ATTLIST a b CDATA '&e;'><!ENTITY f '<'>]>").Error?.Code);
    }

    [Fact]
    public void A_duplicate_definition_is_checked_too()
    {
        Assert.Equal(XmlErrorCode.LessThanInAttribute, new DtdReading("<!DOCTYPE a [<!ATTLIST a b CDATA 'x' b CDATA '<'>]>").Error?.Code);
    }

    [Fact]
    public void An_error_deep_in_entities_names_the_innermost()
    {
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY f 'xy&#60;'><!ENTITY e '&f;'><!ATTLIST a b CDATA '&e;'>]>");

        Assert.EndsWith("In the entity 'f' (line 1, column 3).", reading.Error!.Description, StringComparison.Ordinal);
    }
}
