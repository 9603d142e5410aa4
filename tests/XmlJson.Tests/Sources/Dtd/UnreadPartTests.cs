namespace XmlJson.Tests.Sources.Dtd;

// XML 1.0 §5.1, and §4.1 WFC: Entity Declared.
public class UnreadPartTests
{
    [Fact]
    public void Nothing_is_opened_without_a_resolver()
    {
        var reading = new DtdReading("<!DOCTYPE a SYSTEM 'd' [<!ENTITY % p SYSTEM 'p'>%p;<!ENTITY e SYSTEM 'e'>]>");

        Assert.Equal(["external %p no-public system [p]", "skipped %p", "skipped [dtd]"], reading.Events);
        Assert.True(reading.Declarations.IsIncomplete);
    }

    [Theory]
    [InlineData("<!ENTITY % p SYSTEM 'p'>%p;")]
    [InlineData("%undeclared;")]
    public void After_an_unread_parameter_entity_entities_and_attributes_do_not_count(string reference)
    {
        var subset = $"<!ENTITY before 'x'><!ATTLIST a before CDATA 'x'>{reference}<!ENTITY after 'y'><!ATTLIST a after CDATA 'y'><!ELEMENT a (b)><!NOTATION n SYSTEM ''>";
        var reading = new DtdReading($"<!DOCTYPE a [{subset}]>");

        Assert.Equal("x", reading.Entity("before"));
        Assert.Equal("x", reading.Default("a", "before"));
        Assert.Null(reading.Entity("after"));
        Assert.Null(reading.Default("a", "after"));
        Assert.Equal(ElementContentKind.Children, reading.Element("a")!.Content);
        Assert.DoesNotContain(reading.Events, e => e.Contains("after", StringComparison.Ordinal));
        Assert.Contains("notation n no-public system []", reading.Events);
    }

    [Fact]
    public void In_a_standalone_document_they_count()
    {
        var reading = new DtdReading(
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'p'>%p;<!ENTITY after 'y'><!ATTLIST a after CDATA 'y'>]>",
            new DtdSettings { Standalone = true });

        Assert.Equal("y", reading.Entity("after"));
        Assert.Equal("y", reading.Default("a", "after"));
    }

    [Fact]
    public void They_must_still_be_well_formed()
    {
        Assert.Equal(XmlErrorCode.InvalidEntityDeclaration, new DtdReading("<!DOCTYPE a [%p;<!ENTITY e x>]>").Error?.Code);
        Assert.Equal(XmlErrorCode.LessThanInAttribute, new DtdReading("<!DOCTYPE a [%p;<!ATTLIST a b CDATA '<'>]>").Error?.Code);
        Assert.Equal(XmlErrorCode.ExternalEntityInAttribute, new DtdReading("<!DOCTYPE a [<!ENTITY e SYSTEM 'e'>%p;<!ATTLIST a b CDATA '&e;'>]>").Error?.Code);
    }

    // Whether an undeclared entity in a default value is an error.
    [Theory]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA '&e;'>]>", null, true)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA '&e;'>]>", false, true)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA '&e;'>%p;]>", null, false)]
    [InlineData("<!DOCTYPE a [%p;<!ATTLIST a b CDATA '&e;'>]>", false, false)]
    [InlineData("<!DOCTYPE a [<!ENTITY % p ''>%p;<!ATTLIST a b CDATA '&e;'>]>", null, false)]
    [InlineData("<!DOCTYPE a [%p;<!ATTLIST a b CDATA '&e;'>]>", true, true)]
    [InlineData("<!DOCTYPE a SYSTEM 'd' [<!ATTLIST a b CDATA '&e;'>]>", null, false)]
    [InlineData("<!DOCTYPE a SYSTEM 'd' [<!ATTLIST a b CDATA '&e;'>]>", true, true)]
    [InlineData("<!DOCTYPE a [<!ENTITY % p \"<!ATTLIST a b CDATA '&e;'>\">%p;]>", true, false)]
    public void An_undeclared_entity_is_an_error_where_all_declarations_must_have_been_seen(string doctype, bool? standalone, bool isError)
    {
        var reading = new DtdReading(doctype, new DtdSettings { Standalone = standalone });

        Assert.Equal(isError ? XmlErrorCode.UndeclaredEntity : null, reading.Error?.Code);
    }

    [Fact]
    public void A_standalone_document_may_not_use_what_is_declared_outside_of_it()
    {
        const string Subset = "<!ENTITY % p \"<!ENTITY e 'x'>\">%p;<!ATTLIST a b CDATA '&e;'>";

        Assert.Equal(XmlErrorCode.UndeclaredEntity, new DtdReading($"<!DOCTYPE a [{Subset}]>", new DtdSettings { Standalone = true }).Error?.Code);
        Assert.Equal("x", new DtdReading($"<!DOCTYPE a [{Subset}]>").Default("a", "b"));

        // Outside, it may.
        var outside = new DtdReading("<!DOCTYPE a SYSTEM 'd'>", new DtdSettings { Standalone = true }, new MemoryEntities(("d", "<!ENTITY e 'x'><!ATTLIST a b CDATA '&e;'>")));
        Assert.Equal("x", outside.Default("a", "b"));
    }

    [Fact]
    public void An_unread_reference_within_a_declaration_ends_the_external_entity_but_not_the_document()
    {
        var entities = new MemoryEntities(("p", "<!ELEMENT a ANY><!ELEMENT b (%gone;)><!ELEMENT c ANY>"));
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY % p SYSTEM 'p'>%p;<!ELEMENT d ANY>%p;<!ENTITY e 'x'>]>", external: entities);

        Assert.Equal(["external %p no-public system [p]", "element a ANY", "skipped %gone", "element d ANY", "skipped %p"], reading.Events);
        Assert.Equal(XmlErrorCode.InvalidMarkupDeclaration, new DtdReading("<!DOCTYPE a [<!ENTITY % p SYSTEM 'p'>%p;x]>", external: entities).Error?.Code);
    }

    [Fact]
    public void An_unread_reference_within_a_declaration_ends_the_external_subset()
    {
        var reading = new DtdReading(
            "<!DOCTYPE a SYSTEM 'd'>",
            external: new MemoryEntities(("d", "<!ENTITY % q '<!ELEMENT a ANY><![INCLUDE[<!ELEMENT b (%gone;)>]]>'>%q;<!ELEMENT c ANY>".Replace("(%gone;)", "(&#37;gone;)", StringComparison.Ordinal))));

        Assert.Contains("element a ANY", reading.Events);
        Assert.Equal("skipped %gone", reading.Events[^1]);
    }

    [Fact]
    public void A_declaration_that_was_left_unfinished_is_not_in_the_way_of_later_references()
    {
        var reading = new DtdReading(
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'p'>%p;%q;]>", external: new MemoryEntities(("p", "<!ENTITY % q %gone;>")));

        Assert.Equal(["external %p no-public system [p]", "skipped %gone", "skipped %q"], reading.Events);
    }

    [Fact]
    public void An_entity_value_with_an_unread_reference_is_no_declaration()
    {
        var reading = new DtdReading("<!DOCTYPE a SYSTEM 'd'>", external: new MemoryEntities(("d", "<!ENTITY e 'x%gone;y'><!ENTITY f 'z'>")));

        Assert.Null(reading.Entity("e"));
        Assert.Null(reading.Entity("f"));
        Assert.Equal(["skipped %gone"], reading.Events);
    }

    [Fact]
    public void A_reader_may_skip_an_entity_although_there_is_a_resolver()
    {
        var reading = new DtdReading("<!DOCTYPE a SYSTEM 'd' [<!ENTITY % p SYSTEM 'p'>%p;%p;]>", external: new MemoryEntities());

        Assert.Equal(["external %p no-public system [p]", "skipped %p", "skipped %p", "skipped [dtd]"], reading.Events);
    }
}
