using System.Text;

namespace XmlJson.Tests.Sources.Dtd;

public class ParameterEntityTests
{
    private static DtdReading Read(string doctype, params (string Uri, string Text)[] entities) => new(doctype, external: new MemoryEntities(entities));

    [Fact]
    public void Between_declarations_of_the_internal_subset_it_holds_declarations()
    {
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY % p \"<!ENTITY e 'x'> <!-- c -->\">%p;%p;]>");

        Assert.Equal(["entity %p [<!ENTITY e 'x'> <!-- c -->]", "entity e [x]", "comment [ c ]", "comment [ c ]"], reading.Events);
        Assert.True(reading.Declarations.HasParameterReferences);
        Assert.False(reading.Declarations.FindEntity("e"u8)!.IsDeclaredInDocument);
    }

    // XML 1.0 appendix D
    [Fact]
    public void References_in_literals_are_replaced_when_the_entity_is_declared_and_again_when_it_is_read()
    {
        var reading = new DtdReading(
            """
            <!DOCTYPE test [
            <!ELEMENT test (#PCDATA) >
            <!ENTITY % xx '&#37;zz;'>
            <!ENTITY % zz '&#60;!ENTITY tricky "error-prone" >' >
            %xx;
            ]>
            """);

        Assert.Equal("error-prone", reading.Entity("tricky"));
    }

    [Fact]
    public void Within_a_declaration_its_ends_are_spaces()
    {
        var reading = Read(
            "<!DOCTYPE a SYSTEM 'd'>",
            ("d", """
            <!ENTITY % name "b"><!ENTITY % content "(c | %name;)"><!ENTITY % open "(c,"><!ENTITY % type "CDATA 'x'">
            <!ENTITY % one "e CDATA"><!ENTITY % default "#IMPLIED"><!ENTITY % nothing ""><!ENTITY % pe '&#37;'><!ENTITY % lit "'v'">
            <!ELEMENT%name;%content;>
            <!ELEMENT %nothing;x %open;%name;)%nothing;>
            <!ATTLIST a b %type; %one;%default;
             f (g|%name;) #IMPLIED%nothing;>
            <!ENTITY %pe; q %lit;>
            <!ENTITY r %lit;>
            <!ENTITY s PUBLIC %lit;%lit;%nothing;NDATA%name;>
            <!NOTATION%name;SYSTEM%lit;>
            """));

        Assert.Equal(
            [
                "element b (c|b)",
                "element x (c,b)",
                "attribute a b CData CDATA Value [x]",
                "attribute a e CData CDATA Implied []",
                "attribute a f Enumeration (g|b) Implied []",
                "entity %q [v]",
                "entity r [v]",
                "unparsed s public [v] system [v] base d b",
                "notation b no-public system [v] base d",
            ],
            reading.Events.Where(e => !e.StartsWith("entity %", StringComparison.Ordinal) || e.StartsWith("entity %q", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<!ENTITY % s '*'><!ELEMENT a (b)%s;>", XmlErrorCode.InvalidElementDeclaration)]
    [InlineData("<!ENTITY % s '*'><!ELEMENT a (b%s;)>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!ENTITY % n 'x'><!ELEMENT a%n; ANY>", XmlErrorCode.InvalidElementDeclaration)]
    [InlineData("<!ENTITY % n 'MENT a ANY'><!ELE%n;>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<!ENTITY % v \"'x\"><!ENTITY e %v;'>", XmlErrorCode.UnbalancedParameterEntity)]
    [InlineData("<!ENTITY % v '#FIX'><!ATTLIST a b CDATA %v;ED 'x'>", XmlErrorCode.InvalidDefaultDeclaration)]
    public void Within_a_declaration_it_holds_whole_tokens(string subset, XmlErrorCode code)
    {
        Assert.Equal(code, Read("<!DOCTYPE a SYSTEM 'd'>", ("d", subset)).Error?.Code);
    }

    // §2.8 WFC: PE Between Declarations
    [Theory]
    [InlineData("<!ENTITY % p '<!--'>%p; -->")]
    [InlineData("<!ENTITY % p '<?pi'>%p; ?>")]
    [InlineData("<!ENTITY % p '<!ELEMENT a '>%p; ANY>")]
    [InlineData("<!ENTITY % p '<!ELEMENT a (b,'>%p; c)>")]
    [InlineData("<!ENTITY % p '<!ELEMENT a'>%p; ANY>")]
    [InlineData("<!ENTITY % p \"<!ENTITY e 'x\">%p;'>")]
    [InlineData("<!ENTITY % p \"<!ENTITY e 'x'\">%p;>")]
    [InlineData("<!ENTITY % p '<![INCLUDE['>%p;]]>")]
    [InlineData("<!ENTITY % p '<![IGNORE['>%p;]]>")]
    [InlineData("<!ENTITY % p '<![ INCLUDE '>%p;[]]>")]
    public void Between_declarations_it_holds_whole_ones(string subset)
    {
        var reading = Read("<!DOCTYPE a SYSTEM 'd'>", ("d", subset));

        Assert.Equal(XmlErrorCode.UnbalancedParameterEntity, reading.Error?.Code);
        Assert.Contains("'%p'", reading.Error!.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!ENTITY % p ']]>'><![INCLUDE[%p;]]>")]
    [InlineData("<!ENTITY % p 'x'>%p;")]
    [InlineData("<!ENTITY % p '>'>%p;")]
    [InlineData("<!ENTITY % p '<'>%p;!ELEMENT a ANY>")]
    public void Between_declarations_it_holds_nothing_else(string subset)
    {
        Assert.Contains(Read("<!DOCTYPE a SYSTEM 'd'>", ("d", subset)).Error?.Code, new XmlErrorCode?[] { XmlErrorCode.InvalidMarkupDeclaration, XmlErrorCode.UnbalancedParameterEntity });
    }

    // Validity constraints only: Proper Declaration/PE Nesting, Proper Group/PE Nesting, Proper Conditional Section/PE Nesting
    [Theory]
    [InlineData("<!ENTITY % p 'ANY> <!-- c '><!ELEMENT a %p;-->", false)]
    [InlineData("<!ENTITY % p 'ANY> <!ELEMENT b '><!ELEMENT a %p; EMPTY>", true)]
    [InlineData("<!ENTITY % p 'ANY>'><!ELEMENT a %p;", true)]
    [InlineData("<!ENTITY % p '(b,'><!ELEMENT a %p;c)>", true)]
    [InlineData("<!ENTITY % p 'INCLUDE['><![%p;<!ELEMENT a ANY>]]>", true)]
    [InlineData("<!ENTITY % p 'IGNORE[ x '><![%p; <![ ]]> ]]>", true)]
    [InlineData("<!ENTITY % p 'INCLUDE[<!ELEMENT a ANY>]]>'><![%p;", true)]
    public void Within_a_declaration_it_may_end_the_declaration_and_begin_another(string subset, bool isAccepted)
    {
        Assert.Equal(isAccepted, Read("<!DOCTYPE a SYSTEM 'd'>", ("d", subset)).Error is null);
    }

    [Fact]
    public void In_an_entity_value_it_is_included_with_its_quotation_marks()
    {
        var reading = Read(
            "<!DOCTYPE a SYSTEM 'd'>",
            ("d", """
            <!ENTITY % pub "&#xc9;ditions &amp; '&#34;&#37;x;"><!ENTITY % x '&#38;#60;&#x26;#37;'>
            <!ENTITY book 'a: %pub;;&rights; %pub;'>
            """));

        Assert.Equal("a: Éditions &amp; '\"<%;&rights; Éditions &amp; '\"<%", reading.Entity("book"));
    }

    [Theory]
    [InlineData("<!ENTITY % x '&#38;'><!ENTITY e '%x;amp;'>", XmlErrorCode.InvalidReference)]
    [InlineData("<!ENTITY % x '&#37;'><!ENTITY e '%x;y;'>", XmlErrorCode.InvalidParameterReference)]
    [InlineData("<!ENTITY % x '&#37;x;'><!ENTITY e '%x;'>", XmlErrorCode.RecursiveEntity)]
    [InlineData("<!ENTITY % x '%x;'>", XmlErrorCode.RecursiveEntity)]
    [InlineData("<!ENTITY % x %x;>", XmlErrorCode.RecursiveEntity)]
    [InlineData("<!ENTITY % x '&#37;y;'><!ENTITY % y '&#37;x;'>%x;", XmlErrorCode.RecursiveEntity)]
    [InlineData("<!ENTITY % x '(a|&#37;x;)'><!ELEMENT a %x;>", XmlErrorCode.RecursiveEntity)]
    public void In_an_entity_value_references_are_whole_and_do_not_recur(string subset, XmlErrorCode code)
    {
        var reading = Read("<!DOCTYPE a SYSTEM 'd'>", ("d", subset));

        Assert.Equal(code, reading.Error?.Code);
        Assert.NotNull(reading.ErrorPlace.Entity);
    }

    [Fact]
    public void A_second_declaration_may_refer_to_the_first()
    {
        var reading = Read("<!DOCTYPE a SYSTEM 'd'>", ("d", "<!ENTITY % x '1'><!ENTITY % x '%x;%x;'><!ENTITY e '%x;'>"));

        Assert.Equal("1", reading.Entity("e"));
    }

    [Fact]
    public void Where_text_is_data_it_is_not_recognized()
    {
        var reading = Read(
            "<!DOCTYPE a SYSTEM 'd'>",
            ("d", "<!-- %no; --><?p %no; ?><!ENTITY e SYSTEM '%no;'><!NOTATION n PUBLIC '%no;'><!ATTLIST a b CDATA '%no;'><![IGNORE[ %no; ]]>"));

        Assert.Equal(5, reading.Events.Count);
        Assert.Equal("%no;", reading.Default("a", "b"));
    }

    [Fact]
    public void An_external_one_is_read_through_the_resolver_and_once()
    {
        var entities = new MemoryEntities(("p.ent", "<?xml encoding='UTF-8'?><!ELEMENT a (%inner;)><?pi?>"));
        var reading = new DtdReading(
            "<!DOCTYPE a [<!ENTITY % inner 'b'><!ENTITY % p SYSTEM 'p.ent#fragment'>%p;%p;]>", external: entities);

        Assert.Equal(["entity %inner [b]", "external %p no-public system [p.ent#fragment]", "element a (b)", "pi pi []", "pi pi []"], reading.Events);
        Assert.Equal(["p.ent"], entities.Opened);
    }

    [Fact]
    public void Text_of_an_internal_one_that_the_internal_subset_refers_to_obeys_its_rules()
    {
        Assert.Equal(
            XmlErrorCode.ParameterReferenceInDeclaration,
            new DtdReading("<!DOCTYPE a [<!ENTITY % b 'c'><!ENTITY % p '<!ELEMENT a (&#37;b;)>'>%p;]>").Error?.Code);
        Assert.Equal(
            XmlErrorCode.MisplacedConditionalSection,
            new DtdReading("<!DOCTYPE a [<!ENTITY % p '<![INCLUDE[]]>'>%p;]>").Error?.Code);

        // The same text, referred to from outside.
        Assert.Null(Read("<!DOCTYPE a SYSTEM 'd' [<!ENTITY % b 'c'><!ENTITY % p '<!ELEMENT a (&#37;b;)><![INCLUDE[]]>'>]>", ("d", "%p;")).Error);
    }

    [Fact]
    public void Base_URIs_follow_the_external_entity_that_holds_the_declaration()
    {
        var reading = new DtdReading(
            "<!DOCTYPE a SYSTEM 'sub/d' [<!ENTITY in SYSTEM 'x'><!ENTITY % i '<!ENTITY via SYSTEM \"x\">'>]>",
            new DtdSettings { BaseUri = "http://h/doc.xml" },
            new MemoryEntities(("sub/d", "<!ENTITY sub SYSTEM 'x'><!ENTITY % p SYSTEM 'deep/p'>%p;%i;"), ("deep/p", "<!ENTITY deep SYSTEM 'x'>")));

        Assert.Equal(
            [
                "external in no-public system [x] base http://h/doc.xml",
                "external sub no-public system [x] base http://h/sub/d",
                "external deep no-public system [x] base http://h/sub/deep/p",
                "external via no-public system [x] base http://h/sub/d",
            ],
            reading.Events.Where(e => e.StartsWith("external ", StringComparison.Ordinal) && !e.Contains('%', StringComparison.Ordinal)));
    }

    [Fact]
    public void An_error_in_an_entity_says_where_in_it_and_where_the_document_refers_to_it()
    {
        var reading = new DtdReading(
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'p.ent'>\r\n %p; ]>",
            new DtdSettings { BaseUri = "http://h/" },
            new MemoryEntities(("p.ent", "<?xml encoding='UTF-8'?>\r\n<!ELEMENT é ANY>\r\n  <!ELEMENT é  BAD>")));

        Assert.Equal(XmlErrorCode.InvalidElementDeclaration, reading.Error?.Code);
        Assert.Equal("Expected 'EMPTY', 'ANY' or '(', found 'BAD'. In the entity '%p' (http://h/p.ent, line 3, column 16).", reading.Error?.Description);
        Assert.Equal(44, reading.ErrorPlace.DocumentOffset);
    }

    [Fact]
    public void An_error_in_the_external_subset_says_so()
    {
        var reading = Read("<!DOCTYPE a SYSTEM 'd'>", ("d", "\n <!ELEMENT"));

        Assert.Equal("Expected white space after '<!ELEMENT', found the end of the external subset. In the external subset (d, line 2, column 11).", reading.Error?.Description);
        Assert.Equal(12, reading.ErrorPlace.DocumentOffset);
    }

    [Fact]
    public void Forbidden_characters_are_found_in_external_entities()
    {
        var entities = new MemoryEntities();
        entities.Add("d", Encoding.UTF8.GetBytes("<!-- \uFFFE -->"));

        Assert.Equal(XmlErrorCode.InvalidCharacter, new DtdReading("<!DOCTYPE a SYSTEM 'd'>", external: entities).Error?.Code);
    }
}
