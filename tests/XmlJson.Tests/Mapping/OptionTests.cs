using System.Text;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>Each option of <see cref="JsonConvention"/>, there and back.</summary>
public class OptionTests
{
    private static readonly JsonConvention Faithful = JsonConvention.Default with
    {
        CDataKey = "#cdata-section",
        Comments = CommentForm.Key,
        ProcessingInstructionPrefix = "?",
        DocumentTypeKey = "!DOCTYPE",
        XmlDeclarationKey = "?xml",
        WhiteSpace = WhiteSpacePolicy.Keep,
    };

    public static TheoryData<string, JsonConvention, string> Cases => new()
    {
        // Arrays
        { "<r><a>1</a></r>", JsonConvention.Default with { Arrays = ArrayRule.Always }, """{"r":{"a":["1"]}}""" },
        { "<r><a>1</a><b/><a>2</a></r>", JsonConvention.Default with { Arrays = ArrayRule.Always }, """{"r":{"a":["1","2"],"b":[null]}}""" },
        { "<r><x><a/></x><x/></r>", JsonConvention.Default with { Arrays = ArrayRule.Always }, """{"r":{"x":[{"a":[null]},null]}}""" },
        { "<r><a><b/></a><c/></r>", JsonConvention.Default with { Arrays = ArrayRule.Never }, """{"r":{"a":{"b":null},"c":null}}""" },
        { "<r>t<a/>u<b/></r>", JsonConvention.Default with { Arrays = ArrayRule.Never }, """{"r":{"#text":["t","u"],"a":null,"b":null}}""" },
        { "<r><a>1</a><b><a/></b></r>", JsonConvention.Default with { Arrays = ArrayRule.AtPaths("/r/a") }, """{"r":{"a":["1"],"b":{"a":null}}}""" },
        { "<r><a>1</a><b><a/><c/><a/></b></r>", JsonConvention.Default with { Arrays = ArrayRule.AtPaths("**/a") }, """{"r":{"a":["1"],"b":{"a":[null,null],"c":null}}}""" },
        { "<r><x><a/></x><y><a/></y></r>", JsonConvention.Default with { Arrays = ArrayRule.AtPaths("/r/*/a") }, """{"r":{"x":{"a":[null]},"y":{"a":[null]}}}""" },
        { "<r><x><a/></x><y><z><a/></z></y></r>", JsonConvention.Default with { Arrays = ArrayRule.AtPaths("/r/**/z/a") }, """{"r":{"x":{"a":null},"y":{"z":{"a":[null]}}}}""" },
        { "<r><a/><b/><b/></r>", JsonConvention.Default with { Arrays = ArrayRule.AtPaths("/r/a") }, """{"r":{"a":[null],"b":[null,null]}}""" },
        { "<r><a/><b/></r>", JsonConvention.Default with { Arrays = ArrayRule.AtPaths("/r/a").Otherwise(ArrayDecision.Single) }, """{"r":{"a":[null],"b":null}}""" },
        { "<a/>", JsonConvention.Default with { Arrays = ArrayRule.AtPaths("/a", "**/a") }, """{"a":null}""" },
        // The root
        { "<a b='1'><c/></a>", JsonConvention.Default with { KeepRoot = false, RootName = "a" }, """{"@b":"1","c":null}""" },
        { "<a>t</a>", JsonConvention.Default with { KeepRoot = false, RootName = "a" }, "\"t\"" },
        { "<a/>", JsonConvention.Default with { KeepRoot = false, RootName = "a" }, "null" },
        // Empty elements
        { "<a><b/></a>", JsonConvention.Default with { EmptyElement = EmptyElementForm.EmptyString }, """{"a":{"b":""}}""" },
        { "<a><b/></a>", JsonConvention.Default with { EmptyElement = EmptyElementForm.EmptyObject }, """{"a":{"b":{}}}""" },
        // Keys
        { "<a b='1'>t</a>", JsonConvention.Default with { AttributePrefix = "-", TextKey = "$" }, """{"a":{"-b":"1","$":"t"}}""" },
        { "<a b='1'>t</a>", JsonConvention.Default with { AttributePrefix = "_", TextKey = "_VALUE" }, """{"a":{"_b":"1","_VALUE":"t"}}""" },
        { "<a><!--c--><b/></a>", JsonConvention.Default with { Comments = CommentForm.Key, CommentKey = "//" }, """{"a":{"//":"c","b":null}}""" },
        // Everything else there is
        { "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE a SYSTEM \"a.dtd\"><?p d?><a/>", Faithful, """{"?xml":{"@version":"1.0","@encoding":"utf-8"},"!DOCTYPE":{"@name":"a","@system":"a.dtd"},"?p":"d","a":null}""" },
        { "<!DOCTYPE a PUBLIC \"-//X//EN\" \"a.dtd\"><!--1--><a><!--2--><!--3--></a><!--4-->".Replace("<!--4-->", "<?q r?>", StringComparison.Ordinal), Faithful, """{"!DOCTYPE":{"@name":"a","@public":"-//X//EN","@system":"a.dtd"},"#comment":"1","a":{"#comment":["2","3"]},"?q":"r"}""" },
        { "<!DOCTYPE a SYSTEM \"\"><a/>", Faithful, """{"!DOCTYPE":{"@name":"a","@system":""},"a":null}""" },
        { "<!DOCTYPE a PUBLIC \"\" \"x\"><a/>", Faithful, """{"!DOCTYPE":{"@name":"a","@public":"","@system":"x"},"a":null}""" },
        { "<a>\n <b>1</b>\n <b/></a>", Faithful, """{"a":{"#text":["\n ","\n "],"b":["1",null]}}""" },
        { "<a><![CDATA[x]]><![CDATA[]]></a>", Faithful, """{"a":{"#cdata-section":["x",""]}}""" },
        { "<a> <![CDATA[x]]></a>", Faithful, """{"a":{"#text":" ","#cdata-section":"x"}}""" },
        // White space
        { "<a>\n t <b> </b></a>", JsonConvention.Default with { WhiteSpace = WhiteSpacePolicy.Trim }, """{"a":{"#text":"t","b":""}}""" },
        { "<a> <b> </b> t</a>", JsonConvention.Default with { WhiteSpace = WhiteSpacePolicy.DropAlone }, """{"a":{"b":"","#text":" t"}}""" },
        // Names
        { "<a><_x0041_/><A/></a>", JsonConvention.Default with { Names = NamePolicy.XmlConvert }, """{"a":{"A":[null,null]}}""" },
        { "<a_x0020_b/>", JsonConvention.Default with { Names = NamePolicy.Reject }, """{"a_x0020_b":null}""" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_option_gives(string xml, JsonConvention convention, string json)
    {
        Assert.Equal(json, Conversion.ToJson(xml, out var report, convention));
        if (report.IsEmpty)
        {
            Assert.Equal(Conversion.Events(xml), Conversion.EventsOfJson(json, convention));
        }
    }

    [Theory]
    [InlineData("<a x='1'><x>2</x></a>", """{"a":{"x":["1","2"]}}""")]
    [InlineData("<a x='1' y='2'>t</a>", """{"a":{"x":"1","y":"2","#text":"t"}}""")]
    public void Without_a_prefix_attributes_share_keys_with_elements(string xml, string json) =>
        Assert.Equal(json, Conversion.ToJson(xml, JsonConvention.Default with { AttributePrefix = "" }));

    [Theory]
    [InlineData("""{"a b":{"1c":1,"@<":2}}""", "<a_b><_1c>1</_1c></a_b>")]
    [InlineData("""{"":{"x:y":1}}""", "<_><x_y>1</x_y></_>")]
    public void Replaced_characters_are_told(string json, string start)
    {
        var convention = JsonConvention.Default with { Names = NamePolicy.Replace };
        Assert.Equal(start, Conversion.ToXml(json, convention).Replace(" _=\"2\"", "", StringComparison.Ordinal));
        Conversion.EventsOfJson(json, out var report, convention);
        Assert.True(report.Count(MappingLossKind.Name) >= 2);
    }

    [Theory]
    [InlineData("""{"a b":1}""", MappingErrorCode.InvalidName)]
    [InlineData("""{"":1}""", MappingErrorCode.InvalidName)]
    [InlineData("""{"a:b:c":1}""", MappingErrorCode.InvalidName)]
    [InlineData("""{"xmlns:b":1}""", MappingErrorCode.InvalidName)]
    [InlineData("""{"a":{"@1":1}}""", MappingErrorCode.InvalidName)]
    [InlineData("""{"x:y":1}""", MappingErrorCode.UndeclaredPrefix)]
    [InlineData("""{"a":{"@x:y":1}}""", MappingErrorCode.UndeclaredPrefix)]
    public void Rejected_names_are_errors(string json, MappingErrorCode code) =>
        Assert.Equal(code, Assert.Throws<MappingException>(() => Conversion.EventsOfJson(json, JsonConvention.Default with { Names = NamePolicy.Reject })).Code);

    [Theory]
    [InlineData("""{"a":"x\u0000y"}""", "<a>x\uFFFDy</a>")]
    [InlineData("""{"a":"\ud800"}""", "<a>\uFFFD</a>")]
    [InlineData("""{"a":"\ud800\ud83d\ude00\udc00"}""", "<a>\uFFFD😀\uFFFD</a>")]
    [InlineData("{\"a\":{\"@b\":\"x\uFFFFy\uFFFE\"}}", "<a b=\"x\uFFFDy\uFFFD\" />")]
    [InlineData("""{"\udc00":1}""", "<_xFFFD_>1</_xFFFD_>")]
    public void Invalid_characters_can_be_replaced(string json, string xml)
    {
        var convention = JsonConvention.Default with { InvalidCharacters = InvalidCharacterPolicy.Replace };
        Conversion.EventsOfJson(json, out var report, convention);
        Assert.Equal(1, report.Count(MappingLossKind.InvalidCharacter));
        if (!xml.StartsWith("<_xFFFD_", StringComparison.Ordinal))
        {
            Assert.Equal(xml, Conversion.ToXml(json, convention));
        }
    }

    [Theory]
    [InlineData("<r><a/><a/></r>", MappingErrorCode.RepeatedElement)]
    [InlineData("<r><a/><b/><a/></r>", MappingErrorCode.RepeatedElement)]
    [InlineData("<r>t<a/><a/></r>", MappingErrorCode.RepeatedElement)]
    [InlineData("<r><x><a/><b/><a/></x></r>", MappingErrorCode.RepeatedElement)]
    public void What_never_is_an_array_must_not_repeat(string xml, MappingErrorCode code) =>
        Assert.Equal(code, Assert.Throws<MappingException>(() => Conversion.ToJson(xml, JsonConvention.Default with { Arrays = ArrayRule.Never })).Code);

    [Theory]
    [InlineData("<r><a/><a/><b/><b/><c/></r>", """{"r":{"a":[null,null],"b":[null,null],"c":null}}""")]
    [InlineData("<r>t<a/><b/></r>", """{"r":{"#text":"t","a":null,"b":null}}""")]
    [InlineData("<r><a/><b/><a/></r>", null)]
    [InlineData("<r><a/><a/><b/><a/></r>", null)]
    [InlineData("<r><x><a/><b/><a/></x></r>", null)]
    [InlineData("<r>t<a/>t</r>", null)]
    public void Where_repeats_are_said_to_be_adjacent_they_must_be(string xml, string? json)
    {
        var convention = JsonConvention.Default with { RepeatsAreAdjacent = true };
        if (json is null)
        {
            Assert.Equal(MappingErrorCode.RepeatNotAdjacent, Assert.Throws<MappingException>(() => Conversion.ToJson(xml, convention)).Code);
        }
        else
        {
            Assert.Equal(json, Conversion.ToJson(xml, convention));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("book")]
    [InlineData("/")]
    [InlineData("/a/")]
    [InlineData("//a")]
    [InlineData("/a/**")]
    [InlineData("**")]
    public void A_malformed_path_is_refused(string path) => Assert.Throws<ArgumentException>(() => ArrayRule.AtPaths(path));

    [Fact]
    public void A_function_decides_arrays_once_for_each_path()
    {
        var asked = new List<string>();
        var arrays = ArrayRule.AtPaths("/r/a").DecidedBy(path =>
        {
            asked.Add(path.ToString());
            return path.ToString() switch
            {
                "/r/x/b" => ArrayDecision.Array,
                "/r/x/c" => ArrayDecision.Single,
                _ => null,
            };
        });
        var convention = JsonConvention.Default with { Arrays = arrays };
        Assert.Equal("""{"r":{"a":["1"],"x":[{"b":["2"],"c":"3"},{"b":["4"]}]}}""", Conversion.ToJson("<r><a>1</a><x><b>2</b><c>3</c></x><x><b>4</b></x></r>", convention));
        Assert.Equal(["/r", "/r/x", "/r/x/b", "/r/x/c"], asked);
        Assert.Equal(MappingErrorCode.RepeatedElement, Assert.Throws<MappingException>(() => Conversion.ToJson("<r><x><c/><c/></x></r>", convention)).Code);
        Conversion.EventsOfJson("""{"r":{"x":{"b":["2"],"c":"3"}}}""", out var report, convention);
        Assert.True(report.IsEmpty, report.ToString());
    }

    [Fact]
    public void A_function_is_given_the_path_step_by_step()
    {
        var asked = new List<MappedPath>();
        var types = TypeRule.Strings.DecidedBy(path =>
        {
            asked.Add(path);
            return null;
        });
        Conversion.ToJson("<r><p:a xmlns:p='u' k='1'/></r>", JsonConvention.Default with { Types = types });
        Assert.Equal(["/r", "/r/p:a", "/r/p:a/@k"], asked.Select(path => path.ToString()));
        Assert.Equal([("r", 1, null), ("p:a", 2, "r"), ("@k", 3, "p:a")], asked.Select(path => (path.Name, path.Depth, path.Parent?.Name)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_function_takes_linear_time_at_any_depth(bool reads)
    {
        const int Depth = Effort.Million / 2;
        var asked = 0;
        ArrayDecision? Decide(MappedPath path)
        {
            asked++;
            return (reads && path.Depth == Depth && path.ToString().Length == (2 * Depth)) || path.Parent?.Name == "b" ? ArrayDecision.Single : ArrayDecision.Array;
        }

        var convention = JsonConvention.Default with { Arrays = ArrayRule.Repeated.DecidedBy(Decide), Types = TypeRule.Strings.DecidedBy(path => path.Name == "c" ? ScalarType.Number : null) };
        var xml = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", Depth)) + string.Concat(Enumerable.Repeat("</a>", Depth)));
        using var json = new MemoryStream();
        Xml.ToJson(new MemoryStream(xml), json, convention, new MappingOptions { MaxDepth = int.MaxValue }, XmlParserOptions.Default with { MaxDepth = int.MaxValue });
        Assert.Equal(Depth, asked);
        Assert.True(json.Length > Depth * 5L);
    }

    [Fact]
    public void What_a_function_throws_reaches_the_caller() =>
        Assert.Throws<InvalidTimeZoneException>(() => Conversion.ToJson("<a/>", JsonConvention.Default with { Arrays = ArrayRule.Repeated.DecidedBy(_ => throw new InvalidTimeZoneException()) }));

    [Fact]
    public void Contradictory_conventions_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new JsonSource(JsonConvention.Default with { CDataKey = "#text" }));
        Assert.Throws<ArgumentException>(() => new JsonSource(JsonConvention.Default with { TextKey = "" }));
        Assert.Throws<ArgumentException>(() => new JsonSource(JsonConvention.Default with { ProcessingInstructionPrefix = "@" }));
        Assert.Throws<ArgumentException>(() => new JsonSource(JsonConvention.Default with { KeepRoot = false, RootName = null }));
        Assert.Throws<ArgumentException>(() => new JsonSource(JsonConvention.Default with { RootName = "a b" }));
        Assert.Throws<ArgumentException>(() => new JsonSource(JsonConvention.Default with { ItemName = "#text" }));
        Assert.Throws<ArgumentException>(() => new JsonSink(new MemoryStream(), JsonConvention.Default with { CommentKey = "!DOCTYPE", Comments = CommentForm.Key, DocumentTypeKey = "!DOCTYPE" }));
    }

    [Fact]
    public void Conventions_that_say_the_same_are_equal()
    {
        Assert.Equal(JsonConvention.Default, JsonConvention.Newtonsoft with
        {
            CDataKey = null,
            Comments = CommentForm.Drop,
            ProcessingInstructionPrefix = null,
            DocumentTypeKey = null,
            XmlDeclarationKey = null,
            RootName = "root",
            ItemName = "item",
            WhiteSpace = WhiteSpacePolicy.DropBetweenElements,
            Names = NamePolicy.Reversible,
            UsesJsonNamespace = false,
        });
        Assert.Equal(ArrayRule.AtPaths("/a", "**/b"), ArrayRule.AtPaths("/a", "**/b"));
        Assert.NotEqual(ArrayRule.AtPaths("/a"), ArrayRule.AtPaths("/a").Otherwise(ArrayDecision.Single));
    }
}
