using System.Text;
using System.Text.Json;
using CsCheck;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

public class JsonXTests
{
    private const int Documents = Effort.Documents;

    private const string Namespace = " xmlns:json=\"http://www.ibm.com/xmlns/prod/2009/jsonx\"";

    private static readonly JsonXConvention Escaping = new() { Escape = true };

    private static readonly JsonXConvention Replacing = new() { InvalidCharacters = InvalidCharacterPolicy.Replace };

    [Theory]
    [InlineData("""{"a":[1,null,true,"x",{}]}""", "<json:object{0}><json:array name=\"a\"><json:number>1</json:number><json:null /><json:boolean>true</json:boolean><json:string>x</json:string><json:object /></json:array></json:object>")]
    [InlineData("""{"Ticker":"IBM","remote":false,"height":62.4,"additionalInfo":null}""", "<json:object{0}><json:string name=\"Ticker\">IBM</json:string><json:boolean name=\"remote\">false</json:boolean><json:number name=\"height\">62.4</json:number><json:null name=\"additionalInfo\" /></json:object>")]
    [InlineData("[]", "<json:array{0} />")]
    [InlineData("\"\"", "<json:string{0} />")]
    [InlineData("1E400", "<json:number{0}>1E400</json:number>")]
    [InlineData("""{"":1.10,"a b":"<&>","\u0041":"\u0042","name":"\t\\/"}""", "<json:object{0}><json:number name=\"\">1.10</json:number><json:string name=\"a b\">&lt;&amp;&gt;</json:string><json:string name=\"A\">B</json:string><json:string name=\"name\">\t\\/</json:string></json:object>")]
    [InlineData("""{"a":1,"a":2}""", "<json:object{0}><json:number name=\"a\">1</json:number><json:number name=\"a\">2</json:number></json:object>")]
    public void JSON_becomes(string json, string xml)
    {
        Assert.Equal(xml.Replace("{0}", Namespace, StringComparison.Ordinal), Conversion.ToXml(json, JsonXConvention.Default));
        Conversion.EventsOfJson(json, out var report, JsonXConvention.Default);
        Assert.True(report.IsEmpty);
    }

    [Theory]
    [InlineData("<j:object xmlns:j='{0}'><j:string name='a'>x/y</j:string></j:object>", """{"a":"x/y"}""", "Name ×2, first at 1:1, '/j:object'\nAttribute ×1, first at 1:1, '/j:object'")]
    [InlineData("<object xmlns='{0}'><null name='a'/></object>", """{"a":null}""", "Name ×2, first at 1:1, '/object'\nAttribute ×1, first at 1:1, '/object'")]
    [InlineData("<json:array xmlns:json='{0}'>\n <!--c--><json:number> +01.50 </json:number><?p?><json:boolean>1</json:boolean><json:boolean>0</json:boolean> </json:array>", "[1.50,true,false]", "WhiteSpace ×2, first at 1:67, '/json:array'\nComment ×1, first at 2:2, '/json:array'\nProcessingInstruction ×1, first at 2:45, '/json:array'\nLexicalForm ×3, first at 2:31, '/json:array/json:number'")]
    [InlineData("<json:object xsi:schemaLocation='http://www.datapower.com/schemas/json jsonx.xsd' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:json='{0}'><json:string name='a'/></json:object>", """{"a":""}""", "Attribute ×2, first at 1:1, '/json:object'")]
    [InlineData("<json:string xmlns:json='{0}'>a<!--c-->b<![CDATA[<c>]]>\\u0041&quot;&#10;é</json:string>", "\"ab<c>\\\\u0041\\\"\\né\"", "Comment ×1, first at 1:69, '/json:string'\nCDataSection ×1, first at 1:78, '/json:string'")]
    [InlineData("<json:null name='x' xmlns:json='{0}'/>", "null", "Attribute ×1, first at 1:1, '/json:null'")]
    [InlineData("<json:object xmlns:json='{0}'><json:null name='a'/><json:null name='a'/></json:object>", """{"a":null,"a":null}""", "")]
    public void XML_of_the_vocabulary_becomes(string xml, string json, string losses)
    {
        Assert.Equal(json, Conversion.ToJson(xml.Replace("{0}", "http://www.ibm.com/xmlns/prod/2009/jsonx", StringComparison.Ordinal), out var report, JsonXConvention.Default));
        Assert.Equal(losses, report.ToString());
    }

    [Theory]
    [InlineData("<json:object xmlns:json='u'/>", MappingErrorCode.UnexpectedElement, "/", "1:1")]
    [InlineData("<object/>", MappingErrorCode.UnexpectedElement, "/", "1:1")]
    [InlineData("<json:map xmlns:json='{0}'/>", MappingErrorCode.UnexpectedElement, "/", "1:1")]
    [InlineData("<json:array xmlns:json='{0}'>\n<x/></json:array>", MappingErrorCode.UnexpectedElement, "/json:array", "2:1")]
    [InlineData("<json:string xmlns:json='{0}'><json:null/></json:string>", MappingErrorCode.UnexpectedElement, "/json:string", null)]
    [InlineData("<json:array xmlns:json='{0}'><json:null name='a'/></json:array>", MappingErrorCode.UnexpectedAttribute, "/json:array", null)]
    [InlineData("<json:object xmlns:json='{0}'><json:null key='a'/></json:object>", MappingErrorCode.UnexpectedAttribute, "/json:object", null)]
    [InlineData("<json:object xmlns:json='{0}'><json:string name='a' escaped='true'/></json:object>", MappingErrorCode.UnexpectedAttribute, "/json:object", null)]
    [InlineData("<json:object xmlns:json='{0}'><json:string name='a' escaped-key='true'/></json:object>", MappingErrorCode.UnexpectedAttribute, "/json:object", null)]
    [InlineData("<json:object xmlns:json='{0}' json:name='a'/>", MappingErrorCode.UnexpectedAttribute, "/", null)]
    [InlineData("<json:object xmlns:json='{0}'><json:null/></json:object>", MappingErrorCode.MissingKey, "/json:object", null)]
    [InlineData("<json:object xmlns:json='{0}'>x</json:object>", MappingErrorCode.UnexpectedText, "/json:object", null)]
    [InlineData("<json:null xmlns:json='{0}'>null</json:null>", MappingErrorCode.UnexpectedText, "/json:null", null)]
    [InlineData("<json:number xmlns:json='{0}'>NaN</json:number>", MappingErrorCode.InvalidValue, "/json:number", null)]
    [InlineData("<json:number xmlns:json='{0}'/>", MappingErrorCode.InvalidValue, "/json:number", null)]
    [InlineData("<json:boolean xmlns:json='{0}'>True</json:boolean>", MappingErrorCode.InvalidValue, "/json:boolean", null)]
    public void Other_XML_is_a_typed_error(string xml, MappingErrorCode code, string path, string? place)
    {
        var error = Assert.Throws<MappingException>(() => Conversion.ToJson(xml.Replace("{0}", "http://www.ibm.com/xmlns/prod/2009/jsonx", StringComparison.Ordinal), JsonXConvention.Default));
        Assert.Equal(code, error.Code);
        Assert.True(error.Position.IsKnown);
        Assert.StartsWith(path, error.Path, StringComparison.Ordinal);
        Assert.Equal(place ?? error.Position.ToString(), error.Position.ToString());
    }

    [Theory]
    [InlineData("[\"\\u0000\"]", "/0")]
    [InlineData("{\"a\":\"\\ud800\"}", "/a")]
    [InlineData("{\"a\":\"\uFFFE\"}", "/a")]
    [InlineData("[{\"x\":0,\"a\\b\":1}]", "/0")]
    public void What_XML_cannot_hold_is_refused_or_replaced_or_escaped(string json, string path)
    {
        var error = Assert.Throws<MappingException>(() => Conversion.EventsOfJson(json, JsonXConvention.Default));
        Assert.Equal(MappingErrorCode.InvalidCharacter, error.Code);
        Assert.Equal(path, error.Path);
        Assert.True(error.Position.ByteOffset > 0);

        Assert.Contains("\uFFFD", Conversion.EventsOfJson(json, out var report, Replacing), StringComparison.Ordinal);
        Assert.Equal(1, report.Count(MappingLossKind.InvalidCharacter));

        Assert.Equal(JsonValues.Canonical(json), JsonValues.Canonical(Conversion.ThereAndBack(json, out report, Escaping)));
        Assert.True(report.IsEmpty);
    }

    [Fact]
    public void With_escapes_a_backslash_begins_one_in_every_text()
    {
        Assert.Equal(
            $"<json:object{Namespace}><json:string name=\"\\u0000\">\\t\\\\\\uD800</json:string></json:object>",
            Conversion.ToXml("""{"\u0000":"\t\\\ud800"}""", Escaping));
        Assert.Equal("""{"\n":"\u0041\/"}""", Conversion.ToJson($"<json:object{Namespace}><json:string name='\\n'>\\u0041\\/</json:string></json:object>", out var report, Escaping));
        Assert.Equal(MappingLossKind.LexicalForm, Assert.Single(report.Losses).Kind);
        foreach (var xml in new[] { $"<json:string{Namespace}>\\x</json:string>", $"<json:object{Namespace}><json:null name='\\'/></json:object>" })
        {
            Assert.Equal(MappingErrorCode.InvalidEscape, Assert.Throws<MappingException>(() => Conversion.ToJson(xml, Escaping)).Code);
        }
    }

    [Fact]
    public void Equal_keys_follow_the_policy()
    {
        const string Json = """{"a":{"x":[1]},"b":1,"\u0061":{"y":[{"z":2}]},"c":{"a":1,"a":[]},"b":2}""";
        var first = new JsonXConvention { Duplicates = DuplicateKeyPolicy.UseFirst };
        Assert.Equal("""{"a":{"x":[1]},"b":1,"c":{"a":1}}""", Conversion.ThereAndBack(Json, out var report, first));
        Assert.Equal("DuplicateKey ×3, first at '/a'", report.ToString());

        var reject = new JsonXConvention { Duplicates = DuplicateKeyPolicy.Reject };
        Assert.Equal(MappingErrorCode.DuplicateKey, Assert.Throws<MappingException>(() => Conversion.EventsOfJson(Json, reject)).Code);
        var xml = $"<json:object{Namespace}><json:null name='a'/><json:null name='a'/></json:object>";
        Assert.Equal(MappingErrorCode.DuplicateKey, Assert.Throws<MappingException>(() => Conversion.ToJson(xml, reject)).Code);
    }

    [Fact]
    public void JSON_comes_back_in_every_value_and_the_report_is_empty() =>
        JsonValues.Any.Sample(
            json =>
            {
                var back = Conversion.ThereAndBack(json, out var report, Escaping);
                return report.IsEmpty && JsonValues.Canonical(back) == JsonValues.Canonical(json);
            },
            iter: Documents);

    [Fact]
    public void The_report_is_empty_exactly_where_JSON_comes_back() =>
        Gen.Select(JsonValues.Any, Gen.OneOf(JsonXConvention.Default, Replacing, Escaping), Gen.OneOf(DuplicateKeyPolicy.Retain, DuplicateKeyPolicy.UseFirst)).Sample(
            (json, convention, duplicates) =>
            {
                convention = convention with { Duplicates = duplicates };
                string back;
                MappingReport report;
                try
                {
                    back = Conversion.ThereAndBack(json, out report, convention);
                }
                catch (MappingException error) when (error.Code is MappingErrorCode.DuplicateKey or MappingErrorCode.InvalidCharacter)
                {
                    return error.Code == MappingErrorCode.DuplicateKey || convention is { Escape: false, InvalidCharacters: InvalidCharacterPolicy.Reject };
                }

                return report.IsEmpty == (JsonValues.Canonical(back) == JsonValues.Canonical(json));
            },
            iter: Documents);

    [Fact]
    public void The_report_is_empty_exactly_where_XML_comes_back() =>
        Gen.Select(Root, Gen.Bool).Sample(
            (xml, escape) =>
            {
                var convention = new JsonXConvention { Escape = escape };
                string json;
                MappingReport report;
                try
                {
                    json = Conversion.ToJson(xml, out report, convention);
                }
                catch (MappingException)
                {
                    return true;
                }

                JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 }).Dispose();
                return report.IsEmpty == (Conversion.Events(xml) == Conversion.EventsOfJson(json, convention));
            },
            iter: Documents,
            print: input => $"{input.Item1}\n{input.Item2}\n{Conversion.ToJson(input.Item1, out var report, new JsonXConvention { Escape = input.Item2 })}\n{report}");

    [Fact]
    public void XML_written_and_read_again_is_the_same_JSON() =>
        JsonValues.Any.Sample(
            json => JsonValues.Canonical(Xml.ToJson(Json.ToXml(json, Escaping), Escaping)) == JsonValues.Canonical(json),
            iter: 20_000);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("[0,{\"a\\\\\":\"\\ud800\",\"b\":", "}]")]
    public void A_million_levels_take_linear_time_on_a_small_stack(string start, string end)
    {
        const int Count = Effort.Million / 2;
        var json = Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, start, Count).Append("null").Insert(start.Length * Count + 4, end, Count).ToString());
        var options = new MappingOptions { MaxDepth = int.MaxValue };
        SmallStack.Run(() =>
        {
            using var xml = new MemoryStream();
            Json.ToXml(new MemoryStream(json), xml, Escaping, options);
            xml.Position = 0;
            using var back = new MemoryStream();
            Xml.ToJson(xml, back, Escaping, options, XmlParserOptions.Default with { MaxDepth = int.MaxValue });
            Assert.Equal(json.Length, back.Length);
        });
    }

    [Fact]
    public void What_it_keeps_follows_the_options()
    {
        Assert.Equal(XPath31Convention.Default.Keeps, JsonXConvention.Default.Keeps);
        Assert.True(Escaping.Keeps.HasFlag(Fidelity.AnyCharacter | Fidelity.AnyKey | Fidelity.DuplicateKeys | Fidelity.ValueTypes));
        Assert.False(Replacing.Keeps.HasFlag(Fidelity.AnyCharacter));
    }

    // XML of the vocabulary, and what is nearly that.
    private static Gen<string> Root => Element(3, isMember: false).Select(root => root.Insert(root.AsSpan().IndexOfAny(" />"), " xmlns:json='http://www.ibm.com/xmlns/prod/2009/jsonx'"));

    private static Gen<string> Element(int depth, bool isMember)
    {
        var key = isMember
            ? Gen.Frequency((12, Gen.OneOf("a", "b", "", "a/b", "\\\\", "\\u0000", "a\\b", "\t", "&#x80;").Select(text => $" name='{text}'")), (1, Gen.OneOf("", " name='x' xml:id='y'")))
            : Gen.Frequency((20, Gen.Const("")), (1, Gen.OneOf(" name='a'", " xml:lang='en'")));
        var text = Gen.OneOf("x", "", "é😀", "/", "&#10;", "&#x7F;", "&lt;", "\\n", "\\\\", "\\u0041", "\\uD800", "&quot;").Array[0, 3].Select(string.Concat);
        var leaf = Gen.OneOf(
            Gen.Select(key, text, (attributes, content) => $"<json:string{attributes}>{content}</json:string>"),
            Gen.Select(key, Gen.OneOf("1", "1.10", "-0", "1e5", " 1", "+1", "01", ".5"), (attributes, content) => $"<json:number{attributes}>{content}</json:number>"),
            Gen.Select(key, Gen.OneOf("true", "false", "0", " true "), (attributes, content) => $"<json:boolean{attributes}>{content}</json:boolean>"),
            key.Select(attributes => $"<json:null{attributes}/>"));
        if (depth == 0)
        {
            return leaf;
        }

        var between = Gen.Frequency((12, Gen.Const("")), (1, Gen.OneOf(" ", "<!--c-->", "<?p?>")));
        return Gen.Frequency(
            (2, leaf),
            (2, Gen.Select(key, Gen.Select(between, Element(depth - 1, true), (space, element) => space + element).Array[0, 4], (attributes, content) => $"<json:object{attributes}>{string.Concat(content)}</json:object>")),
            (2, Gen.Select(key, Gen.Select(between, Element(depth - 1, false), (space, element) => space + element).Array[0, 4], (attributes, content) => $"<json:array{attributes}>{string.Concat(content)}</json:array>")));
    }
}
