namespace XmlJson.Tests.Canonical;

/// <summary>The parameters of Canonical XML 2.0, where CPython does not say enough.</summary>
public class Version20Tests
{
    private const string Declared = "<a xmlns='urn:d' xmlns:p='urn:p' xmlns:q='urn:q'>";

    [Theory]
    [InlineData("<p:b>q:c</p:b>", "<p:b xmlns:p=\"urn:p\" xmlns:q=\"urn:q\">q:c</p:b>")]
    [InlineData("<p:b> q:c\n</p:b>", "<p:b xmlns:p=\"urn:p\" xmlns:q=\"urn:q\"> q:c\n</p:b>")]
    [InlineData("<p:b>q<![CDATA[:]]>c</p:b>", "<p:b xmlns:p=\"urn:p\" xmlns:q=\"urn:q\">q:c</p:b>")]
    [InlineData("<p:b>q:<!-- -->c</p:b>", "<p:b xmlns:p=\"urn:p\" xmlns:q=\"urn:q\">q:c</p:b>")]
    [InlineData("<p:b>q:c-d.e</p:b>", "<p:b xmlns:p=\"urn:p\" xmlns:q=\"urn:q\">q:c-d.e</p:b>")]
    [InlineData("<p:b>xml:c</p:b>", "<p:b xmlns:p=\"urn:p\">xml:c</p:b>")]
    [InlineData("<p:b>q:</p:b>", "<p:b xmlns:p=\"urn:p\">q:</p:b>")]
    [InlineData("<p:b>q:c:d</p:b>", "<p:b xmlns:p=\"urn:p\">q:c:d</p:b>")]
    [InlineData("<p:b>q:c d</p:b>", "<p:b xmlns:p=\"urn:p\">q:c d</p:b>")]
    [InlineData("<p:b>12:30</p:b>", "<p:b xmlns:p=\"urn:p\">12:30</p:b>")]
    [InlineData("<p:b/>", "<p:b xmlns:p=\"urn:p\"></p:b>")]
    [InlineData("<p:b xmlns:q='urn:p'>q:c</p:b>", "<p:b xmlns:p=\"urn:p\" xmlns:q=\"urn:p\">q:c</p:b>")]
    [InlineData("<p:b t='1'><q:x/>q:c</p:b>", "<p:b xmlns:p=\"urn:p\" t=\"1\"><q:x xmlns:q=\"urn:q\"></q:x>q:c</p:b>")]
    public void Names_in_text_declare_their_prefix(string element, string expected) =>
        Assert.Equal($"<a xmlns=\"urn:d\">{expected}</a>", Form(element, new() { QNameAwareElements = ["{urn:p}b"] }));

    [Fact]
    public void A_name_without_a_prefix_is_in_the_default_namespace()
    {
        const string Document = "<p:a xmlns='urn:d' xmlns:p='urn:p'><p:b>c</p:b><p:b xmlns=''>c</p:b><p:c p:t='d' u='e'/></p:a>";
        var options = CanonicalizationOptions.Version20 with { QNameAwareElements = ["{urn:p}b"], QNameAwareAttributes = [new("{urn:p}t"), new("u", "{urn:p}b")] };

        Assert.Equal(
            "<p:a xmlns:p=\"urn:p\"><p:b xmlns=\"urn:d\">c</p:b><p:b>c</p:b><p:c xmlns=\"urn:d\" u=\"e\" p:t=\"d\"></p:c></p:a>",
            CanonicalForms.Of(Document, options));
        Assert.Equal(
            "<n0:a xmlns:n0=\"urn:p\"><n0:b xmlns:n1=\"urn:d\">n1:c</n0:b><n0:b>c</n0:b><n0:c xmlns:n1=\"urn:d\" u=\"e\" n0:t=\"n1:d\"></n0:c></n0:a>",
            CanonicalForms.Of(Document, options with { PrefixRewriting = PrefixRewriting.Sequential }));
    }

    [Theory]
    [InlineData(null, "<a xmlns=\"urn:d\"><b xmlns:q=\"urn:q\" t=\"q:v\"></b><c xmlns:q=\"urn:q\" t=\"q:v\"></c></a>")]
    [InlineData("{urn:d}b", "<a xmlns=\"urn:d\"><b xmlns:q=\"urn:q\" t=\"q:v\"></b><c t=\"q:v\"></c></a>")]
    public void An_attribute_without_a_prefix_may_be_meant_on_one_element(string? element, string expected) =>
        Assert.Equal(expected, Form("<b t='q:v'/><c t='q:v'/>", new() { QNameAwareAttributes = [new("t", element)] }));

    [Theory]
    [InlineData("p:a", "p")]
    [InlineData("p:*", "p")]
    [InlineData("child::q:c[@p:d='q:e']", "qp")]
    [InlineData("child::*/self::node()", "")]
    [InlineData("\"p:a\"", "")]
    [InlineData("'p:a\" q:b' = q:c", "q")]
    [InlineData("3-p:a", "p")]
    [InlineData("1.5*p:f($q:v)", "pq")]
    [InlineData("p:a 'q:b", "p")]
    [InlineData("xml:a | p :a | p: a", "")]
    public void Prefixes_in_an_expression_are_found(string expression, string prefixes)
    {
        var form = Form($"<x>{expression.Replace("<", "&lt;", StringComparison.Ordinal)}</x>", new() { XPathElements = ["{urn:d}x"] });

        Assert.Equal($"<a xmlns=\"urn:d\"><x{string.Concat(prefixes.Order().Select(p => $" xmlns:{p}=\"urn:{p}\""))}>{expression}</x></a>", form);
        var rewritten = Form($"<x>{expression}</x>", new() { XPathElements = ["{urn:d}x"], PrefixRewriting = PrefixRewriting.Sequential });
        var number = prefixes.Order().Select((prefix, i) => (prefix, i + 1)).ToDictionary(one => one.prefix, one => one.Item2);
        Assert.Equal(prefixes.Length, number.Count(one => rewritten.Contains($"n{one.Value}:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<b>z:c</b>")]
    [InlineData("<x>/z:c</x>")]
    [InlineData("<y t='z:c'/>")]
    [InlineData("<b>xmlns:c</b>")]
    public void A_prefix_that_is_not_declared_is_refused(string element)
    {
        var options = new CanonicalizationOptions { QNameAwareElements = ["{urn:d}b"], XPathElements = ["{urn:d}x"], QNameAwareAttributes = [new("t")] };

        Assert.Equal(CanonicalizationErrorCode.UndeclaredPrefix, Assert.Throws<CanonicalizationException>(() => Form(element, options)).Code);
    }

    // CPython declares a prefix for no namespace there, though the attribute uses none (Namespaces in XML 1.0 §6.2).
    [Fact]
    public void An_attribute_without_a_prefix_uses_no_namespace() => Assert.Equal(
        "<n0:a xmlns:n0=\"urn:p\" b=\"\"></n0:a>",
        CanonicalForms.Of("<p:a xmlns:p='urn:p' b=''/>", CanonicalizationOptions.Version20 with { PrefixRewriting = PrefixRewriting.Sequential }));

    [Fact]
    public void Numbers_of_prefixes_are_sorted_as_text()
    {
        var declarations = string.Concat(Enumerable.Range(10, 12).Select(i => $" xmlns:p{i}='urn:{i}' p{i}:a=''"));
        var expected = string.Concat(Enumerable.Range(0, 12).Select(i => $"n{i}").Order(StringComparer.Ordinal).Select(n => $" xmlns:{n}=\"urn:{int.Parse(n[1..], null) + 10}\""));

        var form = CanonicalForms.Of($"<p10:e{declarations}/>", CanonicalizationOptions.Version20 with { PrefixRewriting = PrefixRewriting.Sequential });

        Assert.StartsWith($"<n0:e{expected} n0:a=", form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a> b <c/> d </a>", "<a>b<c></c>d</a>")]
    [InlineData("<a> b<![CDATA[ c ]]>&#32;&#13;d&#9; </a>", "<a>b c  &#xD;d</a>")]
    [InlineData("<a> b <?i?> c </a>", "<a>b<?i?>c</a>")]
    [InlineData("<a> b <!-- --> c </a>", "<a>b  c</a>")]
    [InlineData("<a xml:space='preserve'> <b xml:space='default'> <c/> </b> </a>", "<a xml:space=\"preserve\"> <b xml:space=\"default\"><c></c></b> </a>")]
    [InlineData("<a>\u00A0</a>", "<a>\u00A0</a>")]
    public void White_space_at_the_ends_of_text_is_left_out(string document, string expected)
    {
        var options = CanonicalizationOptions.Version20 with { TrimTextNodes = true };

        Assert.Equal(expected, CanonicalForms.Of(document, options));
        Assert.Equal(expected, CanonicalForms.Of(document, options with { QNameAwareElements = ["a", "b"] }));
    }

    private static string Form(string element, CanonicalizationOptions options) =>
        CanonicalForms.Of($"{Declared}{element}</a>", options with { Version = CanonicalXmlVersion.Version20 });
}
