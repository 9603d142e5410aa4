using System.Text;
using System.Text.RegularExpressions;
using XmlJson.Mapping;
using XmlJson.Tests.Cases;

namespace XmlJson.Tests.Samples;

/// <summary>docs/errors.md has every code, with examples whose messages are the library's.</summary>
public sealed partial class ErrorPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "errors.md"));

    public static TheoryData<string> Anchors =>
    [
        .. Enum.GetNames<XmlErrorCode>().Select(code => "xml-" + code),
        .. Enum.GetNames<MappingErrorCode>().Select(code => "mapping-" + code),
        .. Enum.GetNames<CanonicalizationErrorCode>().Select(code => "canonical-" + code),
    ];

    public static TheoryData<string, string, string> XmlExamples => Read(XmlExample());

    public static TheoryData<string, string, string> MappingExamples => Read(MappingExample());

    [Theory]
    [MemberData(nameof(Anchors))]
    public void Every_code_has_an_anchor_and_says_what_to_do(string anchor)
    {
        var section = Regex.Match(Page, $"<a id=\"{anchor.ToLowerInvariant()}\"></a>\n\n### {anchor[(anchor.IndexOf('-') + 1)..]}.*\n(?<text>(?s:.*?))(?=<a id=|\n## |$)");
        Assert.True(section.Success);
        Assert.True(section.Groups["text"].Value.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length >= 2);
    }

    [Theory]
    [MemberData(nameof(XmlExamples))]
    public void An_example_of_XML_gives_its_message(string heading, string name, string message)
    {
        var example = new CaseFile(name);
        var discard = default(Discard);
        var error = Assert.Throws<XmlSyntaxException>(() => Xml.Parse(example.Document, ref discard, example.Options));
        Assert.Equal((heading, message), (error.Code.ToString(), error.Message.Replace(Repository.Root, "…", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_document_shown_is_the_one_of_the_case()
    {
        var shown = ShownDocument().Matches(Page);
        Assert.True(shown.Count > 50);
        Assert.All(shown, match => Assert.Equal(
            Encoding.UTF8.GetString(new CaseFile(match.Groups["name"].Value).Document),
            match.Groups["document"].Value.Replace("\\n", "\n", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(MappingExamples))]
    public void An_example_of_mapping_gives_its_message(string heading, string name, string message)
    {
        var input = Regex.Match(Page, $"<!-- mapping: {name} -->\n- (XML|JSON): `(?<input>.*?)`.*\n- Message: `{Regex.Escape(message)}`").Groups["input"].Value;
        var error = Assert.Throws<MappingException>(() => Convert(name, input));
        Assert.Equal((heading, message), (error.Code.ToString(), error.Message));
        Assert.EndsWith("docs/errors.md#mapping-" + heading.ToLowerInvariant(), error.HelpLink, StringComparison.Ordinal);
    }

    [Fact]
    public void The_link_of_an_exception_leads_to_its_code()
    {
        var error = new XmlSyntaxException(XmlErrorCode.DepthLimit, "deep", TextPosition.Unknown, "/");
        Assert.Equal("https://github.com/xmljson/xmljson/blob/main/docs/errors.md#xml-depthlimit", error.HelpLink);
        var other = new CanonicalizationException(CanonicalizationErrorCode.RelativeNamespace, "relative", TextPosition.Unknown, "/");
        Assert.EndsWith("#canonical-relativenamespace", other.HelpLink, StringComparison.Ordinal);
    }

    private static string Convert(string name, string input)
    {
        var options = MappingOptions.Default;
        return name switch
        {
            "to-json strict" => Xml.ToJson(input, options: options with { Strict = true }),
            "to-json depth-1" => Xml.ToJson(input, options: options with { MaxDepth = 1 }),
            "to-json adjacent" => Xml.ToJson(input, JsonConvention.Default with { RepeatsAreAdjacent = true }),
            "to-json once" => Xml.ToJson(input, JsonConvention.Default with { Arrays = ArrayRule.Never }),
            "to-json xpath31" => Xml.ToJson(input, XPath31Convention.Default),
            "to-xml default" => Json.ToXml(input),
            "to-xml look-ahead-4" => Json.ToXml(input, options: options with { MaxLookAhead = 4 }),
            "to-xml newtonsoft" => Json.ToXml(input, JsonConvention.Newtonsoft),
            "to-xml json-ml" => Json.ToXml(input, JsonMLConvention.Default),
            "to-xml lossless" => Json.ToXml(input, LosslessConvention.Default),
            _ => throw new FormatException($"'{name}' is no way of mapping that an example can name."),
        };
    }

    private static TheoryData<string, string, string> Read(Regex examples)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (Match example in examples.Matches(Page))
        {
            rows.Add(example.Groups["heading"].Value, example.Groups["name"].Value, example.Groups["message"].Value);
        }

        return rows;
    }

    [GeneratedRegex(@"### (?<heading>\w+)\n\n[^#]*?<!-- case: (?<name>\S+) -->\n- Document: .*\n- Message: (?<tick>`+)(?<message>.*)\k<tick>\n")]
    private static partial Regex XmlExample();

    [GeneratedRegex(@"<!-- case: (?<name>\S+) -->\n- Document: `(?<document>[^`]*)`(?: with .*)?\n")]
    private static partial Regex ShownDocument();

    [GeneratedRegex(@"### (?<heading>\w+) \(mapping\)\n\n[^#]*?<!-- mapping: (?<name>.*) -->\n- \w+: .*\n- Message: `(?<message>.*)`\n")]
    private static partial Regex MappingExample();
}
