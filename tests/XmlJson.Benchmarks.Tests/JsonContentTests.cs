using System.Text;
using System.Text.Json;

namespace XmlJson.Benchmarks.Tests;

public class JsonContentTests
{
    private const string Sample = """{"a":{"@id":"1","p:b":["x","y"],"c":null,"d":{"e":2}}}""";

    [Theory]
    [InlineData("""{ "a": { "@id": "\u0031", "p:b": [ "x", "y" ], "c": "", "d": { "e": 2 } } }""")]
    [InlineData("""{"a":/* comment */{"@id":"1","p:b":["x","y"],"c":null,"d":{"e":2}}}""")]
    public void White_space_escapes_comments_and_the_two_ways_to_be_empty_do_not_count(string other) => Assert.Equal(Read(Sample), Read(other));

    [Theory]
    [InlineData("""{"a":{"@id":"1","b":["x","y"],"c":null,"d":{"e":2}}}""")]
    [InlineData("""{"a":[{"@id":"1","p:b":["y"],"c":[null],"d":{"e":2}},{"b":"x"}]}""")]
    public void Arrangement_and_prefixes_are_form(string other)
    {
        Assert.Equal(Read(Sample).Values, Read(other).Values);
        Assert.NotEqual(Read(Sample).Form, Read(other).Form);
    }

    [Theory]
    [InlineData("""{"a":{"@id":"2","p:b":["x","y"],"c":null,"d":{"e":2}}}""")]
    [InlineData("""{"a":{"@id":"1","p:b":["x","y"],"c":null,"d":{"e":"2"}}}""")]
    [InlineData("""{"a":{"@id":"1","p:b":["x"],"c":null,"d":{"e":2}}}""")]
    [InlineData("""{"a":{"@id":"1","p:b":["x","y"],"c":null,"e":2}}""")]
    [InlineData("""{"a":{"@p:id":"1","p:b":["x","y"],"c":null,"d":{"e":2}}}""")]
    public void Values_and_the_names_that_lead_to_them_count(string other) => Assert.NotEqual(Read(Sample).Values, Read(other).Values);

    [Fact]
    public void What_is_not_JSON_is_refused() => Assert.ThrowsAny<JsonException>(() => Read("{\"a\":}"));

    private static JsonContent Read(string json) => JsonContent.Read(Encoding.UTF8.GetBytes(json));
}
