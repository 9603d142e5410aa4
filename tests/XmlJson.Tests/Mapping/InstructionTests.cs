using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>Objects of JSON in place of a processing instruction's data.</summary>
public class InstructionTests
{
    [Theory]
    [InlineData("""{"r":{"?p":{"@a":"1","@b":"2"}}}""", """<r><?p a="1" b="2"?></r>""")]
    [InlineData("""{"r":{"?p":{/*x*/"@a":"1","@b":"2"}}}""", """<r><!--x--><?p a="1" b="2"?></r>""")]
    [InlineData("""{"r":{"?p":{"@a":"1",/*x*/"@b":"2"/*y*/},"c":""}}""", """<r><!--x--><!--y--><?p a="1" b="2"?><c/></r>""")]
    [InlineData("""{"r":{"@x":"1","?p":{"@a":"\"&<>"},"@y":"2"}}""", """<r x="1" y="2"><?p a="&quot;&amp;&lt;>"?></r>""")]
    [InlineData("""{"r":{"?p":{},"?q":{"@a":1}}}""", """<r><?p?><?q a="1"?></r>""")]
    public void Data_is_written_like_attributes(string json, string xml)
    {
        Assert.Equal(xml, Json.ToXml(json, JsonConvention.Newtonsoft, writerOptions: new Utf8XmlWriterOptions { Declaration = XmlDeclarationStyle.Omit }));
        Assert.Equal(xml, Json.ToXml(json, JsonConvention.Newtonsoft, new MappingOptions { MaxLookAhead = 100 }, new Utf8XmlWriterOptions { Declaration = XmlDeclarationStyle.Omit }));
    }

    [Fact]
    public void A_comment_in_the_data_may_be_longer_than_what_may_wait()
    {
        var json = "{\"r\":{\"x\":1,\"?p\":{\"@a\":\"" + new string('a', 300) + "\",/*" + new string('c', 300) + "*/\"@b\":\"2\"},\"y\":2}}";
        Assert.EndsWith("""aaa" b="2"?><y>2</y></r>""", Json.ToXml(json, JsonConvention.Newtonsoft, new MappingOptions { MaxLookAhead = 1 }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"r":{"?p":{"@a\u0001":"1"}}}""")]
    [InlineData("""{"r":{"?p":{"@a\ufffe":"1"}}}""")]
    [InlineData("""{"r":{"?p":{"@a b":"1"}}}""")]
    [InlineData("""{"r":{"?p":{"@a?>":"1"}}}""")]
    public void A_key_that_is_no_name_is_refused(string json) =>
        Assert.Equal(MappingErrorCode.InvalidProcessingInstruction, Assert.Throws<MappingException>(() => Json.ToXml(json, JsonConvention.Newtonsoft)).Code);

    [Fact]
    public void Equal_keys_are_told()
    {
        Conversion.EventsOfJson("""{"r":{"?p":{"@a":"1","@a":"2"}}}""", out var report, JsonConvention.Newtonsoft);
        Assert.Equal(1, report.Count(MappingLossKind.DuplicateKey));
    }
}
