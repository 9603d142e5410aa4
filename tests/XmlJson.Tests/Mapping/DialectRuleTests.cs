using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>Conventions that are published as rules: the rules' own examples, both ways where they go both ways.</summary>
public class DialectRuleTests
{
    [Theory]
    [InlineData("<alice>bob</alice>", """{"alice":{"$":"bob"}}""")]
    [InlineData("<alice><bob>charlie</bob><david>edgar</david></alice>", """{"alice":{"bob":{"$":"charlie"},"david":{"$":"edgar"}}}""")]
    [InlineData("<alice><bob>charlie</bob><bob>david</bob></alice>", """{"alice":{"bob":[{"$":"charlie"},{"$":"david"}]}}""")]
    [InlineData("<alice charlie='david'>bob</alice>", """{"alice":{"@charlie":"david","$":"bob"}}""")]
    [InlineData("<alice xmlns='http://some-namespace'>bob</alice>", """{"alice":{"@xmlns":{"$":"http://some-namespace"},"$":"bob"}}""")]
    [InlineData(
        "<alice xmlns='http://some-namespace' xmlns:charlie='http://some-other-namespace'><bob>david</bob><charlie:edgar>frank</charlie:edgar></alice>",
        """{"alice":{"@xmlns":{"$":"http://some-namespace","charlie":"http://some-other-namespace"},"bob":{"$":"david"},"charlie:edgar":{"$":"frank"}}}""")]
    [InlineData("<a/>", """{"a":{}}""")]
    [InlineData("<a x='1'><b y='2'/></a>", """{"a":{"@x":"1","b":{"@y":"2"}}}""")]
    public void BadgerFish(string xml, string json) => BothWays(JsonConvention.BadgerFish, xml, json);

    // The rules repeat the active namespaces at each element; here they stand where they are declared, and are read in both places.
    [Fact]
    public void BadgerFish_reads_namespaces_that_are_repeated() =>
        Assert.Equal(
            "<alice xmlns=\"urn:s\" xmlns:charlie=\"urn:o\"><bob xmlns=\"urn:s\" xmlns:charlie=\"urn:o\">david</bob></alice>",
            Json.ToXml("""{"alice":{"bob":{"$":"david","@xmlns":{"$":"urn:s","charlie":"urn:o"}},"@xmlns":{"$":"urn:s","charlie":"urn:o"}}}""", JsonConvention.BadgerFish));

    [Theory]
    [InlineData("<entry><title type='text'>Sample</title><content>Hello</content></entry>", """{"entry":{"title":{"type":"text","$t":"Sample"},"content":{"$t":"Hello"}}}""")]
    [InlineData(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:gd='http://schemas.google.com/g/2005'><gd:who rel='x'/><id>7</id></feed>",
        """{"feed":{"xmlns":"http://www.w3.org/2005/Atom","xmlns$gd":"http://schemas.google.com/g/2005","gd$who":{"rel":"x"},"id":{"$t":"7"}}}""")]
    [InlineData("<a xmlns:p='urn:p' p:x='1'><b/><b>t</b></a>", """{"a":{"xmlns$p":"urn:p","p$x":"1","b":[{},{"$t":"t"}]}}""")]
    public void GData(string xml, string json) => BothWays(JsonConvention.GData, xml, json);

    [Theory]
    [InlineData("<root>test</root>", "\"test\"")]
    [InlineData("<root><name>Xml</name><encoding>ASCII</encoding></root>", """{"name":"Xml","encoding":"ASCII"}""")]
    [InlineData("<root><age>12</age><height>1.73</height></root>", """{"age":12,"height":1.73}""")]
    [InlineData("<root><checked>true</checked><answer>false</answer></root>", """{"checked":true,"answer":false}""")]
    [InlineData("<root><nil/><empty></empty></root>", """{"nil":null,"empty":null}""")]
    [InlineData("<root><item>1</item><item>2</item><item>three</item></root>", """[1,2,"three"]""")]
    [InlineData("<root version='1.0'>testing<!--comment--><element test='true'>1</element></root>", """{"element":1}""")]
    [InlineData("<root><a><b>1</b><b>2</b></a><c>3</c></root>", """{"a":[1,2],"c":3}""")]
    [InlineData("<root><b>1</b>x<c/>y<b>2</b></root>", """{"b":[1,2],"c":null}""")]
    [InlineData("<root><id>007</id></root>", """{"id":"007"}""")]
    public void Parker(string xml, string json) => Assert.Equal(json, Conversion.ToJson(xml, JsonConvention.Parker));

    [Fact]
    public void Parker_tells_what_it_drops()
    {
        Conversion.ToJson("<r x='1'>t<a><b/><b/></a></r>", out var report, JsonConvention.Parker);
        Assert.Equal(1, report.Count(MappingLossKind.Attribute));
        Assert.Equal(1, report.Count(MappingLossKind.MixedText));
        Assert.Equal(1, report.Count(MappingLossKind.ElementName));
        Assert.Equal(1, report.Count(MappingLossKind.RootName));
    }

    [Theory]
    [InlineData("<book id='1' lang='en'>Title</book>", """{"book":{"_id":1,"_lang":"en","_VALUE":"Title"}}""")]
    [InlineData("<book><price>12.5</price><tag>a</tag><tag>b</tag><none/></book>", """{"book":{"price":12.5,"tag":["a","b"],"none":null}}""")]
    public void Spark(string xml, string json) => BothWays(JsonConvention.Spark, xml, json);

    [Theory]
    [InlineData("""{"a":{"_attributes":{"x":{}}}}""", "/a/_attributes/x")]
    [InlineData("""{"_declaration":{"_attributes":{"version":"2.0","x":"1"}},"a":{}}""", "/_declaration/_attributes/x")]
    [InlineData("""{"a":{"_attributes":"x"}}""", "/a/_attributes")]
    [InlineData("""{"a":{"_attributes":{"x":"1","x":"2"}}}""", "/a/_attributes/x")]
    public void An_error_in_an_object_of_attributes_has_its_place(string json, string path) =>
        Assert.Equal(path, Assert.Throws<MappingException>(() => Json.ToXml(json, JsonConvention.XmlJs)).Path);

    [Theory]
    [InlineData("""{"a":{"@xmlns":{"p":[]}}}""", "/a/@xmlns/p")]
    [InlineData("""{"a":{"@xmlns":{"$":{}}}}""", "/a/@xmlns/$")]
    [InlineData("""{"a":{"@xmlns":{"p:q":"u"}}}""", "/a/@xmlns")]
    public void An_error_in_an_object_of_namespaces_has_its_place(string json, string path) =>
        Assert.Equal(path, Assert.Throws<MappingException>(() => Json.ToXml(json, JsonConvention.BadgerFish)).Path);

    private static void BothWays(JsonConvention convention, string xml, string json)
    {
        Assert.Equal(json, Conversion.ToJson(xml, out var report, convention));
        Assert.True(report.IsEmpty, report.ToString());
        Assert.Equal(Conversion.Events(xml), Conversion.EventsOfJson(json, out var back, convention));
        Assert.True(back.IsEmpty, back.ToString());
    }
}
