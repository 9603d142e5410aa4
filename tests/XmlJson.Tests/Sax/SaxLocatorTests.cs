using System.Text;

namespace XmlJson.Tests.Sax;

/// <summary>SAX2's <c>Locator</c> and <c>Locator2</c>.</summary>
public class SaxLocatorTests
{
    [Fact]
    public void Lines_and_columns_are_those_of_the_event_s_first_character() =>
        Assert.Equal(["1:1", "2:2", "2:2"], Ask("<r>\n\t<e/></r>", null, locator => locator.Position.ToString(), "start r", "start e", "end e"));

    [Fact]
    public void Inside_an_entity_the_place_is_that_of_the_reference() =>
        Assert.Equal(["2:4", "2:4"], Ask("<!DOCTYPE r [<!ENTITY e '<i/>'>]>\n<r>&e;</r>", null, locator => locator.Position.ToString(), "start i", "end i"));

    [Fact]
    public void The_base_is_the_document_s_or_that_of_the_external_entity()
    {
        var options = MemoryResolver.Options(("mem://host/folder/sub/a.xml", "<a/>&b;&i;"), ("mem://host/folder/b.xml", "<b/>"));
        const string Document = "<!DOCTYPE r [<!ENTITY a SYSTEM 'sub/a.xml'><!ENTITY b SYSTEM 'b.xml'><!ENTITY i '<i/>'>]><r>&a;<c/>&i;</r>";
        Assert.Equal(
            ["mem://host/folder/document.xml", "mem://host/folder/sub/a.xml", "mem://host/folder/b.xml", "mem://host/folder/sub/a.xml", "mem://host/folder/document.xml"],
            Ask(Document, options, locator => locator.BaseUri, "start r", "start a", "start b", "end-entity i", "start c"));
    }

    // Entities that are nothing but characters are not opened when nobody hears of it.
    [Fact]
    public void In_text_of_an_entity_base_and_entity_are_the_entity_s()
    {
        var options = MemoryResolver.Options(("mem://host/folder/sub/a.xml", "plain"));
        var asker = new TextAsker();
        Xml.Parse("<!DOCTYPE r [<!ENTITY a SYSTEM 'sub/a.xml'><!ENTITY i 'plain'><!ENTITY w ' white'><!ENTITY n '<x/>&i;'>]><r>&a;.&i;.&w;.&n;</r>", asker, options);
        Assert.Equal(
            ["a sub/a.xml", " document.xml", "i document.xml", " document.xml", "w document.xml", " document.xml", "i document.xml"],
            asker.Answers);
    }

    [Fact]
    public void The_base_is_null_where_none_was_given() => Assert.Equal([null], Ask("<r/>", null, locator => locator.BaseUri, "start r"));

    [Fact]
    public void The_entity_is_the_innermost_from_its_start_to_its_end() =>
        Assert.Equal(
            [null, "a", "a", "b", "b", "b", "a", "a", null],
            Ask(
                "<!DOCTYPE r [<!ENTITY a '<x/>&b;'><!ENTITY b '<y/>'>]><r>&a;</r>",
                null,
                locator => locator.EntityName,
                "start r", "start-entity a", "start x", "start-entity b", "end y", "end-entity b", "end-entity a", "end-entity a", "end r"));

    [Fact]
    public void In_the_definition_base_and_entity_are_those_of_the_part_that_is_read()
    {
        const string Document = "<!DOCTYPE r SYSTEM 'dtd/r.dtd' [<!ENTITY % p SYSTEM 'p.ent'>%p;]><r/>";
        (string, string)[] entities = [("mem://host/folder/p.ent", "<!ELEMENT r ANY>"), ("mem://host/folder/dtd/r.dtd", "<!ENTITY % q ''>%q;")];
        string[] events = ["doctype r system=dtd/r.dtd", "start-entity %p", "end-entity %p", "start-entity [dtd]", "start-entity %q", "end-entity [dtd]", "start r"];
        Assert.Equal([null, "%p", "%p", "[dtd]", "%q", "[dtd]", null], Ask(Document, MemoryResolver.Options(entities), locator => locator.EntityName, events));
        Assert.Equal(
            ["document.xml", "p.ent", "p.ent", "dtd/r.dtd", "dtd/r.dtd", "dtd/r.dtd", "document.xml"],
            Ask(Document, MemoryResolver.Options(entities), locator => locator.BaseUri?.Replace("mem://host/folder/", "", StringComparison.Ordinal), events));
    }

    // What refers to an entity that was not read cannot be understood, nor what follows: the external subset is left from within a declaration.
    [Fact]
    public void A_part_of_the_definition_that_is_left_early_ends_all_the_same() =>
        Assert.Equal(
            [null, "[dtd]", "[dtd]", null],
            Ask(
                "<!DOCTYPE r SYSTEM 'r.dtd'><r/>",
                MemoryResolver.Options(("mem://host/folder/r.dtd", "<!ENTITY % q SYSTEM 'q.ent'><!ATTLIST r %q; a CDATA '1'>")),
                locator => locator.EntityName,
                "doctype r system=r.dtd", "start-entity [dtd]", "end-entity [dtd]", "start r"));

    [Theory]
    [InlineData("<r/>", "utf-8", false, "utf-8")]
    [InlineData("<?xml version='1.0' encoding='UTF-16'?><r/>", "utf-16", true, "utf-16")]
    [InlineData("<r/>", "utf-16BE", true, "utf-16BE")]
    [InlineData("<?xml version='1.0' encoding='windows-1252'?><r>\u20AC</r>", "windows-1252", false, "windows-1252")]
    [InlineData("<?xml version='1.0' encoding='latin1'?><r>\u00E9</r>", "iso-8859-1", false, "iso-8859-1")]
    public void The_encoding_is_the_one_the_bytes_are_in(string document, string encoding, bool mark, string expected)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var seen = new List<string?>();
        SaxLog log = null!;
        log = new SaxLog { AtEvent = _ => seen.Add(log.Locator!.Encoding) };
        Xml.Parse([.. mark ? bytes.GetPreamble() : [], .. bytes.GetBytes(document)], log);
        Assert.All(seen, name => Assert.Equal(expected, name));
    }

    [Fact]
    public void Text_has_no_encoding_whatever_it_declares()
    {
        string? seen = "";
        SaxLog log = null!;
        log = new SaxLog { AtEvent = _ => seen = log.Locator!.Encoding };
        Xml.Parse("<?xml version='1.0' encoding='UTF-16'?><r/>", log);
        Assert.Null(seen);
    }

    // What the locator answers at the first event of each name, in the order of the names.
    private static List<string?> Ask(string document, XmlParserOptions? options, Func<Locator, string?> question, params string[] events)
    {
        var answers = new Dictionary<string, string?>(StringComparer.Ordinal);
        SaxLog log = null!;
        log = new SaxLog { AtEvent = line => answers.TryAdd(line, question(log.Locator!)) };
        log.Parse(document, options);
        return [.. events.Select(name => answers[name])];
    }

    private sealed class TextAsker : ContentHandler
    {
        private Locator? _locator;

        public List<string> Answers { get; } = [];

        public override void StartDocument(scoped DocumentStart document) => _locator = document.Locator;

        public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) =>
            Answers.Add($"{_locator!.EntityName} {_locator.BaseUri?.Replace("mem://host/folder/", "", StringComparison.Ordinal)}");
    }
}
