using System.Text;
using System.Xml;

namespace XmlJson.Tests.Sax;

/// <summary>SAX2's <c>XMLReader</c>: its methods, and the features and properties that SAX names.</summary>
public class SaxReaderTests
{
    private static readonly XmlParserOptions Parsing = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    [Fact]
    public void A_document_is_parsed_from_bytes_text_stream_and_file()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "<r/>");
            var logs = Enumerable.Range(0, 4).Select(_ => new SaxLog()).ToList();
            Xml.Parse("<r/>"u8, logs[0]);
            Xml.Parse("<r/>", logs[1]);
            Xml.Parse(new MemoryStream("<r/>"u8.ToArray()), logs[2]);
            Xml.ParseFile(path, logs[3]);
            Assert.All(logs, log => Assert.Equal("document | start r | end r | end-document", log.ToString()));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void One_parser_reads_many_documents()
    {
        using var parser = new Utf8XmlParser();
        var log = new SaxLog();
        parser.Parse("<r/>"u8, ref log);
        parser.Parse("<s/>"u8, ref log);
        Assert.Equal("document | start r | end r | end-document | document | start s | end s | end-document", log.ToString());
    }

    [Fact]
    public void Features_and_properties_are_options_and_never_change()
    {
        var options = Parsing with { Namespaces = false };
        Assert.Equal((DtdProcessing.Parse, false), (options.DtdProcessing, options.Namespaces));
        Assert.Equal((DtdProcessing.Prohibit, true), (XmlParserOptions.Default.DtdProcessing, XmlParserOptions.Default.Namespaces));
        Assert.All(typeof(XmlParserOptions).GetProperties().Where(one => one.CanWrite), one =>
            Assert.Contains(typeof(System.Runtime.CompilerServices.IsExternalInit), one.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));
    }

    [Fact]
    public void External_entities_are_read_with_a_resolver_alone()
    {
        const string General = "<!DOCTYPE r [<!ENTITY e SYSTEM 'e.xml'>]><r>&e;</r>";
        const string Parameter = "<!DOCTYPE r [<!ENTITY % p SYSTEM 'p.ent'>%p;]><r/>";
        var options = MemoryResolver.Options(("mem://host/folder/e.xml", "x"), ("mem://host/folder/p.ent", "<!ATTLIST r a CDATA '1'>"));
        Assert.Equal("doctype r | start r | start-entity e | text x | end-entity e | end r", SaxLog.Read(General, options));
        Assert.Equal("doctype r | start r | skipped e | end r", SaxLog.Read(General));
        Assert.Equal("doctype r | start-entity %p | end-entity %p | start r a=1 | end r", SaxLog.Read(Parameter, options));
        Assert.Equal("doctype r | start r | end r", SaxLog.Read(Parameter));
    }

    [Theory]
    [InlineData("<?xml version='1.0' standalone='yes'?><r/>", true)]
    [InlineData("<?xml version='1.0' standalone='no'?><r/>", false)]
    [InlineData("<?xml version='1.0'?><r/>", null)]
    [InlineData("<r/>", null)]
    public void Standalone_is_told_at_the_start(string document, bool? expected)
    {
        var handler = new Declaration();
        Xml.Parse(document, handler);
        Assert.Equal(expected, handler.Standalone);
    }

    [Theory]
    [InlineData("<?xml version='1.0'?><r/>", "1.0")]
    [InlineData("<?xml version='1.1'?><r/>", "1.1")]
    [InlineData("<r/>", "")]
    public void The_version_is_told_at_the_start(string document, string expected)
    {
        var handler = new Declaration();
        Xml.Parse(document, handler);
        Assert.Equal(expected, handler.Version);
    }

    [Fact]
    public void A_document_of_version_1_1_is_read_by_the_rules_of_1_0()
    {
        Assert.Equal("start r | text a\u0085b | end r", SaxLog.Read("<?xml version='1.1'?><r>a\u0085b</r>"));
        var error = Assert.Throws<XmlSyntaxException>(() => SaxLog.Read("<?xml version='1.1'?><r>&#1;</r>"));
        Assert.Equal(XmlErrorCode.ForbiddenCharacterReference, error.Code);
    }

    [Fact]
    public void Namespaces_can_be_left_alone()
    {
        var log = new SaxLog();
        log.Parse("<p:r xmlns:q='u' a:b:c='1'/>", Parsing with { Namespaces = false });
        Assert.Equal("document | start p:r xmlns:q=u a:b:c=1 | end p:r | end-document", log.ToString());
        Assert.Throws<XmlSyntaxException>(() => log.Parse("<p:r/>"));
    }

    [Fact]
    public void Qualified_names_and_the_attributes_that_declare_are_always_there() =>
        Assert.Equal(["xmlns=True xmlns:p=True p:a=False "], AttributeAnswers.Read("<r xmlns='u' xmlns:p='v' p:a='1'/>", attributes =>
        {
            var text = "";
            foreach (var attribute in attributes)
            {
                text += $"{attribute.Name}={attribute.IsNamespaceDeclaration} ";
            }

            return text;
        }));

    [Fact]
    public void Attributes_that_declare_are_in_the_namespace_of_xmlns() =>
        Assert.Equal(["http://www.w3.org/2000/xmlns/ http://www.w3.org/2000/xmlns/"], AttributeAnswers.Read("<r xmlns='u' xmlns:p='v'/>", attributes =>
            $"{attributes[0].Name.GetNamespaceUri()} {attributes[1].Name.GetNamespaceUri()}"));

    [Fact]
    public void Strings_of_a_name_are_one_instance()
    {
        var names = new List<XmlName>();
        Xml.Parse("<p:r xmlns:p='u'><p:r/></p:r>", new NameList(names));
        Assert.Same(names[0].ToString(), names[1].ToString());
        Assert.Same(names[0].GetLocal(), names[1].GetLocal());
        Assert.Same(names[0].GetPrefix(), names[1].GetPrefix());
        Assert.Same(names[0].GetNamespaceUri(), names[1].GetNamespaceUri());
    }

    [Fact]
    public void The_handler_of_entities_is_an_option_of_its_own()
    {
        const string Document = "<!DOCTYPE r [<!ENTITY e 'x'>]><r>&e;</r>";
        var entities = new SaxLog();
        var content = new SaxLog();
        Xml.Parse(Document, content, Parsing with { EntityHandler = entities });
        Assert.Equal("start-entity e | end-entity e", entities.ToString());
        Assert.Equal("document | doctype r | start r | text x | end r | end-document", content.ToString());
    }

    [Fact]
    public void The_handler_of_declarations_is_an_option_of_its_own()
    {
        var declarations = new Sources.Dtd.DeclarationLog();
        Xml.Parse("<!DOCTYPE r [<!ELEMENT r EMPTY>]><r/>", new SaxLog(), Parsing with { DeclarationHandler = declarations });
        Assert.Equal(["element r EMPTY"], declarations.Lines);
    }

    [Fact]
    public void A_validating_reader_can_be_the_source()
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, ValidationType = ValidationType.DTD };
        var log = new SaxLog();
        var source = new XmlReaderSource(XmlReader.Create(new StringReader("<!DOCTYPE r [<!ELEMENT r EMPTY>]><r>x</r>"), settings));
        Assert.Throws<System.Xml.Schema.XmlSchemaException>(() => source.Parse(log));
        Assert.Equal("document | doctype r | start r", log.ToString());
    }

    // Composed or not, a name is the characters it is written with.
    [Fact]
    public void Text_is_not_normalized_by_Unicode() => Assert.Equal("start r | text e\u0301\u00E9 | end r", SaxLog.Read("<r>e\u0301\u00E9</r>"));

    [Fact]
    public void The_front_door_lets_go_of_the_handler_of_entities()
    {
        var handler = Parse();
        for (var i = 0; i < 10 && handler.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(handler.IsAlive);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Parse()
        {
            var log = new SaxLog();
            log.Parse("<r/>");
            return new WeakReference(log);
        }
    }

    private sealed class Declaration : ContentHandler
    {
        public string? Version { get; private set; }

        public bool? Standalone { get; private set; }

        public override void StartDocument(scoped DocumentStart document)
        {
            Version = Encoding.UTF8.GetString(document.Version);
            Standalone = document.Standalone;
        }
    }

    private sealed class NameList(List<XmlName> names) : ContentHandler
    {
        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes) => names.Add(name);
    }
}
