using System.Text.Json.Nodes;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>The conventions of other tools against the tools themselves, on the documents of <c>tests/cases/mapping</c>; its scripts say how the files were made.</summary>
public class DialectTests
{
    private static readonly JsonConvention FastXmlParserStrings = JsonConvention.FastXmlParser with { Types = TypeRule.Strings };

    public static TheoryData<string> Tools => ["xmltodict", "xml-js", "xml2js", "fast-xml-parser", "fast-xml-parser-strings"];

    // Where a tool writes other JSON than its convention here, and why. Each is true of some document that is converted.
    private static readonly Deviation[] Deviations =
    [
        new("xml-js", "An empty CDATA section is dropped by the tool.", Has("<![CDATA[]]>")),
        new("xml-js", "Processing instructions are dropped here, and told; the tool has an object for all of them.", Has("<?p")),
        new("xml-js", "The tool looks into JavaScript's Object.prototype.", Has("<constructor>")),
        new("xml2js", "The tool looks into JavaScript's Object.prototype.", Has("<constructor>")),
        new("xml2js", "White space before the first child is a part of joined text in the tool; here it is dropped, as it would make every indented document wait.", Has("<a>\n<b>1</b>\ntext")),
        new("fast-xml-parser", "Numbers that are not written back as they stand are text here.", Has("007", "1.10", "1e5", "-0<", "0.00001")),
        new("fast-xml-parser*", "The tool trims the pieces between CDATA sections each alone, and not the sections.", Has("<![CDATA[")),
        new("fast-xml-parser*", "The tool reads the data of processing instructions as attributes.", Has("<?p")),
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
            // The tool has no other form for instructions, and writes a carriage return as it is, which reads back as a line feed.
            if (tool == "xml-js" && (xml.Contains("<?p", StringComparison.Ordinal) || xml.Contains("&#13;", StringComparison.Ordinal)))
            {
                continue;
            }

            Assert.Equal(Xml.Canonicalize(golden["xml"]!.GetValue<string>()), Xml.Canonicalize(Json.ToXml(golden["json"]!.ToJsonString(), ConventionOf(tool))));
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void What_a_dialect_keeps_comes_back(string tool)
    {
        foreach (var (xml, _) in Cases(tool))
        {
            var json = Conversion.ToJson(xml, out var report, ConventionOf(tool));
            Assert.Equal(report.IsEmpty, Conversion.Events(xml) == Conversion.EventsOfJson(json, ConventionOf(tool)));
        }
    }

    private static JsonConvention ConventionOf(string tool) => tool switch
    {
        "xmltodict" => JsonConvention.XmlToDict,
        "xml-js" => JsonConvention.XmlJs,
        "xml2js" => JsonConvention.Xml2Js,
        "fast-xml-parser" => JsonConvention.FastXmlParser,
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
