using System.Text.Json;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

public class JsonToXmlTests
{
    [Theory]
    // One root
    [InlineData("""{"a":null}""", "<a />")]
    [InlineData("""{"a":""}""", "<a />")]
    [InlineData("""{"a":{}}""", "<a />")]
    [InlineData("""{"a":"t"}""", "<a>t</a>")]
    [InlineData("""{"a":{"@b":"1","c":"2","#text":"t"}}""", "<a b=\"1\"><c>2</c>t</a>")]
    [InlineData("""{"a":{"#text":["x","y"]}}""", "<a>xy</a>")]
    [InlineData("""{"a":[1]}""", "<a>1</a>")]
    // Values
    [InlineData("""{"a":{"b":[1,1.10,-0,1E400,true,false,null,"s"]}}""", "<a><b>1</b><b>1.10</b><b>-0</b><b>1E400</b><b>true</b><b>false</b><b /><b>s</b></a>")]
    [InlineData("""{"a":{"@n":1.50,"@t":true,"@z":null,"@s":"l\n\"<&"}}""", "<a n=\"1.50\" t=\"true\" z=\"\" s=\"l&#xA;&quot;&lt;&amp;\" />")]
    [InlineData("""{"a":"\u0041\u00e9\ud83d\ude00\/\\\"\r\n\t\b"}""", null)]
    [InlineData("""{"a":"\u0041\u00e9\ud83d\ude00\/\\\"\r\n\t"}""", "<a>Aé😀/\\\"&#xD;\n\t</a>")]
    // Containers
    [InlineData("""{"a":[]}""", "<root />")]
    [InlineData("""{"a":{"b":[]}}""", "<a />")]
    [InlineData("""{"a":{"b":[[1,2],[3]]}}""", "<a><b><item>1</item><item>2</item></b><b><item>3</item></b></a>")]
    [InlineData("""{"a":{"b":[[[]],{}]}}""", "<a><b><item /></b><b /></a>")]
    [InlineData("""{"a":{"b":{"c":{"d":{}}}}}""", "<a><b><c><d /></c></b></a>")]
    // No single root
    [InlineData("{}", "<root />")]
    [InlineData("[]", "<root />")]
    [InlineData("null", "<root />")]
    [InlineData("1.10", "<root>1.10</root>")]
    [InlineData("\"x\"", "<root>x</root>")]
    [InlineData("[1,[2],{\"a\":3}]", "<root><item>1</item><item><item>2</item></item><item><a>3</a></item></root>")]
    [InlineData("""{"a":1,"b":2}""", "<root><a>1</a><b>2</b></root>")]
    [InlineData("""{"a":[1,2]}""", "<root><a>1</a><a>2</a></root>")]
    [InlineData("""{"a":1,"a":2}""", "<root><a>1</a><a>2</a></root>")]
    [InlineData("""{"@x":1,"a":2}""", "<root x=\"1\"><a>2</a></root>")]
    [InlineData("""{"a":2,"@x":1}""", "<root x=\"1\"><a>2</a></root>")]
    [InlineData("""{"#text":"t"}""", "<root>t</root>")]
    // Attributes after content
    [InlineData("""{"a":{"b":1,"@id":2}}""", "<a id=\"2\"><b>1</b></a>")]
    [InlineData("""{"a":{"b":{"c":1,"@x":"y"},"@id":2,"d":[{"e":1,"@f":3}],"@g":4}}""", "<a id=\"2\" g=\"4\"><b x=\"y\"><c>1</c></b><d f=\"3\"><e>1</e></d></a>")]
    [InlineData("""{"p:a":{"b":1,"@xmlns:p":"u"}}""", "<p:a xmlns:p=\"u\"><b>1</b></p:a>")]
    // Namespaces
    [InlineData("""{"a":{"@xmlns":"u","b":{"@xmlns":""}}}""", "<a xmlns=\"u\"><b xmlns=\"\" /></a>")]
    [InlineData("""{"a":{"@p:x":"1","@xmlns:p":"u","p:b":{"@xml:lang":"en"}}}""", "<a p:x=\"1\" xmlns:p=\"u\"><p:b xml:lang=\"en\" /></a>")]
    // Keys that are no names
    [InlineData("""{"a b":1}""", "<a_x0020_b>1</a_x0020_b>")]
    [InlineData("""{"":1}""", "<_x_>1</_x_>")]
    [InlineData("""{"_x_":1}""", "<_x005F_x_>1</_x005F_x_>")]
    [InlineData("""{"_x0020_":1}""", "<_x005F_x0020_>1</_x005F_x0020_>")]
    [InlineData("""{"_x0041_":1}""", "<_x0041_>1</_x0041_>")]
    [InlineData("""{"x:y":1}""", "<x_x003A_y>1</x_x003A_y>")]
    [InlineData("""{"a:b:c":1}""", "<a_x003A_b_x003A_c>1</a_x003A_b_x003A_c>")]
    [InlineData("""{"xmlns:x":1}""", "<xmlns_x003A_x>1</xmlns_x003A_x>")]
    [InlineData("""{"-a":1}""", "<_x002D_a>1</_x002D_a>")]
    [InlineData("""{"a\u0000b":1}""", "<a_x0000_b>1</a_x0000_b>")]
    [InlineData("""{"\udb80\udc00":1}""", "<_x000F0000_>1</_x000F0000_>")]
    [InlineData("""{"<evil a='1'/>":1}""", "<_x003C_evil_x0020_a_x003D__x0027_1_x0027__x002F__x003E_>1</_x003C_evil_x0020_a_x003D__x0027_1_x0027__x002F__x003E_>")]
    [InlineData("""{"a":{"@b c":1,"@":2}}""", "<a b_x0020_c=\"1\"><_x0040_>2</_x0040_></a>")]
    // Keys that only other conventions know
    [InlineData("""{"a":{"#comment":"x","?pi":"y","#cdata-section":"z"}}""", "<a><_x0023_comment>x</_x0023_comment><_x003F_pi>y</_x003F_pi><_x0023_cdata-section>z</_x0023_cdata-section></a>")]
    [InlineData("\uFEFF{\"a\":1}", "<a>1</a>")]
    public void The_default_convention_gives(string json, string? xml)
    {
        if (xml is null)
        {
            Assert.Throws<MappingException>(() => Conversion.ToXml(json));
        }
        else
        {
            Assert.Equal(xml, Conversion.ToXml(json));
        }
    }

    [Theory]
    [InlineData("""{"a":{"@b":{}}}""", MappingErrorCode.ValueNotScalar, "/a/@b")]
    [InlineData("""{"a":{"@b":[1]}}""", MappingErrorCode.ValueNotScalar, "/a/@b")]
    [InlineData("""{"a":{"#text":{}}}""", MappingErrorCode.ValueNotScalar, "/a/#text")]
    [InlineData("""{"a":{"#text":[{}]}}""", MappingErrorCode.ValueNotScalar, "/a/#text/0")]
    [InlineData("""{"a":{"b":["x",{"c/~d":"\u0000"}]}}""", MappingErrorCode.InvalidCharacter, "/a/b/1/c~1~0d")]
    [InlineData("""{"a":"\ud800"}""", MappingErrorCode.InvalidCharacter, "/a")]
    [InlineData("""{"a":"\udc00x"}""", MappingErrorCode.InvalidCharacter, "/a")]
    [InlineData("{\"a\":\"\uFFFE\"}", MappingErrorCode.InvalidCharacter, "/a")]
    [InlineData("""{"\ud800":1}""", MappingErrorCode.InvalidCharacter, "")]
    [InlineData("""{"a":{"@b":1,"@b":2}}""", MappingErrorCode.DuplicateAttribute, "/a/@b")]
    [InlineData("""{"a":{"@xmlns:p":"u","@xmlns:q":"u","@p:x":1,"@q:x":2}}""", MappingErrorCode.DuplicateAttribute, null)]
    [InlineData("""{"a":{"@xmlns:p":""}}""", MappingErrorCode.InvalidNamespaceDeclaration, null)]
    [InlineData("""{"a":{"@xmlns:xml":"u"}}""", MappingErrorCode.InvalidNamespaceDeclaration, null)]
    [InlineData("""{"a":{"@xmlns:xmlns":"u"}}""", MappingErrorCode.InvalidNamespaceDeclaration, null)]
    [InlineData("""{"a":{"@xmlns:p":"http://www.w3.org/2000/xmlns/"}}""", MappingErrorCode.InvalidNamespaceDeclaration, null)]
    public void What_cannot_be_XML_is_a_typed_error(string json, MappingErrorCode code, string? path)
    {
        var error = Assert.Throws<MappingException>(() => Conversion.EventsOfJson(json));
        Assert.Equal(code, error.Code);
        if (path is not null)
        {
            Assert.Equal(path, error.Path);
            Assert.Equal(1, error.Position.Line);
        }
    }

    [Theory]
    [InlineData("//")]
    [InlineData("/* */ ")]
    public void Comments_alone_are_no_JSON(string json) => Assert.ThrowsAny<JsonException>(() => Json.ToXml(json, JsonConvention.Newtonsoft));
}
