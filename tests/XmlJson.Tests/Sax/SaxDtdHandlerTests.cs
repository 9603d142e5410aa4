namespace XmlJson.Tests.Sax;

/// <summary>SAX2's <c>DTDHandler</c> and <c>DeclHandler</c>.</summary>
public class SaxDtdHandlerTests
{
    [Theory]
    [InlineData("<!NOTATION n PUBLIC '-//n'>", "notation n public [-//n] no-system")]
    [InlineData("<!NOTATION n SYSTEM 's'>", "notation n no-public system [s]")]
    [InlineData("<!NOTATION n PUBLIC ' -//a \n b ' 's'>", "notation n public [-//a b] system [s]")]
    public void A_notation_is_reported(string subset, string expected) => Assert.Equal([expected], Read(subset));

    [Theory]
    [InlineData("<!ENTITY u SYSTEM 'u.gif' NDATA gif>", "unparsed u no-public system [u.gif] gif")]
    [InlineData("<!ENTITY u PUBLIC '-//u' 'u.gif' NDATA gif>", "unparsed u public [-//u] system [u.gif] gif")]
    public void An_unparsed_entity_is_reported_with_its_notation(string subset, string expected) => Assert.Equal([expected], Read(subset));

    [Theory]
    [InlineData("<!ELEMENT e EMPTY>", "element e EMPTY")]
    [InlineData("<!ELEMENT e ANY>", "element e ANY")]
    [InlineData("<!ELEMENT e ( a , ( b | c )* )>", "element e (a,(b|c)*)")]
    [InlineData("<!ELEMENT e ( #PCDATA | a )*>", "element e (#PCDATA|a)*")]
    public void An_element_is_reported_with_its_content_model(string subset, string expected) => Assert.Equal([expected], Read(subset));

    [Theory]
    [InlineData("<!ATTLIST e a CDATA #IMPLIED>", "attribute e a CData CDATA Implied []")]
    [InlineData("<!ATTLIST e a ID #REQUIRED>", "attribute e a Id ID Required []")]
    [InlineData("<!ATTLIST e a ( x | y ) 'x'>", "attribute e a Enumeration (x|y) Value [x]")]
    [InlineData("<!ATTLIST e a NMTOKENS #FIXED ' x  y '>", "attribute e a NmTokens NMTOKENS Fixed [x y]")]
    [InlineData("<!ATTLIST e a NOTATION (n|m) #IMPLIED>", "attribute e a Notation NOTATION (n|m) Implied []")]
    public void An_attribute_is_reported_with_type_and_default(string subset, string expected) => Assert.Equal([expected], Read(subset));

    [Theory]
    [InlineData("<!ENTITY e 'a&#65;&b;'>", "entity e [aA&b;]")]
    [InlineData("<!ENTITY % e 'x'>", "entity %e [x]")]
    public void An_internal_entity_is_reported_with_its_replacement_text(string subset, string expected) => Assert.Equal([expected], Read(subset));

    [Theory]
    [InlineData("<!ENTITY e SYSTEM 'e.xml'>", "external e no-public system [e.xml]")]
    [InlineData("<!ENTITY % e PUBLIC '-//e' 'e.ent'>", "external %e public [-//e] system [e.ent]")]
    public void An_external_entity_is_reported_unresolved(string subset, string expected) => Assert.Equal([expected], Read(subset));

    [Fact]
    public void Only_the_first_declaration_is_reported() =>
        Assert.Equal(["entity e [1]", "attribute r a CData CDATA Implied []"], Read("<!ENTITY e '1'><!ENTITY e '2'><!ATTLIST r a CDATA #IMPLIED a ID #IMPLIED>"));

    [Fact]
    public void Identifiers_say_what_they_are_relative_to()
    {
        var declarations = new Sources.Dtd.DeclarationLog();
        SaxLog.Read(
            "<!DOCTYPE r SYSTEM 'sub/r.dtd' [<!ENTITY a SYSTEM 'a.xml'>]><r/>",
            MemoryResolver.Options(("mem://host/folder/sub/r.dtd", "<!ENTITY b SYSTEM 'b.xml'>")) with { DeclarationHandler = declarations });
        Assert.Equal(
            ["external a no-public system [a.xml] base mem://host/folder/document.xml", "external b no-public system [b.xml] base mem://host/folder/sub/r.dtd"],
            declarations.Lines);
    }

    [Theory]
    [InlineData("<!DOCTYPE r [<!ELEMENT r ANY><!ENTITY % p SYSTEM 'p.ent'>%p;<!ENT")]
    [InlineData("<!DOCTYPE r [<!ELEMENT r ANY><!ENTITY % p SYSTEM 'p.ent'>%p;] ?><r/>")]
    public void Declarations_of_a_definition_that_is_not_whole_are_not_told(string document)
    {
        var declarations = new Sources.Dtd.DeclarationLog();
        var log = new SaxLog();
        Assert.Throws<XmlSyntaxException>(() => log.Parse(document, MemoryResolver.Options(("mem://host/folder/p.ent", "")) with { DeclarationHandler = declarations }));
        Assert.Equal("document", log.ToString());
        Assert.Empty(declarations.Lines);
    }

    [Theory]
    [InlineData("<!DOCTYPE r [<!ENTITY % p SYSTEM 'p.ent'>%p;]><r/>", null)]
    [InlineData("<!DOCTYPE r [<!ENTITY % p SYSTEM 'p.ent'>%p;<!ENTITY", XmlErrorCode.UnexpectedEnd)]
    [InlineData("<!DOCTYPE r SYSTEM 'r.dtd' [<!ENTITY % p SYSTEM 'p.ent'>%p;", XmlErrorCode.UnexpectedEnd)]
    public void A_definition_that_is_ignored_opens_nothing_whole_or_not(string document, XmlErrorCode? expected)
    {
        var options = MemoryResolver.Options(("mem://host/folder/p.ent", "")) with { DtdProcessing = System.Xml.DtdProcessing.Ignore };
        var error = Record.Exception(() => Xml.Parse(document, new SaxLog(), options)) as XmlSyntaxException;
        Assert.Equal(expected, error?.Code);
        Assert.Empty(((MemoryResolver)options.XmlResolver!).Asked);
    }

    private static List<string> Read(string subset)
    {
        var declarations = new Sources.Dtd.DeclarationLog();
        SaxLog.Read($"<!DOCTYPE r [{subset}]><r/>", XmlParserOptions.Default with { DeclarationHandler = declarations });
        return declarations.Lines;
    }
}
