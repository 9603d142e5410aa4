using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

public class XPath31Tests
{
    private const int Documents = Effort.Documents;

    private const string Namespace = " xmlns=\"http://www.w3.org/2005/xpath-functions\"";

    private static readonly XPath31Convention Escaping = new() { Escape = true };

    [Theory]
    [InlineData("""{"a":[1,null,true,"x",{}]}""", "<map{0}><array key=\"a\"><number>1</number><null /><boolean>true</boolean><string>x</string><map /></array></map>")]
    [InlineData("[]", "<array{0} />")]
    [InlineData("\"\"", "<string{0} />")]
    [InlineData("-0", "<number{0}>-0</number>")]
    [InlineData("1E400", "<number{0}>1E400</number>")]
    [InlineData("""{"":1.10,"a b":"<&>","\u0041":"\u0042"}""", "<map{0}><number key=\"\">1.10</number><string key=\"a b\">&lt;&amp;&gt;</string><string key=\"A\">B</string></map>")]
    [InlineData("""{"a":1,"a":2}""", "<map{0}><number key=\"a\">1</number><number key=\"a\">2</number></map>")]
    [InlineData("""["\t\n","\\","\u0080"]""", "<array{0}><string>\t\n</string><string>\\</string><string>\u0080</string></array>")]
    [InlineData("""{"\u0000":"\ud800","\b":"\uFFFE"}""", "<map{0}><string key=\"\uFFFD\">\uFFFD</string><string key=\"\uFFFD\">\uFFFD</string></map>")]
    public void JSON_becomes(string json, string xml) => Assert.Equal(xml.Replace("{0}", Namespace, StringComparison.Ordinal), Conversion.ToXml(json, XPath31Convention.Default));

    [Theory]
    [InlineData("""["\t\n","\\","\u0080","\/\"","\u0000","\ud800","\uFFFE"]""", "<array{0}><string escaped=\"true\">\\t\\n</string><string escaped=\"true\">\\\\</string><string escaped=\"true\">\\u0080</string><string>/\"</string><string escaped=\"true\">\\u0000</string><string escaped=\"true\">\\uD800</string><string escaped=\"true\">\\uFFFE</string></array>")]
    [InlineData("""{"\u001f":"x","y\\":"\u007f"}""", "<map{0}><string key=\"\\u001F\" escaped-key=\"true\">x</string><string key=\"y\\\\\" escaped-key=\"true\" escaped=\"true\">\\u007F</string></map>")]
    [InlineData("\"\\ud83d\\ude00\"", "<string{0}>😀</string>")]
    public void Special_characters_stay_escapes_when_asked_for(string json, string xml) =>
        Assert.Equal(xml.Replace("{0}", Namespace, StringComparison.Ordinal), Conversion.ToXml(json, Escaping));

    [Theory]
    [InlineData("<j:map xmlns:j='{0}'><j:string key='a'>x/y</j:string></j:map>", """{"a":"x\/y"}""", "Name ×2, first at 1:1, '/j:map'\nAttribute ×1, first at 1:1, '/j:map'")]
    [InlineData("<array xmlns='{0}'>\n <!--c--><number> +01.50 </number><?p?><boolean>1</boolean><boolean>0</boolean> </array>", "[1.50,true,false]", "WhiteSpace ×2, first at 1:55, '/array'\nComment ×1, first at 2:2, '/array'\nProcessingInstruction ×1, first at 2:35, '/array'\nLexicalForm ×3, first at 2:26, '/array/number'")]
    [InlineData("<string xmlns='{0}' key='k' xml:lang='en' xmlns:p='u' p:a='1'>a<!--c-->b<![CDATA[<c>]]></string>", "\"ab<c>\"", null)]
    [InlineData("<map xmlns='{0}'><null key='a'/><null key='a'/></map>", """{"a":null,"a":null}""", "")]
    [InlineData("<number xmlns='{0}'>.5</number>", "0.5", null)]
    [InlineData("<number xmlns='{0}'>1.</number>", "1", null)]
    [InlineData("<number xmlns='{0}'>-00e+5</number>", "-0e+5", null)]
    [InlineData("<number xmlns='{0}'>1e400</number>", "1e400", "")]
    // Strings (§17.5.4)
    [InlineData("<string xmlns='{0}'>\\&quot;/&#9;&#10;&#13;&#x7F;&#x80;é</string>", """
        "\\\"\/\t\n\r\u007F\u0080é"
        """, "")]
    [InlineData("<string xmlns='{0}' escaped='true'>\\u0041\\&quot;\\/&quot;/\\n&#10;\\uD800</string>", """
        "\u0041\"\/\"\/\n\n\uD800"
        """, null)]
    [InlineData("<map xmlns='{0}'><string key='\\u0000' escaped-key='1'>\\u0000</string></map>", """{"\u0000":"\\u0000"}""", null)]
    [InlineData("<string xmlns='{0}' escaped=' false '>\\u0041</string>", """
        "\\u0041"
        """, null)]
    public void XML_of_the_vocabulary_becomes(string xml, string json, string? losses)
    {
        Assert.Equal(json, Conversion.ToJson(xml.Replace("{0}", "http://www.w3.org/2005/xpath-functions", StringComparison.Ordinal), out var report, XPath31Convention.Default));
        if (losses is not null)
        {
            Assert.Equal(losses, report.ToString());
        }
        else
        {
            Assert.False(report.IsEmpty);
        }
    }

    [Theory]
    [InlineData("<map/>", MappingErrorCode.UnexpectedElement, "/")]
    [InlineData("<object xmlns='{0}'/>", MappingErrorCode.UnexpectedElement, "/")]
    [InlineData("<array xmlns='{0}'><number>1<null/></number></array>", MappingErrorCode.UnexpectedElement, "/array/number")]
    [InlineData("<string xmlns='{0}'><string/></string>", MappingErrorCode.UnexpectedElement, "/string")]
    [InlineData("<array xmlns='{0}'><null xmlns=''/></array>", MappingErrorCode.UnexpectedElement, "/array")]
    [InlineData("<array xmlns='{0}'><null key='a'/></array>", MappingErrorCode.UnexpectedAttribute, "/array")]
    [InlineData("<null xmlns='{0}' other='a'/>", MappingErrorCode.UnexpectedAttribute, "/")]
    [InlineData("<number xmlns='{0}' escaped='true'>1</number>", MappingErrorCode.UnexpectedAttribute, "/")]
    [InlineData("<map xmlns='{0}' xmlns:f='{0}' f:key='a'/>", MappingErrorCode.UnexpectedAttribute, "/")]
    [InlineData("<map xmlns='{0}'>x</map>", MappingErrorCode.UnexpectedText, "/map")]
    [InlineData("<array xmlns='{0}'> <null> </null></array>", MappingErrorCode.UnexpectedText, "/array/null")]
    [InlineData("<map xmlns='{0}'><null/></map>", MappingErrorCode.MissingKey, "/map")]
    [InlineData("<map xmlns='{0}'><null key='a' escaped-key='yes'/></map>", MappingErrorCode.InvalidValue, "/map")]
    [InlineData("<number xmlns='{0}'/>", MappingErrorCode.InvalidValue, "/number")]
    [InlineData("<number xmlns='{0}'>INF</number>", MappingErrorCode.InvalidValue, "/number")]
    [InlineData("<number xmlns='{0}'>NaN</number>", MappingErrorCode.InvalidValue, "/number")]
    [InlineData("<number xmlns='{0}'>1 2</number>", MappingErrorCode.InvalidValue, "/number")]
    [InlineData("<number xmlns='{0}'>1e</number>", MappingErrorCode.InvalidValue, "/number")]
    [InlineData("<number xmlns='{0}'>0x1</number>", MappingErrorCode.InvalidValue, "/number")]
    [InlineData("<number xmlns='{0}'>.</number>", MappingErrorCode.InvalidValue, "/number")]
    [InlineData("<number xmlns='{0}'>1,\"x\":2</number>", MappingErrorCode.InvalidValue, "/number")]
    [InlineData("<boolean xmlns='{0}'>True</boolean>", MappingErrorCode.InvalidValue, "/boolean")]
    [InlineData("<string xmlns='{0}' escaped='true'>a\\x</string>", MappingErrorCode.InvalidEscape, "/string")]
    [InlineData("<string xmlns='{0}' escaped='true'>a\\</string>", MappingErrorCode.InvalidEscape, "/string")]
    [InlineData("<string xmlns='{0}' escaped='true'>\\u00G0</string>", MappingErrorCode.InvalidEscape, "/string")]
    [InlineData("<string xmlns='{0}' escaped='true'>\\u000</string>", MappingErrorCode.InvalidEscape, "/string")]
    [InlineData("<map xmlns='{0}'><null key='\\' escaped-key='true'/></map>", MappingErrorCode.InvalidEscape, "/map")]
    public void Other_XML_is_a_typed_error(string xml, MappingErrorCode code, string path)
    {
        var error = Assert.Throws<MappingException>(() => Conversion.ToJson(xml.Replace("{0}", "http://www.w3.org/2005/xpath-functions", StringComparison.Ordinal), XPath31Convention.Default));
        Assert.Equal(code, error.Code);
        Assert.True(error.Position.IsKnown);
        Assert.StartsWith(path, error.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_keys_follow_the_policy()
    {
        const string Json = """{"a":{"x":[1]},"b":1,"\u0061":{"y":[{"z":2}]},"c":{"a":1,"a":[]},"b":2}""";
        var first = new XPath31Convention { Duplicates = DuplicateKeyPolicy.UseFirst };
        Assert.Equal("""{"a":{"x":[1]},"b":1,"c":{"a":1}}""", Conversion.ThereAndBack(Json, out var report, first));
        Assert.Equal("DuplicateKey ×3, first at '/a'", report.ToString());

        var reject = new XPath31Convention { Duplicates = DuplicateKeyPolicy.Reject };
        var error = Assert.Throws<MappingException>(() => Conversion.EventsOfJson(Json, reject));
        Assert.Equal((MappingErrorCode.DuplicateKey, "/a"), (error.Code, error.Path));
        var xml = $"<map{Namespace}><null key='/A'/><null key='\\u002F\\u0041' escaped-key='true'/></map>";
        foreach (var convention in new[] { first, reject })
        {
            Assert.Equal(MappingErrorCode.DuplicateKey, Assert.Throws<MappingException>(() => Conversion.ToJson(xml, convention)).Code);
        }

        Assert.Equal("""{"\/A":null,"\u002F\u0041":null}""", Conversion.ToJson(xml, XPath31Convention.Default));
    }

    [Fact]
    public void A_fallback_gives_the_text_for_what_XML_cannot_hold()
    {
        var asked = new List<string>();
        var convention = new XPath31Convention
        {
            Fallback = escape =>
            {
                asked.Add(escape);
                return $"[{escape}]";
            },
        };
        var xml = Conversion.ToXml("{\"k\\u0000\":\"\\b\\f\\u001f\\ud800x\\uDFFF\uFFFE\\n\"}", convention);
        Assert.Equal(["\\u0000", "\\b", "\\f", "\\u001F", "\\uD800", "\\uDFFF", "\\uFFFE"], asked);
        Assert.Equal($"<map{Namespace}><string key=\"k[\\u0000]\">[\\b][\\f][\\u001F][\\uD800]x[\\uDFFF][\\uFFFE]\n</string></map>", xml);
        foreach (var bad in new[] { "\0", "\uFFFE", "\uD800" })
        {
            var error = Assert.Throws<MappingException>(() => Conversion.EventsOfJson("[\"\\u0000\"]", new XPath31Convention { Fallback = _ => bad }));
            Assert.Equal((MappingErrorCode.InvalidCharacter, "/0"), (error.Code, error.Path));
        }

        Assert.Throws<ArgumentException>(() => new JsonSource(convention with { Escape = true }));
    }

    [Fact]
    public void JSON_comes_back_in_every_value_and_the_report_is_empty() =>
        JsonValues.Any.Sample(
            json =>
            {
                var back = Conversion.ThereAndBack(json, out var report, Escaping);
                return report.IsEmpty && JsonValues.Canonical(back) == JsonValues.Canonical(json);
            },
            iter: Documents,
            print: json => $"{json}\n{Conversion.ThereAndBack(json, out var report, Escaping)}\n{report}");

    [Fact]
    public void The_report_is_empty_exactly_where_JSON_comes_back() =>
        Gen.Select(JsonValues.Any, Gen.Bool, Gen.OneOf(DuplicateKeyPolicy.Retain, DuplicateKeyPolicy.UseFirst)).Sample(
            (json, escape, duplicates) =>
            {
                var convention = new XPath31Convention { Escape = escape, Duplicates = duplicates, EscapeSolidus = false };
                var back = Back(json, convention, out var report);
                return back is null || report.IsEmpty == (JsonValues.Canonical(back) == JsonValues.Canonical(json));
            },
            iter: Documents);

    [Fact]
    public void The_report_is_empty_exactly_where_XML_comes_back() =>
        Gen.Select(Root, Gen.Bool).Sample(
            (xml, escape) =>
            {
                var convention = new XPath31Convention { Escape = escape };
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
            print: input => $"{input.Item1}\n{input.Item2}\n{Conversion.ToJson(input.Item1, out var report, new XPath31Convention { Escape = input.Item2 })}\n{report}");

    [Fact]
    public void XML_written_and_read_again_is_the_same_JSON() =>
        JsonValues.Any.Sample(
            json =>
            {
                var xml = Json.ToXml(json, Escaping);
                return JsonValues.Canonical(Xml.ToJson(xml, Escaping)) == JsonValues.Canonical(json);
            },
            iter: 20_000);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("[0,{\"\\u0000\":\"\\ud800\",\"b\":", "}]")]
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
    public void A_million_keys_take_linear_time()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, Effort.Million).Select(i => $"\"k{i}\":{i}")) + "}";
        var convention = new XPath31Convention { Duplicates = DuplicateKeyPolicy.Reject };
        Assert.Equal(json, Conversion.ThereAndBack(json, out _, convention));
    }

    [Fact]
    public void A_key_with_a_lone_surrogate_is_written_by_a_writer_of_the_caller_too()
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        using var sink = new JsonSink(writer, Escaping);
        using var source = new JsonSource(Escaping);
        source.Parse("{\"\\ud800\":[\"\\udfff\",1.0]}"u8, sink);
        Assert.Equal("{\n  \"\\uD800\": [\n    \"\\uDFFF\",\n    1.0\n  ]\n}", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void What_it_keeps_follows_the_options()
    {
        Assert.False(XPath31Convention.Default.Keeps.HasFlag(Fidelity.AnyCharacter));
        Assert.True(Escaping.Keeps.HasFlag(Fidelity.AnyCharacter | Fidelity.AnyKey | Fidelity.DuplicateKeys | Fidelity.ValueTypes));
        Assert.False(new XPath31Convention { Duplicates = DuplicateKeyPolicy.Reject }.Keeps.HasFlag(Fidelity.DuplicateKeys));
    }

    // XML of the vocabulary, and what is nearly that.
    private static Gen<string> Root => Element(3, isMember: false).Select(root => root.Insert(root.AsSpan().IndexOfAny(" />"), " xmlns='http://www.w3.org/2005/xpath-functions'"));

    private static Gen<string> Element(int depth, bool isMember)
    {
        var key = isMember
            ? Gen.Frequency((8, Gen.OneOf("a", "b", "", "a/b", "a\\b", "\t", "&#x80;").Select(text => $" key='{text}'")), (2, Gen.OneOf("\\u0000", "\\n", "\\u0041", "a", "\\\\").Select(text => $" key='{text}' escaped-key='true'")), (1, Gen.OneOf("", " key='x' xml:id='y'")))
            : Gen.Frequency((20, Gen.Const("")), (1, Gen.OneOf(" key='a'", " xml:lang='en'")));
        var text = Gen.OneOf("x", "", "é😀", "/", "&#10;", "&#x7F;", "&lt;").Array[0, 3].Select(string.Concat);
        var escaped = Gen.OneOf("x", "\\n", "\\u0000", "\\\\", "\\uD800", "\\u0041", "\\/", "&quot;", "\\t").Array[0, 3].Select(string.Concat);
        var leaf = Gen.OneOf(
            Gen.Select(key, text, (attributes, content) => $"<string{attributes}>{content}</string>"),
            Gen.Select(key, escaped, Gen.OneOf("true", "true", "1", "false"), (attributes, content, flag) => $"<string{attributes} escaped='{flag}'>{content}</string>"),
            Gen.Select(key, Gen.OneOf("1", "1.10", "-0", "1e5", " 1", "+1", "01", ".5"), (attributes, content) => $"<number{attributes}>{content}</number>"),
            Gen.Select(key, Gen.OneOf("true", "false", "0", " true "), (attributes, content) => $"<boolean{attributes}>{content}</boolean>"),
            key.Select(attributes => $"<null{attributes}/>"));
        if (depth == 0)
        {
            return leaf;
        }

        var between = Gen.Frequency((12, Gen.Const("")), (1, Gen.OneOf(" ", "<!--c-->", "<?p?>")));
        return Gen.Frequency(
            (2, leaf),
            (2, Gen.Select(key, Gen.Select(between, Element(depth - 1, true), (space, element) => space + element).Array[0, 4], (attributes, content) => $"<map{attributes}>{string.Concat(content)}</map>")),
            (2, Gen.Select(key, Gen.Select(between, Element(depth - 1, false), (space, element) => space + element).Array[0, 4], (attributes, content) => $"<array{attributes}>{string.Concat(content)}</array>")));
    }

    private static string? Back(string json, XPath31Convention convention, out MappingReport report)
    {
        report = new MappingReport();
        try
        {
            return Conversion.ThereAndBack(json, out report, convention);
        }
        catch (MappingException error) when (error.Code == MappingErrorCode.DuplicateKey)
        {
            return null;
        }
    }
}
