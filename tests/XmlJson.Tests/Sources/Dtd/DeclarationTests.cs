namespace XmlJson.Tests.Sources.Dtd;

public class DeclarationTests
{
    [Theory]
    // [46]-[51] content
    [InlineData("<!ELEMENT a EMPTY>", "element a EMPTY")]
    [InlineData("<!ELEMENT a ANY >", "element a ANY")]
    [InlineData("<!ELEMENT\n\ta\n( #PCDATA )\n>", "element a (#PCDATA)")]
    [InlineData("<!ELEMENT a (#PCDATA)*>", "element a (#PCDATA)*")]
    [InlineData("<!ELEMENT a ( #PCDATA | b|c )*>", "element a (#PCDATA|b|c)*")]
    [InlineData("<!ELEMENT a (b)>", "element a (b)")]
    [InlineData("<!ELEMENT a ( ( b? , c* )+ | d | ( e ) )?>", "element a ((b?,c*)+|d|(e))?")]
    [InlineData("<!ELEMENT p:a (p:b)>", "element p:a (p:b)")]
    [InlineData("<!ELEMENT EMPTY (ANY)>", "element EMPTY (ANY)")]
    // [52]-[60] attributes
    [InlineData("<!ATTLIST a b CDATA #IMPLIED>", "attribute a b CData CDATA Implied []")]
    [InlineData("<!ATTLIST a b ID #REQUIRED >", "attribute a b Id ID Required []")]
    [InlineData("<!ATTLIST a b IDREF 'x'>", "attribute a b IdRef IDREF Value [x]")]
    [InlineData("<!ATTLIST a b IDREFS ' x  y '>", "attribute a b IdRefs IDREFS Value [x y]")]
    [InlineData("<!ATTLIST a b ENTITY #IMPLIED>", "attribute a b Entity ENTITY Implied []")]
    [InlineData("<!ATTLIST a b ENTITIES #IMPLIED>", "attribute a b Entities ENTITIES Implied []")]
    [InlineData("<!ATTLIST a b NMTOKEN #FIXED ' 1 '>", "attribute a b NmToken NMTOKEN Fixed [1]")]
    [InlineData("<!ATTLIST a b NMTOKENS #FIXED\n\"1\"\n>", "attribute a b NmTokens NMTOKENS Fixed [1]")]
    [InlineData("<!ATTLIST a b ( c |-1| .d ) 'c'>", "attribute a b Enumeration (c|-1|.d) Value [c]")]
    [InlineData("<!ATTLIST a b NOTATION ( n | m ) #IMPLIED>", "attribute a b Notation NOTATION (n|m) Implied []")]
    [InlineData("<!ATTLIST a b CDATA ' x  y '>", "attribute a b CData CDATA Value [ x  y ]")]
    [InlineData("<!ATTLIST a CDATA CDATA 'CDATA'>", "attribute a CDATA CData CDATA Value [CDATA]")]
    [InlineData("<!ATTLIST a>", null)]
    [InlineData("<!ATTLIST a >", null)]
    // [70]-[76] entities, and §4.5
    [InlineData("<!ENTITY e ''>", "entity e []")]
    [InlineData("<!ENTITY e \"it's\" >", "entity e [it's]")]
    [InlineData("<!ENTITY e 'a\r\nb\rc&#13;d'>", "entity e [a\\nb\\nc\\rd]")]
    [InlineData("<!ENTITY e '&#60;&#x26;&lt;&other;'>", "entity e [<&&lt;&other;]")]
    [InlineData("<!ENTITY e '<a b=\">\">]]>'>", "entity e [<a b=\">\">]]>]")]
    [InlineData("<!ENTITY % e 'x'>", "entity %e [x]")]
    [InlineData("<!ENTITY % e '&#37;f;'>", "entity %e [%f;]")]
    [InlineData("<!ENTITY e SYSTEM ''>", "external e no-public system []")]
    [InlineData("<!ENTITY e PUBLIC\n' p\n\n q ' \"s'\">", "external e public [p q] system [s']")]
    [InlineData("<!ENTITY % e SYSTEM 's'>", "external %e no-public system [s]")]
    [InlineData("<!ENTITY e SYSTEM 's' NDATA n >", "unparsed e no-public system [s] n")]
    [InlineData("<!ENTITY e SYSTEM '%x;&y;<'>", "external e no-public system [%x;&y;<]")]
    // [82] notations
    [InlineData("<!NOTATION n SYSTEM 's'>", "notation n no-public system [s]")]
    [InlineData("<!NOTATION n PUBLIC 'p'>", "notation n public [p] no-system")]
    [InlineData("<!NOTATION n PUBLIC \"-'()+,./:=?;!*#@$_%\" >", "notation n public [-'()+,./:=?;!*#@$_%] no-system")]
    [InlineData("<!NOTATION n PUBLIC ' ' ''>", "notation n public [] system []")]
    // [15], [16]
    [InlineData("<!---->", "comment []")]
    [InlineData("<!-- %x; <!ELEMENT ' - \r\n -->", "comment [ %x; <!ELEMENT ' - \\n ]")]
    [InlineData("<?p?>", "pi p []")]
    [InlineData("<?p  %x; ?] > ?>", "pi p [%x; ?] > ]")]
    [InlineData("<?xml-stylesheet a?>", "pi xml-stylesheet [a]")]
    // §4.6
    [InlineData("<!ENTITY lt '&#38;#60;'>", "entity lt [&#60;]")]
    [InlineData("<!ENTITY lt '&#38;#x3C;'>", "entity lt [&#x3C;]")]
    [InlineData("<!ENTITY amp '&#x26;#0038;'>", "entity amp [&#0038;]")]
    [InlineData("<!ENTITY gt '>'>", "entity gt [>]")]
    [InlineData("<!ENTITY apos '&#39;'>", "entity apos [']")]
    [InlineData("<!ENTITY quot '&#38;#34;'>", "entity quot [&#34;]")]
    [InlineData("<!ENTITY % lt 'x'>", "entity %lt [x]")]
    public void Is_reported_as_SAX_does(string declaration, string? reported)
    {
        var reading = new DtdReading($"<!DOCTYPE a [{declaration}]>");

        Assert.Equal(reported is null ? [] : [reported], reading.Events);
    }

    [Fact]
    public void The_header_is_reported_as_written()
    {
        var header = new DtdReading("<!DOCTYPE a:b PUBLIC ' p\nq ' '' [\r\n<!-- ]> -->\r]\n>").Reader.Header;

        Assert.Equal("a:b"u8, header.Name);
        Assert.Equal(" p\nq "u8, header.PublicId);
        Assert.True(header.HasSystemId);
        Assert.Equal(""u8, header.SystemId);
        Assert.Equal("\n<!-- ]> -->\n"u8, header.InternalSubset);

        var bare = new DtdReading("<!DOCTYPE a>").Reader.Header;
        Assert.False(bare.HasPublicId || bare.HasSystemId || bare.HasInternalSubset);
        Assert.True(new DtdReading("<!DOCTYPE a[]>").Reader.Header.HasInternalSubset);
    }

    [Fact]
    public void The_first_declaration_of_an_entity_binds()
    {
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY e '1'><!ENTITY e '2'><!ENTITY e SYSTEM 'x'><!ENTITY % e '3'><!ENTITY % e '4'>]>");

        Assert.Equal(["entity e [1]", "entity %e [3]"], reading.Events);
        Assert.Equal("1", reading.Entity("e"));
    }

    [Fact]
    public void Attribute_lists_of_one_element_are_merged_and_the_first_definition_binds()
    {
        var reading = new DtdReading("<!DOCTYPE a [<!ATTLIST a b NMTOKEN ' 1 ' c CDATA #IMPLIED b CDATA 'no'><!ATTLIST a c CDATA 'no' d CDATA '2'><!ELEMENT a (x)>]>");

        Assert.Equal(4, reading.Events.Count);
        Assert.Equal("1", reading.Default("a", "b"));
        Assert.Null(reading.Default("a", "c"));
        Assert.Equal("2", reading.Default("a", "d"));
        Assert.Equal(3, reading.Element("a")!.Attributes.Length);
        Assert.Equal(2, reading.Element("a")!.Defaults.Length);
        Assert.True(reading.Element("a")!.HasTokenizedAttributes);
        Assert.Equal(ElementContentKind.Children, reading.Element("a")!.Content);
    }

    [Theory]
    [InlineData("EMPTY", ElementContentKind.Empty)]
    [InlineData("ANY", ElementContentKind.Any)]
    [InlineData("(#PCDATA)", ElementContentKind.Mixed)]
    [InlineData("(#PCDATA|b)*", ElementContentKind.Mixed)]
    [InlineData("(b)", ElementContentKind.Children)]
    internal void The_kind_of_content_is_known_by_the_elements_name(string content, ElementContentKind kind)
    {
        var reading = new DtdReading($"<!DOCTYPE a [<!ELEMENT a {content}><!ELEMENT a (second)>]>");

        Assert.Single(reading.Events);
        Assert.Equal(kind, reading.Declarations.ContentOf(reading.Names.Intern("a"u8)));
        Assert.Equal(ElementContentKind.Undeclared, reading.Declarations.ContentOf(reading.Names.Intern("b"u8)));
    }

    [Fact]
    public void An_attribute_is_found_among_thousands()
    {
        var list = string.Concat(Enumerable.Range(0, 5_000).Select(i => $" x{i} CDATA '{i}'"));
        var reading = new DtdReading($"<!DOCTYPE a [<!ATTLIST a{list}>]>", logs: false);

        Assert.Equal("4321", reading.Default("a", "x4321"));
        Assert.Equal("7", reading.Default("a", "x7"));
        Assert.Null(reading.Attribute("a", "x5000"));
    }

    [Fact]
    public void Entities_know_what_they_are()
    {
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY i 'x'><!ENTITY e PUBLIC ' p ' 's'><!ENTITY u SYSTEM 's' NDATA n>]>", new DtdSettings { BaseUri = "http://x/" });
        var internalOne = reading.Declarations.FindEntity("i"u8)!;
        var external = reading.Declarations.FindEntity("e"u8)!;
        var unparsed = reading.Declarations.FindEntity("u"u8)!;

        Assert.True(internalOne is { IsExternal: false, HasText: true, IsUnparsed: false, IsDeclaredInDocument: true });
        Assert.True(external is { IsExternal: true, HasText: false, IsUnparsed: false, BaseUri: "http://x/" });
        Assert.Equal("p"u8, external.PublicId!);
        Assert.True(unparsed is { IsExternal: true, IsUnparsed: true });
        Assert.Equal("n"u8, unparsed.Notation!);
        Assert.Null(reading.Declarations.FindEntity("s"u8));
    }
}
