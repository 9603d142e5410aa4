using System.Text.Json.Nodes;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

public class NamespaceTests
{
    private static readonly JsonConvention Local = JsonConvention.Default with { Namespaces = NamespaceRule.LocalNames };
    private static readonly JsonConvention Expanded = JsonConvention.Default with { Namespaces = NamespaceRule.Expanded };
    private static readonly JsonConvention Mapped = JsonConvention.Default with { Namespaces = NamespaceRule.WithPrefixes(("s", "urn:shop"), ("", "urn:base")) };

    [Theory]
    [InlineData("<p:a xmlns:p='urn:p'><p:b p:x='1' y='2'/></p:a>", """{"a":{"b":{"@x":"1","@y":"2"}}}""", "Namespace ×1")]
    [InlineData("<a xmlns='urn:p'><b/></a>", """{"a":{"b":""}}""", "Namespace ×1")]
    [InlineData("<a xmlns:p='urn:p' xmlns:q='urn:q'><p:b/><q:b/></a>", """{"a":{"b":"","q:b":""}}""", "Namespace ×2")]
    [InlineData("<a xmlns:p='urn:p'><b/><p:b/><b/></a>", """{"a":{"b":["",""],"p:b":""}}""", "SiblingOrder ×1 Namespace ×1")]
    [InlineData("<p:a xmlns:p='urn:p'><p:b/><b xmlns='urn:q'/></p:a>", """{"a":{"b":["",""]}}""", "KeyClash ×1 Namespace ×2")]
    [InlineData("<a xmlns:p='urn:p' p:x='1' x='2'/>", """{"a":{"@p:x":"1","@x":"2"}}""", "Namespace ×1")]
    [InlineData("<a xmlns:p='urn:p' xmlns:q='urn:q' p:x='1' q:x='2'/>", """{"a":{"@x":"1","@q:x":"2"}}""", "Namespace ×2")]
    [InlineData("<a xml:lang='en' lang='de'/>", """{"a":{"@xml:lang":"en","@lang":"de"}}""", "")]
    [InlineData("<a><b x='1'/></a>", """{"a":{"b":{"@x":"1"}}}""", "")]
    public void Local_names(string xml, string json, string losses) => Holds(xml, json, losses, Local);

    [Theory]
    [InlineData("<p:a xmlns:p='urn:p'><p:b p:x='1' y='2'/></p:a>", """{"{urn:p}a":{"{urn:p}b":{"@{urn:p}x":"1","@y":"2"}}}""", "Prefix ×1")]
    [InlineData("<a xmlns='urn:p'><b xmlns=''/></a>", """{"{urn:p}a":{"b":""}}""", "Prefix ×2")]
    [InlineData("<a xml:lang='en'/>", """{"a":{"@{http://www.w3.org/XML/1998/namespace}lang":"en"}}""", "")]
    public void Expanded_names(string xml, string json, string losses) => Holds(xml, json, losses, Expanded);

    [Theory]
    [InlineData("<p:a xmlns:p='urn:shop'><p:b p:x='1' y='2'/></p:a>", """{"s:a":{"s:b":{"@s:x":"1","@y":"2"}}}""", "Prefix ×1")]
    [InlineData("<a xmlns='urn:base' xmlns:s='urn:shop'><s:b/></a>", """{"a":{"s:b":""}}""", "Prefix ×2")]
    [InlineData("<q:a xmlns:q='urn:other'><p:b xmlns:p='urn:base'/></q:a>", """{"q:a":{"@xmlns:q":"urn:other","b":""}}""", "Prefix ×1")]
    [InlineData("<a/>", """{"a":""}""", "Namespace ×1")]
    [InlineData("<q:a xmlns:q='urn:other' xmlns:s='urn:third'><s:b/></q:a>", """{"q:a":{"@xmlns:q":"urn:other","s:b":""}}""", "Namespace ×2")]
    [InlineData("<p:a xmlns:p='urn:base' p:x='1'/>", """{"a":{"@x":"1"}}""", "Namespace ×1 Prefix ×1")]
    public void Prefixes_of_the_callers(string xml, string json, string losses) => Holds(xml, json, losses, Mapped);

    [Theory]
    [InlineData("**/a")]
    [InlineData("**/{urn:p}a")]
    public void Paths_find_expanded_names_in_both_directions(string path)
    {
        var types = Expanded with { Types = TypeRule.Inferred.AtPaths(ScalarType.String, path) };
        Conversion.EventsOfJson("""{"r":{"{urn:p}a":1,"b":2}}""", out var report, types);
        Assert.StartsWith("ValueType ×1", report.ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"r":{"{urn:p}a":"1","b":2}}""", Conversion.ToJson("<r><p:a xmlns:p='urn:p'>1</p:a><b>2</b></r>".Replace("p:a", path.Contains('{') ? "p:a" : "a").Replace("xmlns:p", path.Contains('{') ? "xmlns:p" : "xmlns"), types));

        var arrays = Expanded with { Arrays = ArrayRule.AtPaths(path) };
        Conversion.EventsOfJson("""{"r":{"{urn:p}a":["1"]}}""", out report, arrays);
        Assert.True(report.IsEmpty, report.ToString());
        Conversion.EventsOfJson("""{"r":{"{urn:p}a":"1"}}""", out report, arrays);
        Assert.False(report.IsEmpty);
    }

    [Theory]
    [InlineData("""{"{urn:p}a":{"{urn:p}b":"1","c":{"{urn:p}d":""},"{urn:q}e":""}}""", """<a xmlns="urn:p"><b>1</b><c xmlns=""><d xmlns="urn:p"/></c><e xmlns="urn:q"/></a>""")]
    [InlineData("""{"a":{"@{urn:p}x":"1","@{urn:q}y":"2","@{urn:p}z":"3","b":{"@{urn:p}x":"4"}}}""", """<a xmlns:ns1="urn:p" xmlns:ns2="urn:q" ns1:x="1" ns2:y="2" ns1:z="3"><b ns1:x="4"/></a>""")]
    [InlineData("""{"a":{"@{http://www.w3.org/XML/1998/namespace}lang":"en"}}""", """<a xml:lang="en"/>""")]
    [InlineData("""{"root":{"{urn:p}a":["x","y"]}}""", """<root><a xmlns="urn:p">x</a><a xmlns="urn:p">y</a></root>""")]
    [InlineData("""{"{urn:{}}a":"x"}""", """<a xmlns="urn:{}">x</a>""")]
    [InlineData("""{"root":{"{a":"","{}b":"","c}":""}}""", """<root><_x007B_a/><_x007B__x007D_b/><c_x007D_/></root>""")]
    public void Expanded_names_are_declared_where_they_need_it(string json, string xml)
    {
        var convention = Expanded with { EmptyElement = EmptyElementForm.EmptyString };
        Assert.Equal(xml, Json.ToXml(json, convention));
        Assert.Equal(json, Xml.ToJson(xml, convention));
    }

    [Theory]
    [InlineData("""{"{\u0001}x":"1"}""")]
    [InlineData("""{"a":{"@{\ufffe}x":"1"}}""")]
    public void A_namespace_that_XML_cannot_hold_is_a_key_like_others(string json)
    {
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(Conversion.ThereAndBack(json, out _, Expanded))));
        Conversion.ToXml(json, Expanded);
    }

    [Fact]
    public void A_key_without_a_prefix_has_no_other_form()
    {
        using var source = new JsonSource(Expanded);
        using var log = new EventLog();
        for (var time = 0; time < 2; time++)
        {
            source.Parse("""{"a":{" ":"1"}}"""u8, log);
            Assert.True(source.Report.IsEmpty, source.Report.ToString());
        }
    }

    [Fact]
    public void The_callers_prefixes_are_declared_at_the_root() =>
        Assert.Equal("<a xmlns:s=\"urn:shop\" xmlns=\"urn:base\"><s:b s:x=\"1\"/></a>", Json.ToXml("""{"a":{"s:b":{"@s:x":"1"}}}""", Mapped));

    [Fact]
    public void What_a_name_becomes_does_not_depend_on_the_document_before()
    {
        using var output = new MemoryStream();
        using var sink = new JsonSink(output, Local with { EmptyElement = EmptyElementForm.EmptyString });
        Conversion.Parse("<a xmlns:q='urn:q'><q:b/></a>", sink);
        output.SetLength(0);
        Conversion.Parse("<a xmlns:p='urn:p' xmlns:q='urn:q'><p:b/><q:b/></a>", sink);
        Assert.Equal("""{"a":{"b":"","q:b":""}}""", System.Text.Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Impossible_prefixes_are_refused()
    {
        Assert.Throws<ArgumentException>(() => NamespaceRule.WithPrefixes(("a:b", "urn:x")));
        Assert.Throws<ArgumentException>(() => NamespaceRule.WithPrefixes(("xml", "urn:x")));
        Assert.Throws<ArgumentException>(() => NamespaceRule.WithPrefixes(("a", "")));
        Assert.Throws<ArgumentException>(() => NamespaceRule.WithPrefixes(("a", "urn:x"), ("a", "urn:y")));
        Assert.Throws<ArgumentException>(() => NamespaceRule.WithPrefixes(("a", "urn:x"), ("b", "urn:x")));
        Assert.Equal(NamespaceRule.WithPrefixes(("a", "urn:x")), NamespaceRule.WithPrefixes(("a", "urn:x")));
        Assert.NotEqual(NamespaceRule.Expanded, NamespaceRule.LocalNames);
    }

    private static void Holds(string xml, string json, string losses, JsonConvention convention)
    {
        convention = convention with { EmptyElement = EmptyElementForm.EmptyString };
        Assert.Equal(json, Conversion.ToJson(xml, out var report, convention));
        Assert.Equal(losses, string.Join(' ', report.Losses.Select(loss => $"{loss.Kind} ×{loss.Count}")));
        Assert.True(losses.Length > 0 || Conversion.Events(xml) == Conversion.EventsOfJson(json, convention));
        Assert.NotEmpty(Conversion.EventsOfJson(json, convention));
    }
}
