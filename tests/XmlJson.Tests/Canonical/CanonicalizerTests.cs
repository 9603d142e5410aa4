using System.Buffers;
using System.Text;
using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Tests.Sinks;

namespace XmlJson.Tests.Canonical;

public class CanonicalizerTests
{
    [Fact]
    public void The_default_is_version_1_1_without_comments()
    {
        Assert.Equal("<a b=\"\"></a>", Xml.Canonicalize("<?xml version='1.0'?><!-- c --><a b=''/>"));
        Assert.Equal(CanonicalizationOptions.Inclusive11, CanonicalizationOptions.Default);
    }

    [Theory]
    [InlineData(CanonicalXmlVersion.Inclusive10, "<p:a xmlns=\"urn:d\" xmlns:p=\"urn:p\" xmlns:q=\"urn:q\"><b></b></p:a>")]
    [InlineData(CanonicalXmlVersion.Inclusive11, "<p:a xmlns=\"urn:d\" xmlns:p=\"urn:p\" xmlns:q=\"urn:q\"><b></b></p:a>")]
    [InlineData(CanonicalXmlVersion.Exclusive10, "<p:a xmlns:p=\"urn:p\"><b xmlns=\"urn:d\"></b></p:a>")]
    [InlineData(CanonicalXmlVersion.Version20, "<p:a xmlns:p=\"urn:p\"><b xmlns=\"urn:d\"></b></p:a>")]
    public void Namespaces_are_declared_where_the_version_says(CanonicalXmlVersion version, string expected) =>
        Assert.Equal(expected, Xml.Canonicalize("<p:a xmlns:q='urn:q' xmlns:p='urn:p' xmlns='urn:d'><b xmlns:q='urn:q'/></p:a>", new() { Version = version }));

    [Fact]
    public void Attributes_are_in_the_order_of_code_points() =>
        // UTF-16 has them the other way round.
        Assert.Equal("<a \uFDF0=\"\" \U00010400=\"\"></a>", Xml.Canonicalize("<a \U00010400='' \uFDF0=''/>"));

    [Fact]
    public void Attributes_whose_default_is_declared_are_written() =>
        Assert.Equal("<a xmlns:p=\"urn:p\" b=\"c\"></a>", CanonicalForms.Of("<!DOCTYPE a [<!ATTLIST a b CDATA 'c' xmlns:p CDATA 'urn:p'>]><a/>", CanonicalizationOptions.Default));

    [Fact]
    public void A_carriage_return_in_a_comment_stays() => Assert.Equal(
        "<a><!--\r--></a>",
        CanonicalForms.Of("<!DOCTYPE a [<!ENTITY e '<!--&#13;-->'>]><a>&e;</a>", CanonicalizationOptions.Default with { KeepComments = true }));

    [Theory]
    [InlineData("<a xmlns='b'/>", "b")]
    [InlineData("<a xmlns:p='../b'/>", "../b")]
    [InlineData("<a xmlns:p='1:b'/>", "1:b")]
    [InlineData("<a xmlns:p='//h:80/'/>", "//h:80/")]
    public void Relative_namespace_names_are_refused(string document, string uri)
    {
        foreach (var version in Enum.GetValues<CanonicalXmlVersion>())
        {
            var error = Assert.Throws<CanonicalizationException>(() => Xml.Canonicalize(document, new() { Version = version }));
            Assert.Equal(CanonicalizationErrorCode.RelativeNamespace, error.Code);
            Assert.Contains($"'{uri}'", error.Description, StringComparison.Ordinal);
            Assert.Equal($"{error.Description} (line 1, column 1, in /a)", error.Message);
        }

        Xml.Canonicalize(document, new() { AllowRelativeNamespaces = true });
    }

    [Fact]
    public void Entities_that_were_not_expanded_are_refused()
    {
        const string Document = "<!DOCTYPE a [<!ENTITY e SYSTEM 'e.xml'>]><a>\n<b>&e;</b></a>";

        var error = Assert.Throws<CanonicalizationException>(() => CanonicalForms.Of(Document, CanonicalizationOptions.Default));

        Assert.Equal((CanonicalizationErrorCode.UnexpandedEntity, "/a/b", 2L), (error.Code, error.ElementPath, error.Position.Line));
        Assert.Equal("<a>\n</a>", CanonicalForms.Of(Document, CanonicalizationOptions.Default with { ExcludedElements = ["b"] }));
    }

    [Fact]
    public void An_external_subset_that_was_not_read_is_passed_over() =>
        Assert.Equal("<a></a>", CanonicalForms.Of("<!DOCTYPE a SYSTEM 'a.dtd' [%p;]><a/>", CanonicalizationOptions.Default));

    [Fact]
    public void Names_that_were_read_without_namespaces_are_refused()
    {
        var options = XmlParserOptions.Default with { Namespaces = false };

        Assert.Equal("<a b=\"\"></a>", Xml.Canonicalize("<a b=''/>", null, options));
        foreach (var document in new[] { "<p:a/>", "<a p:b=''/>", "<a xmlns='urn:a'/>", "<a xmlns:p='urn:a'/>" })
        {
            Assert.Contains("namespace processing", Assert.Throws<InvalidOperationException>(() => Xml.Canonicalize(document, null, options)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Parameters_of_another_version_are_refused()
    {
        CanonicalizationOptions[] wrong =
        [
            CanonicalizationOptions.Version20 with { InclusivePrefixes = ["p"] },
            CanonicalizationOptions.Default with { TrimTextNodes = true },
            CanonicalizationOptions.Exclusive10 with { PrefixRewriting = PrefixRewriting.Sequential },
            CanonicalizationOptions.Inclusive10 with { QNameAwareElements = ["a"] },
            CanonicalizationOptions.Inclusive10 with { XPathElements = ["a"] },
            CanonicalizationOptions.Inclusive10 with { QNameAwareAttributes = [new("a")] },
            CanonicalizationOptions.Exclusive10 with { InclusivePrefixes = ["p q"] },
            CanonicalizationOptions.Default with { ExcludedElements = ["p:a"] },
            CanonicalizationOptions.Default with { ExcludedAttributes = ["{urn:a}1"] },
            CanonicalizationOptions.Default with { ExcludedAttributes = ["{urn:a"] },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(() => Xml.Canonicalize("<a/>", options)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CanonicalizationOptions { BufferSize = 0 });
    }

    [Fact]
    public void Events_by_hand_must_make_a_document()
    {
        Refused<InvalidOperationException>(events => events.Start("a"));
        Refused<InvalidOperationException>(events => events.Document().Document());
        Refused<InvalidOperationException>(events => events.Document().Text("t"));
        Refused<InvalidOperationException>(events => events.Document().EndDocument());
        Refused<InvalidOperationException>(events => events.Document().Start("a").EndDocument());
        Refused<InvalidOperationException>(events => events.Document().Start("a").End().Start("b"));
        Refused<InvalidOperationException>(events => events.Document().StartIn("urn:a", "p:a", ("xmlns:p", "urn:b")));
        Refused<ArgumentException>(events => events.Document().Start("a", ("b", "1"), ("b", "2")));
        Refused<ArgumentException>(events => events.Document().Start("a", ("xmlns:p", "urn:a"), ("xmlns:p", "urn:a")));
        Refused<ArgumentException>(events => events.Document().Start("a", ("xmlns:p", "")));
        Refused<ArgumentException>(events => events.Document().Start("a", ("xmlns:xml", "urn:a")));
        Refused<ArgumentException>(events => events.Document().Start("a", ("b", "\u0001")));
        Refused<ArgumentException>(events => events.Document().Start("a").Text("\u0001"));
        Refused<ArgumentException>(events => events.Document().Start("a").Comment("--"));
        Refused<ArgumentException>(events => events.Document().Start("a").Instruction("xml", ""));
    }

    [Fact]
    public void After_an_exception_nothing_more_is_taken()
    {
        var output = new ArrayBufferWriter<byte>();
        using var canonicalizer = new Canonicalizer(output);
        var events = new HandMadeEvents<IContentHandler>(canonicalizer);
        Assert.Throws<InvalidOperationException>(() => events.Document().Text("t"));

        Assert.Contains("earlier exception", Assert.Throws<InvalidOperationException>(() => events.Start("a")).Message, StringComparison.Ordinal);
        canonicalizer.Reset(output);
        new HandMadeEvents<IContentHandler>(canonicalizer).Document().Start("a").End().EndDocument();
        canonicalizer.Flush();
        Assert.Equal("<a></a>", Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal((0, 7L), (canonicalizer.BytesPending, canonicalizer.BytesCommitted));
        canonicalizer.Dispose();
        Assert.Throws<ObjectDisposedException>(canonicalizer.Flush);
        Assert.Throws<ObjectDisposedException>(() => canonicalizer.Reset(output));
    }

    [Fact]
    public void A_declaration_that_is_missing_is_added() => Assert.Equal(
        "<p:a xmlns:p=\"urn:p\"><p:b></p:b><c xmlns=\"urn:c\"><d xmlns=\"\"></d></c></p:a>",
        CanonicalForms.Of(
            handler => new HandMadeEvents<IContentHandler>(handler).Document().StartIn("urn:p", "p:a").StartIn("urn:p", "p:b").End().StartIn("urn:c", "c").Start("d").End().End().End().EndDocument(),
            CanonicalizationOptions.Default));

    [Fact]
    public void Only_documents_and_elements_have_a_form()
    {
        using var document = Xml.Load("<a><!--c--><?i d?>t</a>");

        Assert.Equal("<a><?i d?>t</a>", document.ChildNodes[0].Canonicalize());
        Assert.Equal("<a><?i d?>t</a>", document.AsNode().Canonicalize());
        Assert.All(document.DocumentElement.ChildNodes.ToArray(), node => Assert.Throws<InvalidOperationException>(() => { node.Canonicalize(); }));
        Assert.Throws<InvalidOperationException>(() => { document.Root[0].Canonicalize(); });
        Assert.Throws<InvalidOperationException>(() => { document.Root[1].Canonicalize(); });
    }

    [Fact]
    public void An_element_of_a_changed_document_has_the_form_that_it_has_in_the_document()
    {
        using var document = Xml.Load("<a xmlns:p='urn:p' xml:lang='en'><b><c/></b></a>");
        var c = document.Root[0][0];
        document.Root.Set("{urn:new}x", "1");
        c.Tag = "{urn:p}c";
        document.Root[0].SubElement("{urn:other}d").Set("{urn:p}y", "2");

        Assert.Equal(
            "<b xmlns:ns0=\"urn:new\" xmlns:p=\"urn:p\" xml:lang=\"en\"><p:c></p:c><d xmlns=\"urn:other\" p:y=\"2\"></d></b>",
            document.Root[0].Canonicalize(CanonicalizationOptions.Inclusive10));
        Assert.Equal("<p:c xmlns:p=\"urn:p\"></p:c>", c.Canonicalize(CanonicalizationOptions.Exclusive10));
    }

    private static void Refused<TException>(Action<HandMadeEvents<IContentHandler>> events)
        where TException : Exception
    {
        using var canonicalizer = new Canonicalizer(new ArrayBufferWriter<byte>(), CanonicalizationOptions.Default with { KeepComments = true });
        Assert.Throws<TException>(() => events(new HandMadeEvents<IContentHandler>(canonicalizer)));
    }
}
