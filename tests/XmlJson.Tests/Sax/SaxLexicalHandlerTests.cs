using System.Text;

namespace XmlJson.Tests.Sax;

/// <summary>SAX2's <c>LexicalHandler</c>.</summary>
public class SaxLexicalHandlerTests
{
    private const string Nested = "<!DOCTYPE r [<!ENTITY a '<e>&b;</e>&b;'><!ENTITY b 'x'>]><r>1&a;2</r>";

    private const string NestedEvents =
        "doctype r | start r | text 1 | start-entity a | start e | start-entity b | text x | end-entity b | end e | start-entity b | text x | end-entity b | end-entity a | text 2 | end r";

    [Fact]
    public void A_document_type_is_reported_with_its_identifiers() =>
        Assert.Equal("doctype r public=-//p system=s.dtd | start r | end r", SaxLog.Read("<!DOCTYPE r PUBLIC '-//p' 's.dtd'><r/>"));

    [Fact]
    public void Entities_nest_with_each_other_and_with_elements() => Assert.Equal(NestedEvents, SaxLog.Read(Nested));

    [Fact]
    public void An_empty_entity_starts_and_ends() => Assert.Equal("doctype r | start r | start-entity a | end-entity a | end r", SaxLog.Read("<!DOCTYPE r [<!ENTITY a ''>]><r>&a;</r>"));

    [Fact]
    public void External_entities_start_and_end() =>
        Assert.Equal(
            "doctype r | start r | start-entity a | start e | text x | end e | end-entity a | end r",
            SaxLog.Read("<!DOCTYPE r [<!ENTITY a SYSTEM 'a.xml'>]><r>&a;</r>", MemoryResolver.Options(("mem://host/folder/a.xml", "<e>x</e>"))));

    [Fact]
    public void The_predefined_entities_and_character_references_are_text() => Assert.Equal("start r | text &A | end r", SaxLog.Read("<r>&amp;&#65;</r>"));

    [Fact]
    public void Parameter_entities_between_declarations_are_told_with_a_percent_sign() =>
        Assert.Equal(
            "doctype r | start-entity %p | start-entity %q | end-entity %q | end-entity %p | start r a=1 | end r",
            SaxLog.Read("<!DOCTYPE r [<!ENTITY % q '<!ATTLIST r a CDATA \"1\">'><!ENTITY % p '&#37;q;'>%p;]><r/>"));

    [Fact]
    public void The_external_subset_is_told_as_dtd_after_the_internal_one() =>
        Assert.Equal(
            "doctype r system=r.dtd | start-entity %i | end-entity %i | start-entity [dtd] | start-entity %p | end-entity %p | end-entity [dtd] | start r | end r",
            SaxLog.Read(
                "<!DOCTYPE r SYSTEM 'r.dtd' [<!ENTITY % i ''>%i;]><r/>",
                MemoryResolver.Options(("mem://host/folder/r.dtd", "<!ENTITY % p '<!ELEMENT r ANY>'>%p;"))));

    [Fact]
    public void Entities_in_attribute_values_are_not_told() =>
        Assert.Equal("doctype r | start r a=x b=x | end r", SaxLog.Read("<!DOCTYPE r [<!ENTITY e 'x'><!ATTLIST r b CDATA '&e;'>]><r a='&e;'/>"));

    [Fact]
    public void Entities_inside_declarations_and_entity_values_are_not_told() =>
        Assert.Equal(
            "doctype r system=r.dtd | start-entity [dtd] | end-entity [dtd] | start r a=1 | start-entity g | text v | end-entity g | end r",
            SaxLog.Read(
                "<!DOCTYPE r SYSTEM 'r.dtd'><r>&g;</r>",
                MemoryResolver.Options(("mem://host/folder/r.dtd", "<!ENTITY % a 'a CDATA \"1\"'><!ATTLIST r %a;><!ENTITY % v 'v'><!ENTITY g '%v;'>"))));

    [Fact]
    public void Declarations_stand_between_the_events_of_their_parameter_entity()
    {
        var declarations = new Sources.Dtd.DeclarationLog();
        var seen = new List<string>();
        var log = new SaxLog { AtEvent = line => seen.Add($"{line} after {declarations.Lines.Count}") };
        log.Parse("<!DOCTYPE r [<!ENTITY % p '<!ELEMENT r ANY>'>%p;<!ELEMENT s ANY>]><r/>", XmlParserOptions.Default with { DeclarationHandler = declarations });
        Assert.Equal(["document after 0", "doctype r after 0", "start-entity %p after 1", "end-entity %p after 2", "start r after 3", "end r after 3", "end-document after 3"], seen);
    }

    [Fact]
    public void Stopping_at_every_event_and_going_on_tells_the_same()
    {
        SaxLog log = null!;
        log = new SaxLog { AtEvent = _ => log.Locator!.Stop() };
        using var parser = new Utf8XmlParser(log.OptionsFrom());
        var stops = 0;
        for (var status = parser.Parse(Encoding.UTF8.GetBytes(Nested), ref log); status == ParseStatus.Stopped; status = parser.Resume(ref log))
        {
            stops++;
        }

        Assert.Equal($"document | {NestedEvents} | end-document", log.ToString());
        Assert.Equal(log.ToString().Split(" | ").Length - 1, stops);
    }

    [Fact]
    public void Cuts_and_stops_at_every_event_tell_the_same()
    {
        const string Document = "<!DOCTYPE r [<!ENTITY % p '<!--c-->'>%p;<!ENTITY a '<e>&b;</e>&b;'><!ENTITY b 'x'>]><r>1&a;2</r>";
        SaxLog log = null!;
        log = new SaxLog { AtEvent = _ => log.Locator!.Stop() };
        using var parser = new Utf8XmlParser(log.OptionsFrom());
        foreach (var one in Encoding.UTF8.GetBytes(Document))
        {
            ResumeWhile(parser.Feed([one], ref log));
        }

        ResumeWhile(parser.Complete(ref log));
        Assert.Equal($"document | {SaxLog.Read(Document)} | end-document", log.ToString());

        void ResumeWhile(ParseStatus status)
        {
            while (status == ParseStatus.Stopped)
            {
                status = parser.Resume(ref log);
            }
        }
    }

    [Theory]
    [InlineData("start-entity a")]
    [InlineData("start-entity b")]
    [InlineData("end-entity b")]
    [InlineData("end-entity a")]
    public void A_stop_at_an_entity_s_event_stops_there(string at)
    {
        SaxLog log = null!;
        log = new SaxLog { AtEvent = line => StopIf(line == at) };
        Assert.Equal(ParseStatus.Stopped, log.Parse(Nested));
        Assert.EndsWith(" | " + at, log.ToString(), StringComparison.Ordinal);

        void StopIf(bool condition)
        {
            if (condition)
            {
                log.Locator!.Stop();
            }
        }
    }

    // Declarations are events of another handler: the definition is read to its end.
    [Theory]
    [InlineData("doctype r")]
    [InlineData("start-entity %p")]
    [InlineData("end-entity %p")]
    public void A_stop_in_the_definition_stops_behind_it(string at)
    {
        SaxLog log = null!;
        log = new SaxLog { AtEvent = line => StopIf(line == at) };
        using var parser = new Utf8XmlParser(log.OptionsFrom());
        var document = "<!DOCTYPE r [<!ENTITY % p ''>%p;]><r/>"u8;
        Assert.Equal(ParseStatus.Stopped, parser.Parse(document, ref log));
        Assert.EndsWith(" | end-entity %p", log.ToString(), StringComparison.Ordinal);
        Assert.Equal(ParseStatus.Completed, parser.Resume(ref log));
        Assert.EndsWith(" | end-entity %p | start r | end r | end-document", log.ToString(), StringComparison.Ordinal);

        void StopIf(bool condition)
        {
            if (condition)
            {
                log.Locator!.Stop();
            }
        }
    }

    [Theory]
    [InlineData("start-entity b")]
    [InlineData("end-entity b")]
    [InlineData("start-entity %p")]
    [InlineData("end-entity [dtd]")]
    public void An_exception_from_the_handler_passes_and_the_parser_can_be_reset(string at)
    {
        var fault = new NotSupportedException("no");
        var throws = true;
        var log = new SaxLog { AtEvent = line => ThrowIf(throws && line == at) };
        var document = Encoding.UTF8.GetBytes("<!DOCTYPE r SYSTEM 'r.dtd' [<!ENTITY a '&b;'><!ENTITY b 'x'><!ENTITY % p ''>%p;]><r>&a;&b;</r>");
        using var parser = new Utf8XmlParser(log.OptionsFrom(MemoryResolver.Options(("mem://host/folder/r.dtd", "<!ELEMENT r ANY>"))));
        Assert.Same(fault, Assert.Throws<NotSupportedException>(() => parser.Parse(document, ref log)));
        Assert.Throws<InvalidOperationException>(() => parser.Feed(document, ref log));

        throws = false;
        log = new SaxLog();
        Assert.Equal(ParseStatus.Completed, parser.Parse(document, ref log));
        Assert.Equal("document | doctype r system=r.dtd | start r | text xx | end r | end-document", log.ToString());

        void ThrowIf(bool condition)
        {
            if (condition)
            {
                throw fault;
            }
        }
    }

    [Fact]
    public void Sections_start_and_end_around_their_text() =>
        Assert.Equal("start r | start-cdata | end-cdata | start-cdata | text <&> | end-cdata | end r", SaxLog.Read("<r><![CDATA[]]><![CDATA[<&>]]></r>"));

    [Fact]
    public void Comments_come_whole() => Assert.Equal("comment a | start r | comment b\nc | end r | comment  | pi x ", SaxLog.Read("<!--a--><r><!--b\r\nc--></r><!----><?x?>"));

    [Fact]
    public void Comments_of_the_definition_come_with_its_declarations()
    {
        var declarations = new Sources.Dtd.DeclarationLog();
        Assert.Equal("doctype r | start r | end r", SaxLog.Read("<!DOCTYPE r [<!--c--><?p d?>]><r/>", XmlParserOptions.Default with { DeclarationHandler = declarations }));
        Assert.Equal(["comment [c]", "pi p [d]"], declarations.Lines);
    }
}
