using System.Globalization;
using CsCheck;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

public class TypeTests
{
    private const string Xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:xs='http://www.w3.org/2001/XMLSchema'";

    [Theory]
    [InlineData("0", "0")]
    [InlineData("12", "12")]
    [InlineData("-7", "-7")]
    [InlineData("1.5", "1.5")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("007", "\"007\"")]
    [InlineData("1.10", "\"1.10\"")]
    [InlineData("+1", "\"+1\"")]
    [InlineData("1e5", "\"1e5\"")]
    [InlineData("-0", "\"-0\"")]
    [InlineData("-", "\"-\"")]
    [InlineData(".5", "\".5\"")]
    [InlineData("1.", "\"1.\"")]
    [InlineData("0.00001", "\"0.00001\"")]
    [InlineData("1000000000000000", "\"1000000000000000\"")]
    [InlineData("12345678901234567890", "\"12345678901234567890\"")]
    [InlineData("0.1234567890123456", "\"0.1234567890123456\"")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("INF", "\"INF\"")]
    [InlineData("TRUE", "\"TRUE\"")]
    [InlineData("tru", "\"tru\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("1 ", "\"1 \"")]
    [InlineData("１", "\"１\"")]
    public void What_is_inferred_is_written_back_as_the_same_text(string text, string json)
    {
        var convention = JsonConvention.Default with { Types = TypeRule.Inferred };
        Assert.Equal($$"""{"a":{{json}}}""", Conversion.ToJson($"<a>{text}</a>", out var report, convention));
        Assert.True(report.IsEmpty);
        Assert.Equal(Conversion.Events($"<a>{text}</a>"), Conversion.EventsOfJson($$"""{"a":{{json}}}""", out var back, convention));
        Assert.True(back.IsEmpty);
    }

    [Fact]
    public void White_space_that_is_trimmed_is_told_of_an_element_that_says_its_type_too()
    {
        var convention = JsonConvention.Default with { WhiteSpace = WhiteSpacePolicy.Trim, Types = TypeRule.Strings.AtPaths(ScalarType.Number, "**/a").WithSchemaInstance() };
        Conversion.EventsOfJson("""{"r":{"a":" x "}}""", out var report, convention);
        Assert.Equal(1, report.Count(MappingLossKind.WhiteSpace));
    }

    [Fact]
    public void Every_number_that_is_inferred_is_what_a_double_is_written_as() =>
        Gen.Select(Gen.Long[0, 99_999_999_999_999_999], Gen.Int[0, 17], Gen.Bool).Sample(
            (digits, places, isNegative) =>
            {
                var text = digits.ToString(CultureInfo.InvariantCulture);
                text = places == 0 || places > text.Length ? text : text.Insert(text.Length - places, ".");
                text = isNegative ? "-" + text : text;
                var json = Conversion.ToJson($"<a>{text}</a>", JsonConvention.Default with { Types = TypeRule.Inferred });
                if (!json.Contains('"' + text, StringComparison.Ordinal))
                {
                    Assert.Equal(text, double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));
                }
            },
            iter: 50_000);

    [Fact]
    public void Attributes_are_typed_only_when_asked()
    {
        Assert.Equal("""{"a":{"@b":"1","#text":2}}""", Conversion.ToJson("<a b='1'>2</a>", JsonConvention.Default with { Types = TypeRule.Inferred }));
        Assert.Equal("""{"a":{"@b":1,"#text":"2"}}""", Conversion.ToJson("<a b='1'>2</a>", JsonConvention.Default with { Types = TypeRule.Strings.WithAttributes(ScalarType.Inferred) }));
    }

    [Fact]
    public void A_path_decides_before_the_rest_and_the_first_path_before_others()
    {
        var types = TypeRule.Inferred
            .AtPaths(ScalarType.String, "/r/id", "**/@code")
            .AtPaths(ScalarType.Number, "/r/price", "/r/*/@n", "/r/id")
            .AtPaths(ScalarType.Boolean, "**/flag");
        const string Xml = "<r><id>1</id><price>+01.50</price><x n='3' code='4'>5</x><flag>1</flag><y><flag> false </flag></y></r>";
        Assert.Equal(
            """{"r":{"id":"1","price":1.50,"x":{"@n":3,"@code":"4","#text":5},"flag":true,"y":{"flag":false}}}""",
            Conversion.ToJson(Xml, out var report, JsonConvention.Default with { Types = types }));
        Assert.Equal(2, report.Count(MappingLossKind.LexicalForm));
        Assert.Equal(1, report.Count(MappingLossKind.WhiteSpace));
    }

    [Theory]
    [InlineData(ScalarType.Number, "<a>x</a>")]
    [InlineData(ScalarType.Number, "<a>1,5</a>")]
    [InlineData(ScalarType.Number, "<a>NaN</a>")]
    [InlineData(ScalarType.Boolean, "<a>yes</a>")]
    public void A_text_that_is_not_of_its_type_is_refused_with_its_place(ScalarType type, string xml)
    {
        var error = Assert.Throws<MappingException>(() => Conversion.ToJson(xml, JsonConvention.Default with { Types = TypeRule.Strings.AtPaths(type, "/a") }));
        Assert.Equal(MappingErrorCode.InvalidValue, error.Code);
        Assert.Equal("/a", error.Path);
        Assert.True(error.Position.IsKnown);
    }

    [Theory]
    [InlineData("<r>\n<x/><a>x</a><b/>\n</r>", 2, "/r/a")]
    [InlineData("<r>\n<x/><y c='x'><b/></y>\n</r>", 2, "/r")]
    [InlineData("<r>\n<x/><a>x<!--c--><b/>\n</a></r>", 2, "/r/a")]
    public void A_value_is_refused_where_it_stands_though_it_is_written_later(string xml, int line, string path)
    {
        var types = TypeRule.Strings.AtPaths(ScalarType.Number, "/r/a", "/r/y/@c");
        var error = Assert.Throws<MappingException>(() => Conversion.ToJson(xml, JsonConvention.Default with { Types = types }));
        Assert.Equal(MappingErrorCode.InvalidValue, error.Code);
        Assert.Equal(line, error.Position.Line);
        Assert.StartsWith(path, error.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_any_length_keep_their_digits()
    {
        var digits = new string('7', 400) + ".50";
        Assert.Equal($$"""{"a":{{digits}}}""", Conversion.ToJson($"<a>{digits}</a>", JsonConvention.Default with { Types = TypeRule.Strings.AtPaths(ScalarType.Number, "/a") }));
    }

    [Theory]
    [InlineData("""{"a":1}""", "")]
    [InlineData("""{"a":"1"}""", "ValueType ×1, first at '/a'")]
    [InlineData("""{"a":1.10}""", "ValueType ×1, first at '/a'")]
    [InlineData("""{"a":true}""", "")]
    [InlineData("""{"a":"true"}""", "ValueType ×1, first at '/a'")]
    [InlineData("""{"a":{"@b":1,"#text":2}}""", "ValueType ×1, first at '/a/@b'")]
    [InlineData("""{"a":[1,2,"x"]}""", "ValueShape ×1, first at '/a'\nRootAdded ×1, first at '/a/1'")]
    public void JSON_tells_the_types_that_do_not_come_back(string json, string report)
    {
        Conversion.EventsOfJson(json, out var losses, JsonConvention.Default with { Types = TypeRule.Inferred });
        Assert.Equal(report, losses.ToString());
    }

    [Theory]
    [InlineData($"<a {Xsi}><b xsi:type='xs:int'>1</b></a>", """{"a":{"b":1}}""")]
    [InlineData($"<a {Xsi}><b xsi:type='xs:boolean'>0</b><c xsi:type='xs:string'>1</c></a>", """{"a":{"b":false,"c":"1"}}""")]
    [InlineData($"<a {Xsi}><b xsi:nil='true'/><c xsi:nil='1' x='y'/><d/></a>", """{"a":{"b":null,"c":{"@x":"y"},"d":""}}""")]
    [InlineData($"<a {Xsi} xsi:type='xs:decimal'> -01.50 </a>", """{"a":-1.50}""")]
    [InlineData($"<a {Xsi}><b xsi:type='xs:double'>NaN</b><c xsi:type='xs:double'>1E5</c></a>", """{"a":{"b":"NaN","c":1E5}}""")]
    [InlineData($"<a {Xsi}><b xsi:type='other'>1</b></a>", """{"a":{"b":"1"}}""")]
    [InlineData("<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' xmlns:x='http://www.w3.org/2001/XMLSchema'><b i:type='x:unsignedByte'>1</b></a>", """{"a":{"@xmlns:i":"http://www.w3.org/2001/XMLSchema-instance","@xmlns:x":"http://www.w3.org/2001/XMLSchema","b":1}}""")]
    public void Elements_may_say_their_types(string xml, string json)
    {
        var convention = JsonConvention.Default with { Types = TypeRule.Strings.WithSchemaInstance(), EmptyElement = EmptyElementForm.EmptyString };
        Assert.Equal(json, Conversion.ToJson(xml, out var report, convention));
        Assert.True(report.Count(MappingLossKind.SchemaInstance) > 0);
    }

    [Theory]
    [InlineData("""{"r":{"a":1,"b":1.50,"c":true,"d":null,"e":"","f":"1","g":"x","h":{},"i":-1E400}}""")]
    [InlineData("""{"r":{"a":[1,"1",null,false]}}""")]
    [InlineData("""{"r":5}""")]
    [InlineData("""{"r":null}""")]
    public void With_xsi_types_every_scalar_comes_back(string json)
    {
        foreach (var rule in (TypeRule[])[TypeRule.Strings.WithSchemaInstance(), TypeRule.Inferred.WithSchemaInstance()])
        {
            var convention = JsonConvention.Default with { Types = rule, EmptyElement = EmptyElementForm.EmptyString };
            var back = Conversion.ThereAndBack(json, out var report, convention);
            Assert.Equal(json.Replace("{}", "\"\"", StringComparison.Ordinal), back);
            Assert.Equal(json != back, report.Count(MappingLossKind.EmptyValue) > 0);
            Assert.Equal(0, report.Count(MappingLossKind.ValueType));
            Conversion.ToXml(json, convention);
        }
    }

    [Theory]
    [InlineData("", """{"a":null}""", """{"a":""}""", """{"a":""}""")]
    [InlineData("<b/>", """{"a":{"b":null}}""", """{"a":{"b":""}}""", """{"a":{"b":""}}""")]
    [InlineData("<b></b>", """{"a":{"b":null}}""", """{"a":{"b":""}}""", """{"a":{"b":""}}""")]
    [InlineData("<b> </b>", """{"a":{"b":" "}}""", """{"a":{"b":" "}}""", """{"a":{"b":" "}}""")]
    [InlineData("<b xsi:nil='true'/>", """{"a":{"b":{"@xsi:nil":"true"}}}""", """{"a":{"b":{"@xsi:nil":"true"}}}""", """{"a":{"b":null}}""")]
    public void Nothing_null_nil_and_empty_are_told_apart(string content, string plain, string emptyString, string schemaInstance)
    {
        const string Declaration = " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";
        const string Key = "\"@xmlns:xsi\":\"http://www.w3.org/2001/XMLSchema-instance\"";
        var xml = $"<a{Declaration}>{content}</a>";
        string Declared(string json) => content.Length == 0 ? "{\"a\":{" + Key + "}}" : json.Replace("{\"b\"", $"{{{Key},\"b\"", StringComparison.Ordinal);
        Assert.Equal(Declared(plain), Conversion.ToJson(xml));
        Assert.Equal(Declared(emptyString), Conversion.ToJson(xml, JsonConvention.Default with { EmptyElement = EmptyElementForm.EmptyString }));
        Assert.Equal(schemaInstance, Conversion.ToJson(xml, JsonConvention.Default with { Types = TypeRule.Strings.WithSchemaInstance() }));
    }

    [Fact]
    public void Xsi_types_are_declared_at_the_root() =>
        Assert.Equal(
            "<r xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><a xsi:nil=\"true\"/><b xsi:type=\"xs:decimal\">1</b></r>",
            Json.ToXml("""{"r":{"a":null,"b":1}}""", JsonConvention.Default with { Types = TypeRule.Strings.WithSchemaInstance() }));

    [Theory]
    [InlineData("""{"r":{"@xmlns:xs":"urn:x","a":1}}""")]
    [InlineData("""{"r":{"z":{"@xmlns:xs":"urn:o","b":1.5,"c":null}}}""")]
    [InlineData("""{"r":{"z":{"@xmlns:xsi":"urn:o","b":1.5,"c":null}}}""")]
    public void Prefixes_that_are_used_otherwise_are_declared_again_where_types_are_said(string json)
    {
        var convention = JsonConvention.Default with { Types = TypeRule.Strings.WithSchemaInstance() };
        Assert.Equal(json, Conversion.ThereAndBack(json, convention: convention, report: out var report));
        Assert.True(report.IsEmpty, report.ToString());
    }

    [Theory]
    [InlineData("""{"a":{"@xsi:type":"xs:int","#text":"5"}}""")]
    [InlineData("""{"a":{"@xsi:nil":"true"}}""")]
    public void Keys_that_the_way_back_takes_for_types_are_told(string json)
    {
        Conversion.EventsOfJson(json, out var report, JsonConvention.Default with { Types = TypeRule.Strings.WithSchemaInstance() });
        Assert.Equal(1, report.Count(MappingLossKind.SchemaInstance));
    }

    [Fact]
    public void The_type_of_an_attribute_does_not_depend_on_what_shared_its_key() =>
        Assert.Equal(
            """{"r":{"a":[{"@x":"1"},{"@x":1}]}}""",
            Conversion.ToJson("<r><a xmlns:p='u' p:x='1'/><a x='1'/></r>", JsonConvention.Default with { Namespaces = NamespaceRule.LocalNames, Types = TypeRule.Strings.AtPaths(ScalarType.Number, "/r/a/@x") }));

    [Fact]
    public void A_function_decides_types_once_for_each_path()
    {
        var asked = new List<string>();
        var types = TypeRule.Strings.AtPaths(ScalarType.Number, "/r/n").DecidedBy(path =>
        {
            asked.Add(path.ToString());
            return path.Name == "@id" || path.ToString() == "/r/x/y" ? ScalarType.Number : null;
        });
        const string Xml = "<r><n>1</n><x id='2'><y>3</y></x><x id='4'><y>5</y><z>6</z></x></r>";
        Assert.Equal("""{"r":{"n":1,"x":[{"@id":2,"y":3},{"@id":4,"y":5,"z":"6"}]}}""", Conversion.ToJson(Xml, JsonConvention.Default with { Types = types }));
        Assert.Equal(["/r", "/r/x", "/r/x/@id", "/r/x/y", "/r/x/z"], asked);
    }

    [Fact]
    public void Rules_that_say_the_same_are_equal()
    {
        Assert.Equal(TypeRule.Inferred.AtPaths(ScalarType.Number, "/a"), TypeRule.Inferred.AtPaths(ScalarType.Number, "/a"));
        Assert.NotEqual(TypeRule.Inferred.AtPaths(ScalarType.Number, "/a"), TypeRule.Inferred.AtPaths(ScalarType.Boolean, "/a"));
        Assert.NotEqual(TypeRule.Inferred, TypeRule.Inferred.WithSchemaInstance());
        Assert.Throws<ArgumentException>(() => TypeRule.Inferred.AtPaths(ScalarType.Number, "a"));
    }
}
