using System.Text;

namespace XmlJson.Tests.Sax;

/// <summary>SAX2's <c>ContentHandler</c>.</summary>
public class SaxContentHandlerTests
{
    [Fact]
    public void A_document_starts_and_ends()
    {
        var log = new SaxLog();
        log.Parse("<r/>");
        Assert.Equal("document | start r | end r | end-document", log.ToString());
    }

    [Fact]
    public void A_malformed_document_does_not_end()
    {
        var log = new SaxLog();
        Assert.Throws<XmlSyntaxException>(() => log.Parse("<r>x</s>"));
        Assert.Equal("document | start r | text x", log.ToString());
    }

    [Fact]
    public void The_locator_comes_first_and_serves_the_whole_parse()
    {
        var places = new List<string>();
        SaxLog log = null!;
        log = new SaxLog { AtEvent = line => places.Add($"{line} {log.Locator!.Position}") };
        log.Parse("<r>\n <e/>\n</r>");
        Assert.Equal("document 1:1 | start r 1:1 | text \n  1:4 | start e 2:2 | end e 2:2 | text \n 2:6 | end r 3:1 | end-document 3:5", string.Join(" | ", places));
    }

    [Theory]
    [InlineData("<?xml version='1.0'?><r/>", "1.0||")]
    [InlineData("<?xml version='1.1' encoding='UTF-8' standalone='yes'?><r/>", "1.1|UTF-8|True")]
    [InlineData("<?xml version='1.0' standalone='no'?><r/>", "1.0||False")]
    [InlineData("<r/>", "none")]
    public void The_declaration_is_part_of_the_start(string document, string expected)
    {
        var handler = new DeclarationText();
        Xml.Parse(document, handler);
        Assert.Equal(expected, handler.Text);
    }

    [Fact]
    public void Mappings_stand_around_their_element_and_end_in_reverse() =>
        Assert.Equal(
            "start-prefix a=1 | start-prefix =2 | start-prefix b=3 | start r | start a:e | end a:e | end r | end-prefix b | end-prefix  | end-prefix a",
            SaxLog.Read("<r xmlns:a='1' xmlns='2' xmlns:b='3'><a:e/></r>"));

    [Fact]
    public void An_inner_mapping_ends_with_its_element_though_the_outer_one_goes_on() =>
        Assert.Equal(
            "start-prefix p=1 | start p:r | start-prefix p=2 | start p:e | end p:e | end-prefix p | start p:e | end p:e | end p:r | end-prefix p",
            SaxLog.Read("<p:r xmlns:p='1'><p:e xmlns:p='2'/><p:e/></p:r>"));

    [Fact]
    public void Undeclaring_the_default_namespace_is_a_mapping_to_nothing() =>
        Assert.Equal(
            "start-prefix =1 | start r | start-prefix = | start e | end e | end-prefix  | end r | end-prefix ",
            SaxLog.Read("<r xmlns='1'><e xmlns=''/></r>"));

    [Fact]
    public void A_declaration_by_default_is_a_mapping() =>
        Assert.Equal(
            "doctype r | start-prefix p=1 | start r | start p:e | end p:e | end r | end-prefix p",
            SaxLog.Read("<!DOCTYPE r [<!ATTLIST r xmlns:p CDATA '1'>]><r><p:e/></r>"));

    [Fact]
    public void Many_mappings_on_many_levels_end_each_with_its_own()
    {
        var tags = Enumerable.Range(0, 40).Select(i => (Start: $"<e xmlns:a{i}='1' xmlns:b{i}='2'>", Started: $"start-prefix a{i}=1 | start-prefix b{i}=2 | start e", Ended: $"end e | end-prefix b{i} | end-prefix a{i}")).ToList();
        var document = string.Concat(tags.Select(tag => tag.Start)) + string.Concat(Enumerable.Repeat("</e>", 40));
        Assert.Equal(string.Join(" | ", tags.Select(tag => tag.Started).Concat(Enumerable.Reverse(tags).Select(tag => tag.Ended))), SaxLog.Read(document));
    }

    [Fact]
    public void After_a_document_that_broke_off_no_mapping_is_left()
    {
        var log = new SaxLog();
        Assert.Throws<XmlSyntaxException>(() => log.Parse("<r xmlns:p='1'><e"));
        log.Parse("<s/>");
        Assert.EndsWith("document | start s | end s | end-document", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_have_namespace_local_and_qualified_name()
    {
        var handler = new NameParts();
        Xml.Parse("<p:r xmlns:p='uri' xmlns='other'><e/></p:r>", handler);
        Assert.Equal(["uri|r|p:r", "other|e|e", "/other|e|e", "/uri|r|p:r"], handler.Names);
    }

    [Fact]
    public void An_empty_element_starts_and_ends() => Assert.Equal("start r | start e a=1 | end e | start e | end e | end r", SaxLog.Read("<r><e a='1'/><e></e></r>"));

    [Fact]
    public void Text_has_its_references_resolved_and_its_line_ends_normalized() =>
        Assert.Equal("start r | text a<\nb | start-cdata | text & | end-cdata | text c | end r", SaxLog.Read("<r>a&lt;\r\nb<![CDATA[&]]>c</r>"));

    [Fact]
    public void White_space_in_element_content_is_ignorable() =>
        Assert.Equal(
            "doctype r | start r | white-space \n  | start e | text   | end e | white-space \n | end r",
            SaxLog.Read("<!DOCTYPE r [<!ELEMENT r (e)><!ELEMENT e (#PCDATA)>]><r>\n <e> </e>\n</r>"));

    [Fact]
    public void Without_a_definition_no_white_space_is_ignorable() => Assert.Equal("start r | text   | start e | end e | end r", SaxLog.Read("<r> <e/></r>"));

    [Fact]
    public void Instructions_come_from_everywhere_but_the_definition() =>
        Assert.Equal("pi a b c | doctype r | start r | pi d  | end r | pi e f", SaxLog.Read("<?a b c?><!DOCTYPE r [<?x?>]><r><?d?></r><?e f?>"));

    [Fact]
    public void Entities_that_are_not_read_are_skipped() =>
        Assert.Equal("doctype r | start r | text a | skipped e | text b | end r", SaxLog.Read("<!DOCTYPE r [<!ENTITY e SYSTEM 'e.xml'>]><r>a&e;b</r>"));

    [Fact]
    public void Entities_that_may_be_declared_in_an_unread_part_are_skipped() =>
        Assert.Equal("doctype r system=r.dtd | start r | skipped e | end r", SaxLog.Read("<!DOCTYPE r SYSTEM 'r.dtd'><r>&e;</r>"));

    [Fact]
    public void Skipped_parts_of_the_definition_are_told_of_with_the_declarations()
    {
        var declarations = new Sources.Dtd.DeclarationLog();
        SaxLog.Read("<!DOCTYPE r SYSTEM 'r.dtd' [<!ENTITY % p SYSTEM 'p.ent'>%p;]><r/>", XmlParserOptions.Default with { DeclarationHandler = declarations });
        Assert.Equal(["external %p no-public system [p.ent]", "skipped %p", "skipped [dtd]"], declarations.Lines);
    }

    private sealed class DeclarationText : ContentHandler
    {
        public string? Text { get; private set; }

        public override void StartDocument(scoped DocumentStart document) =>
            Text = document.HasDeclaration ? $"{Encoding.UTF8.GetString(document.Version)}|{Encoding.UTF8.GetString(document.Encoding)}|{document.Standalone}" : "none";
    }

    private sealed class NameParts : ContentHandler
    {
        public List<string> Names { get; } = [];

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Names.Add(Parts(in name));

        public override void EndElement(scoped in XmlName name) => Names.Add("/" + Parts(in name));

        private static string Parts(in XmlName name) => $"{name.GetNamespaceUri()}|{name.GetLocal()}|{name}";
    }
}
