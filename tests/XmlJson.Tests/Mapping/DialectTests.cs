using System.Text.Json.Nodes;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>The conventions of other tools against the tools themselves, on the documents of <c>tests/cases/mapping</c>; its scripts say how the files were made.</summary>
public class DialectTests
{
    private static readonly JsonConvention FastXmlParserStrings = JsonConvention.FastXmlParser with { Types = TypeRule.Strings };

    public static TheoryData<string> Tools => ["xmltodict", "xml-js", "xml2js", "xml2js-plain", "fast-xml-parser", "fast-xml-parser-strings", "fast-xml-parser-nodes"];

    // Where a tool writes other JSON than its convention here, and why. Each is true of some document that is converted.
    private static readonly Deviation[] Deviations =
    [
        new("xml-js", "An empty CDATA section is dropped by the tool.", Has("<![CDATA[]]>")),
        new("xml-js", "An empty comment is dropped by the tool.", Has("<!---->")),
        new("xml-js", "White space and quotes in a document type declaration are written in one way here.", Has("<!DOCTYPE  a >")),
        new("xml-js", "The tool looks into JavaScript's Object.prototype.", Has("<constructor>")),
        new("xml2js*", "The tool looks into JavaScript's Object.prototype.", Has("<constructor>")),
        new("xml2js*", "White space before the first child is a part of joined text in the tool; here it is dropped, as it would make every indented document wait.", Has("<a>\n<b>1</b>\ntext")),
        new("fast-xml-parser", "Numbers that are not written back as they stand are text here.", Has("007", "1.10", "1e5", "-0<", "0.00001")),
        new("fast-xml-parser", "The tool trims the pieces between CDATA sections each alone, and not the sections.", Has("<![CDATA[")),
        new("fast-xml-parser-strings", "The tool trims the pieces between CDATA sections each alone, and not the sections.", Has("<![CDATA[")),
        new("fast-xml-parser*", "The tool reads the data of processing instructions as attributes.", Has("<?p", "<?xml-s")),
        new("fast-xml-parser*", "The tool does not resolve character references.", Has("&#13;")),
        new("fast-xml-parser*", "The tool trims the values of attributes.", Has("=\" 1 \"")),
    ];

    [Theory]
    [MemberData(nameof(Tools))]
    public void XML_becomes_the_JSON_that_the_tool_writes(string tool)
    {
        var unused = Deviations.Where(deviation => deviation.IsOf(tool)).ToHashSet();
        foreach (var (xml, golden) in Cases(tool))
        {
            var json = Conversion.ToJson(xml, ConventionOf(tool));
            if (!JsonNode.DeepEquals(JsonNode.Parse(json), golden["json"]))
            {
                var reasons = Deviations.Where(deviation => deviation.IsOf(tool) && deviation.Applies(xml)).ToList();
                Assert.True(reasons.Count > 0, $"{xml}\n{tool}: {golden["json"]!.ToJsonString()}\nhere: {json}");
                unused.ExceptWith(reasons);
            }
        }

        Assert.Empty(unused.Select(deviation => deviation.Reason));
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void The_tools_JSON_becomes_the_XML_that_the_tool_writes(string tool)
    {
        foreach (var (xml, golden) in Cases(tool))
        {
            // The tool writes a carriage return as it is, which reads back as a line feed.
            if (tool == "xml-js" && xml.Contains("&#13;", StringComparison.Ordinal))
            {
                continue;
            }

            var written = Json.ToXml(golden["json"]!.ToJsonString(), ConventionOf(tool), new MappingOptions { AllowInternalSubset = true });
            Assert.Equal(Canonical(golden["xml"]!.GetValue<string>()), Canonical(written));
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void What_a_dialect_keeps_comes_back(string tool)
    {
        foreach (var (xml, _) in Cases(tool))
        {
            var json = Conversion.ToJson(xml, out var report, ConventionOf(tool));
            Assert.Equal(report.IsEmpty, Conversion.Events(xml) == Conversion.EventsOfJson(json, ConventionOf(tool), new MappingOptions { AllowInternalSubset = true }));
        }
    }

    [Theory]
    [InlineData("""{"_instruction":{"go":{"_attributes":{"x":"1","y":"a\"b<c"}}},"a":{}}""", """<?go x="1" y="a&quot;b&lt;c"?><a/>""", "ValueShape ×1")]
    [InlineData("""{"_instruction":[{"p":"1"},{"q":{"_attributes":{"x":true}}}],"a":{"_instruction":{"p":"1","r":""}}}""", """<?p 1?><?q x="true"?><a><?p 1?><?r?></a>""", "ValueType ×1|ValueShape ×2")]
    [InlineData("""{"_doctype":" a  SYSTEM 'b' ","a":{}}""", """<!DOCTYPE a SYSTEM "b"><a/>""", "LexicalForm ×1")]
    [InlineData("""{"_doctype":"a","a":{"_attributes":{"b":"1"},"_instruction":{"p":"d"}}}""", """<!DOCTYPE a><a b="1"><?p d?></a>""", "")]
    public void What_xml_js_reads_is_read(string json, string xml, string losses)
    {
        Assert.Equal(xml, Json.ToXml(json, JsonConvention.XmlJs).Replace("\n", "", StringComparison.Ordinal));
        Conversion.EventsOfJson(json, out var report, JsonConvention.XmlJs);
        Assert.Equal(losses, string.Join('|', report.Losses.Select(loss => $"{loss.Kind} ×{loss.Count}")));
    }

    [Fact]
    public void Data_of_instructions_may_be_attributes_for_fast_xml_parser() =>
        Assert.Equal("<?x a=\"1\" b=\"2\"?>\n<r><?x c=\"3\"?><?x d=\"4\"?></r>", Json.ToXml("""{"?x":{"@_a":"1","@_b":"2"},"r":{"?x":[{"@_c":"3"},{"@_d":4}]}}""", JsonConvention.FastXmlParser));

    [Theory]
    [InlineData("""{"_instruction":"p","a":{}}""", MappingErrorCode.UnexpectedValue)]
    [InlineData("""{"_instruction":{"p":[]},"a":{}}""", MappingErrorCode.ValueNotScalar)]
    [InlineData("""{"_instruction":{"p":{"x":"1"}},"a":{}}""", MappingErrorCode.UnexpectedValue)]
    [InlineData("""{"_instruction":{"p":{"_attributes":{"x":{}}}},"a":{}}""", MappingErrorCode.ValueNotScalar)]
    [InlineData("""{"_instruction":{"p":{"x":{}}},"a":{}}""", MappingErrorCode.ValueNotScalar)]
    [InlineData("""{"_instruction":{"p":"?>"},"a":{}}""", MappingErrorCode.InvalidProcessingInstruction)]
    [InlineData("""{"_instruction":{"p":{"_attributes":{"x":"?>"}}},"a":{}}""", MappingErrorCode.InvalidProcessingInstruction)]
    [InlineData("""{"_instruction":{"xml":"version='1.0'"},"a":{}}""", MappingErrorCode.InvalidProcessingInstruction)]
    [InlineData("""{"_doctype":"a b","a":{}}""", MappingErrorCode.InvalidDocumentType)]
    [InlineData("""{"_doctype":"a SYSTEM \"x","a":{}}""", MappingErrorCode.InvalidDocumentType)]
    [InlineData("""{"_doctype":"a PUBLIC \"x\"","a":{}}""", MappingErrorCode.InvalidDocumentType)]
    [InlineData("""{"_doctype":"a [<!ENTITY e 'x'>]","a":{}}""", MappingErrorCode.InvalidDocumentType)]
    [InlineData("""{"_doctype":"a><b/>","a":{}}""", MappingErrorCode.InvalidDocumentType)]
    [InlineData("""{"_doctype":"","a":{}}""", MappingErrorCode.InvalidDocumentType)]
    [InlineData("""{"a":{"_doctype":"a"}}""", MappingErrorCode.InvalidDocumentType)]
    public void What_would_be_other_markup_is_refused(string json, MappingErrorCode code) =>
        Assert.Equal(code, Assert.Throws<MappingException>(() => Json.ToXml(json, JsonConvention.XmlJs)).Code);

    // A canonical form has no document type declaration.
    private static string Canonical(string xml) => xml.Contains("<!DOCTYPE", StringComparison.Ordinal) ? Conversion.Events(xml) : Xml.Canonicalize(xml);

    private static JsonConvention ConventionOf(string tool) => tool switch
    {
        "xmltodict" => JsonConvention.XmlToDict,
        "xml-js" => JsonConvention.XmlJs,
        "xml2js" => JsonConvention.Xml2Js,
        "xml2js-plain" => JsonConvention.Xml2Js with { Arrays = ArrayRule.Repeated },
        "fast-xml-parser" => JsonConvention.FastXmlParser,
        "fast-xml-parser-nodes" => FastXmlParserStrings with { Comments = CommentForm.Key, CDataKey = "#cdata" },
        _ => FastXmlParserStrings,
    };

    // What a tool refuses is left out.
    private static IEnumerable<(string Xml, JsonNode Golden)> Cases(string tool) =>
        Lines("documents").Select(line => line.GetValue<string>()).Zip(Lines(tool)).Where(pair => pair.Second["refused"] is null);

    private static IEnumerable<JsonNode> Lines(string name) =>
        File.ReadLines(Repository.PathOf("tests", "cases", "mapping", name + ".jsonl")).Select(line => JsonNode.Parse(line)!);

    private static Func<string, bool> Has(params string[] parts) => xml => parts.Any(part => xml.Contains(part, StringComparison.Ordinal));

    private sealed record Deviation(string Tool, string Reason, Func<string, bool> Applies)
    {
        public bool IsOf(string tool) => Tool == tool || (Tool.EndsWith('*') && tool.StartsWith(Tool[..^1], StringComparison.Ordinal));
    }
}
