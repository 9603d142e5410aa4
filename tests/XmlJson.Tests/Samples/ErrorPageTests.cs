using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
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

    public static TheoryData<string, string, string> CanonicalExamples => Read(CanonicalExample());

    [Theory]
    [MemberData(nameof(Anchors))]
    public void Every_code_has_an_anchor_and_says_what_to_do(string anchor)
    {
        var section = Regex.Match(Page, $"<a id=\"{anchor.ToLowerInvariant()}\"></a>\n\n### {anchor[(anchor.IndexOf('-') + 1)..]}.*\n(?<text>(?s:.*?))(?=<a id=|\n## |$)");
        Assert.True(section.Success);
        Assert.True(section.Groups["text"].Value.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length >= 2);
    }

    [Theory]
    [MemberData(nameof(Anchors))]
    public void Every_code_has_an_example(string anchor)
    {
        var kind = anchor[..anchor.IndexOf('-')];
        var examples = kind switch { "xml" => XmlExamples, "mapping" => MappingExamples, _ => CanonicalExamples };
        Assert.Contains(examples, example => (string)example[0] == anchor[(kind.Length + 1)..]);
    }

    [Fact]
    public void Every_message_is_that_of_an_example() =>
        Assert.Equal(Page.Split("\n- Message: ").Length - 1, XmlExamples.Count + MappingExamples.Count + CanonicalExamples.Count);

    [Theory]
    [MemberData(nameof(XmlExamples))]
    public void An_example_of_XML_gives_its_message(string heading, string name, string message)
    {
        var error = Assert.Throws<XmlSyntaxException>(() => Parse(name, message));
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
        var input = Shown($"mapping: {name}", message);
        var error = Assert.Throws<MappingException>(() => Convert(name, input));
        Assert.Equal((heading, message), (error.Code.ToString(), error.Message));
        Assert.EndsWith("docs/errors.md#mapping-" + heading.ToLowerInvariant(), error.HelpLink, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CanonicalExamples))]
    public void An_example_of_canonical_XML_gives_its_message(string heading, string name, string message)
    {
        var document = Shown($"canonical: {name}", message);
        var error = Assert.Throws<CanonicalizationException>(() => Canonicalize(name, document));
        Assert.Equal((heading, message), (error.Code.ToString(), error.Message));
    }

    [Fact]
    public void The_link_of_an_exception_leads_to_its_code()
    {
        var error = new XmlSyntaxException(XmlErrorCode.DepthLimit, "deep", TextPosition.Unknown, "/");
        Assert.Equal("https://github.com/xmljson/xmljson/blob/main/docs/errors.md#xml-depthlimit", error.HelpLink);
        var other = new CanonicalizationException(CanonicalizationErrorCode.RelativeNamespace, "relative", TextPosition.Unknown, "/");
        Assert.EndsWith("#canonical-relativenamespace", other.HelpLink, StringComparison.Ordinal);
    }

    private static string Shown(string marker, string message) =>
        Regex.Match(Page, $"<!-- {marker} -->\n- (XML|JSON|Document): `(?<input>.*?)`.*\n- Message: `{Regex.Escape(message)}`").Groups["input"].Value;

    private static void Parse(string name, string message)
    {
        if (name == "size-50")
        {
            _ = Xml.LoadEach(Encoding.UTF8.GetBytes(Shown("records: size-50", message)), "/r/e", new RecordOptions { MaxRecordSize = 50 }).Count();
            return;
        }

        var example = new CaseFile(name);
        var discard = default(Discard);
        Xml.Parse(example.Document, ref discard, example.Options);
    }

    private static string Canonicalize(string name, string document) => name switch
    {
        "default" => Xml.Canonicalize(document),
        "dtd" => Xml.Canonicalize(document, parserOptions: XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse }),
        "qname-aware" => Xml.Canonicalize(document, CanonicalizationOptions.Version20 with { QNameAwareElements = ["a"] }),
        _ => throw new FormatException($"'{name}' is no canonical form that an example can name."),
    };

    private static string Convert(string name, string input)
    {
        var options = MappingOptions.Default;
        return name switch
        {
            "to-json strict" => Xml.ToJson(input, options: options with { Strict = true }),
            "to-json depth-1" => Xml.ToJson(input, options: options with { MaxDepth = 1 }),
            "to-json adjacent" => Xml.ToJson(input, JsonConvention.Default with { RepeatsAreAdjacent = true }),
            "to-json once" => Xml.ToJson(input, JsonConvention.Default with { Arrays = ArrayRule.Never }),
            "to-json buffer-4" => Xml.ToJson(input, XPath31Convention.Default, options with { MaxBuffer = 4 }),
            "to-json xpath31" => Xml.ToJson(input, XPath31Convention.Default),
            "to-xml default" => Json.ToXml(input),
            "to-xml duplicates" => Json.ToXml(input, XPath31Convention.Default with { Duplicates = DuplicateKeyPolicy.Reject }),
            "to-xml reject" => Json.ToXml(input, JsonConvention.Default with { Names = NamePolicy.Reject }),
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

    [GeneratedRegex(@"### (?<heading>\w+)\n\n[^#]*?<!-- (case|records): (?<name>\S+) -->\n- Document: .*\n- Message: (?<tick>`+)(?<message>.*)\k<tick>\n")]
    private static partial Regex XmlExample();

    [GeneratedRegex(@"<!-- case: (?<name>\S+) -->\n- Document: `(?<document>[^`]*)`(?: with .*)?\n")]
    private static partial Regex ShownDocument();

    [GeneratedRegex(@"### (?<heading>\w+) \(mapping\)\n\n[^#]*?<!-- mapping: (?<name>.*) -->\n- \w+: .*\n- Message: `(?<message>.*)`\n")]
    private static partial Regex MappingExample();

    [GeneratedRegex(@"### (?<heading>\w+) \(canonical\)\n\n[^#]*?<!-- canonical: (?<name>.*) -->\n- \w+: .*\n- Message: `(?<message>.*)`\n")]
    private static partial Regex CanonicalExample();
}
