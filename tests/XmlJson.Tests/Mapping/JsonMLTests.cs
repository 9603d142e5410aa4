using CsCheck;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

public class JsonMLTests
{
    private const int Documents = 20_000;

    private static readonly Gen<string> Name = Gen.Frequency((40, Gen.OneOf("a", "b", "p:a", "xml:a")), (1, Gen.OneOf("", "a b", "q:a", "xmlns:a")));

    private static readonly Gen<string> Scalar = Gen.Frequency((9, Gen.OneOf("\"t\"", "\" \\n\"", "\"é😀\"", "\"]]>&<\"")), (1, Gen.OneOf("\"\"", "\"\\u0001\"", "1.10", "true", "null")));

    private static readonly Gen<string> Attributes = Gen.Select(
        Gen.OneOf("b", "c", "p:b", "xml:lang", "xmlns:q", "xmlns"), Scalar, (name, value) => $"\"{name}\":{value}").Array[0, 3].Select(items => $"{{{string.Join(',', items)}}}");

    /// <summary>JsonML, and what is nearly that.</summary>
    private static readonly Gen<string> Json = Element(3).Select(element => $"[\"r\",{{\"xmlns:p\":\"u\"}},{element}]");

    [Theory]
    [InlineData("""["a",["b c","x"], ?""", nameof(MappingException))]
    [InlineData("""["a",["b","x"],["c","y"], ?""", "JsonReaderException")]
    [InlineData("""["a",["b","x"],["c",1,["d",{"e":"f"},"g"]],7,{"no":"place"}""", nameof(MappingException))]
    public void What_stands_before_an_error_comes_first_however_the_text_is_cut(string json, string error)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        var whole = new EventLog();
        var pieces = new EventLog();
        using var source = new JsonSource(JsonMLConvention.Default);
        using var stream = new Reading.ShortReadStream(bytes, 1);

        var one = Assert.ThrowsAny<Exception>(() => source.Parse(bytes, whole));
        var other = Assert.ThrowsAny<Exception>(() => source.Parse(stream, pieces));

        Assert.Equal(error, one.GetType().Name);
        Assert.Equal((one.GetType(), Said(one)), (other.GetType(), Said(other)));
        Assert.Equal(pieces.ToString(), whole.ToString());
        Assert.Contains("start a", whole.ToString(), StringComparison.Ordinal);

        // The place is told by its byte alone when the bytes have left the window.
        static string Said(Exception error) => error.Message.Split(" (")[0];
    }

    [Theory]
    [InlineData("<a/>", """["a"]""")]
    [InlineData("<a></a>", """["a"]""")]
    [InlineData("<a b='1' c=''/>", """["a",{"b":"1","c":""}]""")]
    [InlineData("<a>t1<b/>t2</a>", """["a","t1",["b"],"t2"]""")]
    [InlineData("<a b='&lt;&#10;'> <b>é😀</b> </a>", """["a",{"b":"<\n"}," ",["b","é😀"]," "]""")]
    [InlineData("<p:a xmlns:p='u' p:x='1'><b xmlns='v'/></p:a>", """["p:a",{"xmlns:p":"u","p:x":"1"},["b",{"xmlns":"v"}]]""")]
    [InlineData("<a>x<![CDATA[<y>]]>&amp;z</a>", """["a","x<y>&z"]""")]
    [InlineData("<a>x<!--c-->y<?p d?>z</a>", """["a","xyz"]""")]
    [InlineData("<__proto__><constructor/></__proto__>", """["__proto__",["constructor"]]""")]
    public void An_element_is_an_array(string xml, string json)
    {
        Assert.Equal(json, Conversion.ToJson(xml, out var report, JsonMLConvention.Default));
        Assert.Equal(report.IsEmpty, Conversion.Events(xml) == Conversion.EventsOfJson(json, JsonMLConvention.Default));
        Assert.Equal(json, Conversion.ThereAndBack(json, out report, JsonMLConvention.Default));
        Assert.True(report.IsEmpty);
    }

    [Theory]
    [InlineData("""["a",{"b":1.10,"c":true,"d":null}]""", "<a b=\"1.10\" c=\"true\" d=\"\" />", "ValueType ×2, first at '/1/b'\nEmptyValue ×1, first at '/1/d'")]
    [InlineData("""["a",1,false,null,"x"]""", "<a>1falsex</a>", "ValueType ×2, first at '/1'\nEmptyValue ×1, first at '/3'\nValueShape ×2, first at '/2'")]
    [InlineData("""["a",{},["b",{}]]""", "<a><b /></a>", "EmptyValue ×2, first at '/1'")]
    [InlineData("""["a","x","y",["b",""]]""", "<a>xy<b /></a>", "EmptyValue ×1, first at '/3/1'\nValueShape ×1, first at '/2'")]
    public void What_has_an_obvious_meaning_is_taken_and_told(string json, string xml, string losses)
    {
        Assert.Equal(xml, Conversion.ToXml(json, JsonMLConvention.Default));
        Conversion.EventsOfJson(json, out var report, JsonMLConvention.Default);
        Assert.Equal(losses, report.ToString());
    }

    [Theory]
    [InlineData("<?xml version='1.0'?><a/>", "XmlDeclaration ×1, first at 1:1, '/'")]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA 'x'>]><a/>", "DocumentType ×1, first at '/'\nDefaultedAttribute ×1, first at '/'")]
    [InlineData("<!--1--><a><!--2--><?p?></a>", "Comment ×2, first at 1:1, '/'\nProcessingInstruction ×1, first at 1:20, '/a'")]
    [InlineData("<a>x<![CDATA[y]]></a>", "CDataSection ×1, first at 1:5, '/a'")]
    public void What_is_dropped_is_told(string xml, string losses)
    {
        Conversion.ToJson(xml, out var report, JsonMLConvention.Default);
        Assert.Equal(losses, report.ToString());
    }

    [Theory]
    [InlineData("{}", MappingErrorCode.NoSingleRoot, "")]
    [InlineData("\"a\"", MappingErrorCode.NoSingleRoot, "")]
    [InlineData("[]", MappingErrorCode.UnexpectedValue, "/0")]
    [InlineData("[1]", MappingErrorCode.UnexpectedValue, "/0")]
    [InlineData("[[\"a\"]]", MappingErrorCode.UnexpectedValue, "/0")]
    [InlineData("""["a",["b",["c",[]]]]""", MappingErrorCode.UnexpectedValue, "/1/1/1/0")]
    [InlineData("""["a","t",{"b":"1"}]""", MappingErrorCode.UnexpectedValue, "/2")]
    [InlineData("""["a",{},{"b":"1"}]""", MappingErrorCode.UnexpectedValue, "/2")]
    [InlineData("""["a",{"b":["c"]}]""", MappingErrorCode.ValueNotScalar, "/1/b")]
    [InlineData("""["a",{"b":{}}]""", MappingErrorCode.ValueNotScalar, "/1/b")]
    [InlineData("""["a",{"b":"1","b":"2"}]""", MappingErrorCode.DuplicateAttribute, null)]
    [InlineData("""["a b"]""", MappingErrorCode.InvalidName, null)]
    [InlineData("""["a",{"":"1"}]""", MappingErrorCode.InvalidName, null)]
    [InlineData("""["xmlns:a"]""", MappingErrorCode.UndeclaredPrefix, null)]
    [InlineData("""["p:a"]""", MappingErrorCode.UndeclaredPrefix, null)]
    [InlineData("""["a",["b",{"xmlns:p":"u"}],["p:c"]]""", MappingErrorCode.UndeclaredPrefix, null)]
    [InlineData("""["a",{"xmlns:p":""}]""", MappingErrorCode.InvalidNamespaceDeclaration, null)]
    [InlineData("""["a","\u0000"]""", MappingErrorCode.InvalidCharacter, "/1")]
    public void What_is_not_JsonML_is_a_typed_error(string json, MappingErrorCode code, string? path)
    {
        var error = Assert.Throws<MappingException>(() => Conversion.EventsOfJson(json, JsonMLConvention.Default));
        Assert.Equal(code, error.Code);
        Assert.Equal(1, error.Position.Line);
        if (path is not null)
        {
            Assert.Equal(path, error.Path);
        }
    }

    [Fact]
    public void The_report_is_empty_exactly_where_XML_comes_back() =>
        Generated.Document.Sample(
            xml =>
            {
                var json = Conversion.ToJson(xml, out var report, JsonMLConvention.Default);
                return report.IsEmpty == (Conversion.Events(xml) == Conversion.EventsOfJson(json, JsonMLConvention.Default));
            },
            iter: Documents);

    [Fact]
    public void The_report_is_empty_exactly_where_JSON_comes_back() =>
        Json.Sample(
            json =>
            {
                try
                {
                    var back = Conversion.ThereAndBack(json, out var report, JsonMLConvention.Default);
                    return report.IsEmpty == (back == json);
                }
                catch (MappingException)
                {
                    return true;
                }
            },
            iter: Documents);

    private static Gen<string> Element(int depth) => Gen.Select(
        Name.Select(name => $"\"{name}\""),
        Gen.Frequency((1, Attributes), (3, Gen.Const(""))),
        depth == 0 ? Scalar.Array[0, 1] : Gen.Frequency((4, Scalar), (8, Element(depth - 1)), (1, Attributes)).Array[0, 4],
        (name, attributes, content) => $"[{string.Join(',', [name, .. attributes.Length > 0 ? [attributes] : Array.Empty<string>(), .. content])}]");
}
