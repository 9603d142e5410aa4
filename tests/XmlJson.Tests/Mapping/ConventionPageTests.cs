using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>What docs/conventions.md shows is what the library does.</summary>
public partial class ConventionPageTests
{
    private static readonly (string Name, MappingConvention Convention)[] Conventions =
    [
        ("Default", JsonConvention.Default),
        ("Newtonsoft", JsonConvention.Newtonsoft),
        ("JsonML", JsonMLConvention.Default),
        ("Lossless", LosslessConvention.Default),
        ("XPath31", XPath31Convention.Default),
        ("JsonX", JsonXConvention.Default),
    ];

    private static readonly (string Name, MappingConvention Convention)[] Dialects =
    [
        ("XmlToDict", JsonConvention.XmlToDict),
        ("BadgerFish", JsonConvention.BadgerFish),
        ("Parker", JsonConvention.Parker),
        ("GData", JsonConvention.GData),
        ("Spark", JsonConvention.Spark),
        ("FastXmlParser", JsonConvention.FastXmlParser),
        ("XmlJs", JsonConvention.XmlJs),
        ("Xml2Js", JsonConvention.Xml2Js),
    ];

    private static readonly Dictionary<string, JsonConvention> Options = new(StringComparer.Ordinal)
    {
        ["AttributePrefix = \"-\""] = JsonConvention.Default with { AttributePrefix = "-" },
        ["Attributes = AttributeForm.Object"] = JsonConvention.Default with { Attributes = AttributeForm.Object },
        ["Attributes = AttributeForm.Object, AttributesKey = \"$\""] = JsonConvention.Default with { Attributes = AttributeForm.Object, AttributesKey = "$" },
        ["Attributes = AttributeForm.Drop"] = JsonConvention.Default with { Attributes = AttributeForm.Drop },
        ["TextKey = \"$\""] = JsonConvention.Default with { TextKey = "$" },
        ["WrapText = true"] = JsonConvention.Default with { WrapText = true },
        ["MixedText = MixedTextForm.Joined"] = JsonConvention.Default with { MixedText = MixedTextForm.Joined },
        ["MixedText = MixedTextForm.Drop"] = JsonConvention.Default with { MixedText = MixedTextForm.Drop },
        ["CDataKey = \"#cdata\""] = JsonConvention.Default with { CDataKey = "#cdata" },
        ["Comments = CommentForm.Key"] = JsonConvention.Default with { Comments = CommentForm.Key },
        ["Comments = CommentForm.Key, CommentKey = \"//\""] = JsonConvention.Default with { Comments = CommentForm.Key, CommentKey = "//" },
        ["Comments = CommentForm.JsonComment"] = JsonConvention.Default with { Comments = CommentForm.JsonComment },
        ["ProcessingInstructionPrefix = \"?\""] = JsonConvention.Default with { ProcessingInstructionPrefix = "?" },
        ["ProcessingInstructionsKey = \"_instruction\""] = JsonConvention.Default with { ProcessingInstructionsKey = "_instruction" },
        ["XmlDeclarationKey = \"?xml\""] = JsonConvention.Default with { XmlDeclarationKey = "?xml" },
        ["DocumentTypeKey = \"!DOCTYPE\""] = JsonConvention.Default with { DocumentTypeKey = "!DOCTYPE" },
        ["DocumentTypeKey = \"_doctype\", DocumentTypeForm = DocumentTypeForm.Text"] = JsonConvention.Default with { DocumentTypeKey = "_doctype", DocumentTypeForm = DocumentTypeForm.Text },
        ["Arrays = ArrayRule.Always"] = JsonConvention.Default with { Arrays = ArrayRule.Always },
        ["Arrays = ArrayRule.AtPaths(\"/a/b\")"] = JsonConvention.Default with { Arrays = ArrayRule.AtPaths("/a/b") },
        ["Arrays = ArrayRule.Never"] = JsonConvention.Default with { Arrays = ArrayRule.Never },
        ["RepeatsAreAdjacent = true"] = JsonConvention.Default with { RepeatsAreAdjacent = true },
        ["UnwrapLists = true"] = JsonConvention.Default with { UnwrapLists = true },
        ["Types = TypeRule.Inferred"] = JsonConvention.Default with { Types = TypeRule.Inferred },
        ["Types = TypeRule.Strings.AtPaths(ScalarType.Number, \"/a/@n\")"] = JsonConvention.Default with { Types = TypeRule.Strings.AtPaths(ScalarType.Number, "/a/@n") },
        ["Types = TypeRule.Strings.WithSchemaInstance()"] = JsonConvention.Default with { Types = TypeRule.Strings.WithSchemaInstance() },
        ["Namespaces = NamespaceRule.LocalNames"] = JsonConvention.Default with { Namespaces = NamespaceRule.LocalNames },
        ["Namespaces = NamespaceRule.Expanded"] = JsonConvention.Default with { Namespaces = NamespaceRule.Expanded },
        ["Namespaces = NamespaceRule.WithPrefixes((\"s\", \"u\"))"] = JsonConvention.Default with { Namespaces = NamespaceRule.WithPrefixes(("s", "u")) },
        ["NamespacesKey = \"@xmlns\""] = JsonConvention.Default with { NamespacesKey = "@xmlns" },
        ["PrefixSeparator = '$'"] = JsonConvention.Default with { PrefixSeparator = '$' },
        ["KeepRoot = false"] = JsonConvention.Default with { KeepRoot = false },
        ["WhiteSpace = WhiteSpacePolicy.DropAlone"] = JsonConvention.Default with { WhiteSpace = WhiteSpacePolicy.DropAlone },
        ["WhiteSpace = WhiteSpacePolicy.Trim"] = JsonConvention.Default with { WhiteSpace = WhiteSpacePolicy.Trim },
        ["WhiteSpace = WhiteSpacePolicy.Keep"] = JsonConvention.Default with { WhiteSpace = WhiteSpacePolicy.Keep },
        ["EmptyElement = EmptyElementForm.EmptyString"] = JsonConvention.Default with { EmptyElement = EmptyElementForm.EmptyString },
        ["EmptyElement = EmptyElementForm.EmptyObject"] = JsonConvention.Default with { EmptyElement = EmptyElementForm.EmptyObject },
    };

    private static readonly Dictionary<string, MappingConvention> OptionsBack = new(StringComparer.Ordinal)
    {
        ["RootName = \"list\""] = JsonConvention.Default with { RootName = "list" },
        ["RootName = null"] = JsonConvention.Default with { RootName = null },
        ["KeepRoot = false"] = JsonConvention.Default with { KeepRoot = false },
        ["ItemName = \"row\""] = JsonConvention.Default with { ItemName = "row" },
        ["ItemName = null"] = JsonConvention.Default with { ItemName = null },
        ["Names = NamePolicy.Reversible"] = JsonConvention.Default,
        ["Names = NamePolicy.XmlConvert"] = JsonConvention.Default with { Names = NamePolicy.XmlConvert },
        ["Names = NamePolicy.Replace"] = JsonConvention.Default with { Names = NamePolicy.Replace },
        ["Names = NamePolicy.Reject"] = JsonConvention.Default with { Names = NamePolicy.Reject },
        ["InvalidCharacters = InvalidCharacterPolicy.Reject"] = JsonConvention.Default,
        ["InvalidCharacters = InvalidCharacterPolicy.Replace"] = JsonConvention.Default with { InvalidCharacters = InvalidCharacterPolicy.Replace },
        ["Types = TypeRule.Strings.WithSchemaInstance()"] = JsonConvention.Default with { Types = TypeRule.Strings.WithSchemaInstance() },
        ["UsesJsonNamespace = true"] = JsonConvention.Default with { UsesJsonNamespace = true },
        ["Escape = true"] = XPath31Convention.Default with { Escape = true },
        ["Escape = false"] = XPath31Convention.Default,
        ["Fallback = escape => $\"[{escape}]\""] = XPath31Convention.Default with { Fallback = escape => $"[{escape}]" },
        ["Duplicates = DuplicateKeyPolicy.Retain"] = XPath31Convention.Default,
        ["Duplicates = DuplicateKeyPolicy.UseFirst"] = XPath31Convention.Default with { Duplicates = DuplicateKeyPolicy.UseFirst },
        ["Duplicates = DuplicateKeyPolicy.Reject"] = XPath31Convention.Default with { Duplicates = DuplicateKeyPolicy.Reject },
    };

    private static readonly XPath31Convention XPath31 = new() { Escape = true };

    private static readonly JsonXConvention JsonX = new() { Escape = true };

    private static readonly string[] Values =
    [
        """{"a":"x"}""",
        """{"a":{"b":"1","c":"2"}}""",
        """{"a":{"b":["1","2"]}}""",
        """{"a":{"b":["1"]}}""",
        """{"a":[1,[2,[]]]}""",
        """{"a":1.10,"b":true,"c":null}""",
        """{"a":{},"b":[],"c":""}""",
        """[1,"x"]""",
        "\"x\"",
        """{"a b":"","":"1"}""",
        """{"a":"1","a":"2"}""",
        """{"a":"\u0000"}""",
        """{"a":-0,"b":1E400,"c":12345678901234567890.123456789}""",
    ];

    private static readonly string[] Documents =
    [
        "<a>t1<b/>t2</a>",
        "<a><b>1</b><c/><b>2</b></a>",
        "<a><!--c1--><b/><!--c2--></a>",
        "<a><![CDATA[x]]>y<![CDATA[z]]></a>",
        "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"a.dtd\"><?pi d?><a/>",
        "<a><b></b><c/></a>",
        "<a> <b>1</b> </a>",
        "<a><b>007</b><c>1.10</c><d>12345678901234567890</d><e>1e5</e><f>0x1F</f></a>",
        "<a xmlns:p=\"u\"><p:b p:x=\"1\"/></a>",
        "<a id=\"1\" b=\"2\">t</a>",
        "<a>l&#13;</a>",
        "<a b=\"1\"><b>2</b></a>",
    ];

    private static readonly string[] Page = File.ReadAllLines(Repository.PathOf("docs", "conventions.md"));

    [Fact]
    public void The_matrix_is_what_becomes_of_the_documents()
    {
        AssertTable("Document", Documents, Conventions, FateOf);
        AssertTable("Document", Documents, Dialects, FateOf);
        Assert.All(Documents, xml => Assert.Equal("same", FateOf(xml, LosslessConvention.Default)));
    }

    [Fact]
    public void The_matrix_is_what_becomes_of_JSON()
    {
        AssertTable("JSON", Values, [.. Conventions.Where(named => named.Name is not ("XPath31" or "JsonX")), ("XPath31, escaped", XPath31), ("JsonX, escaped", JsonX)], FateOfJson);
        AssertTable("JSON", Values, Dialects, FateOfJson);
        Assert.All(Values, json => Assert.Equal(("same", "same"), (FateOfJson(json, XPath31), FateOfJson(json, JsonX))));
    }

    [Fact]
    public void Each_option_does_what_its_row_shows()
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Page.Select(line => OptionRow().Match(line)).Where(match => match.Success))
        {
            Assert.Equal(row.Groups["json"].Value, Outcome(() => ToJson(row.Groups["xml"].Value.Replace("⏎", "\n", StringComparison.Ordinal), Options[row.Groups["option"].Value], out _)));
            shown.Add(row.Groups["option"].Value);
        }

        Assert.Equal(Options.Keys.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_option_of_the_way_back_does_what_its_row_shows()
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Page.Select(line => BackRow().Match(line)).Where(match => match.Success))
        {
            var xml = Outcome(() => Json.ToXml(row.Groups["json"].Value, OptionsBack[row.Groups["option"].Value]));
            Assert.Equal(row.Groups["xml"].Value, xml.Replace(" xmlns=\"http://www.w3.org/2005/xpath-functions\"", "", StringComparison.Ordinal));
            shown.Add(row.Groups["option"].Value);
        }

        Assert.Equal(OptionsBack.Keys.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    /// <summary>No option may be added without a row that shows it.</summary>
    [Fact]
    public void Every_option_has_a_row()
    {
        var shown = string.Join('\n', Options.Keys.Concat(OptionsBack.Keys));
        var options = typeof(JsonConvention).GetProperties().Concat(typeof(XPath31Convention).GetProperties()).Where(property => property.SetMethod is { IsPublic: true } && property.Name != nameof(XPath31Convention.EscapeSolidus));
        Assert.All(options, option => Assert.Matches($@"\b{option.Name} = ", shown));
    }

    // As a cell of a table: code, or why there is none.
    private static string Outcome(Func<string> convert)
    {
        try
        {
            return $"`{convert()}`";
        }
        catch (MappingException error)
        {
            return $"refused: {error.Code}";
        }
    }

    private static void AssertTable(string title, string[] inputs, (string Name, MappingConvention Convention)[] conventions, Func<string, MappingConvention, string> fateOf)
    {
        var fates = inputs.Select(input => conventions.Select(named => fateOf(input, named.Convention)).ToList()).ToList();
        var counts = conventions.Select((_, column) => $"{fates.Count(row => row[column] == "same")} of {inputs.Length}");
        string[] expected =
        [
            $"| {title} | {string.Join(" | ", conventions.Select(named => named.Name))} |",
            $"| --- |{string.Concat(conventions.Select(_ => " --- |"))}",
            .. inputs.Select((input, row) => $"| `{input}` | {string.Join(" | ", fates[row])} |"),
            $"| the same | {string.Join(" | ", counts)} |",
        ];
        var start = Array.FindIndex(Page, line => line == expected[0]);
        Assert.True(start >= 0, string.Join('\n', expected));
        Assert.Equal(string.Join('\n', expected), string.Join('\n', Page.Skip(start).TakeWhile(line => line.StartsWith('|'))));
    }

    [Fact]
    public void Each_example_is_what_the_convention_does_both_ways()
    {
        var convention = default(MappingConvention);
        var seen = new HashSet<MappingConvention>();
        foreach (var line in Page)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                convention = Conventions.FirstOrDefault(named => line.Contains($"`{named.Name}", StringComparison.Ordinal)).Convention;
            }

            if (convention is null || Example().Match(line) is not { Success: true } example)
            {
                continue;
            }

            var xml = example.Groups["xml"].Value.Replace("⏎", "\n", StringComparison.Ordinal);
            Assert.Equal(example.Groups["json"].Value, ToJson(xml, convention, out var report));
            Assert.True(report.IsEmpty, line);
            Assert.Equal(EventsOf(xml), Conversion.EventsOfJson(example.Groups["json"].Value, out report, convention, new MappingOptions { AllowInternalSubset = true }));
            seen.Add(convention);
        }

        Assert.Equal(4, seen.Count);
    }

    [GeneratedRegex("^\\| `(?<option>[A-Za-z]+ = [^`]*)`(, the default)? \\| `(?<xml><[^`]*)` \\| (?<json>`[^`]*`|refused: \\w+) \\|$")]
    private static partial Regex OptionRow();

    [GeneratedRegex("^\\| `(?<option>[A-Za-z]+ = [^`]*)`(, the default)? \\| `(?<json>[^`<]*)` \\| (?<xml>`[^`]*`|refused: \\w+) \\|$")]
    private static partial Regex BackRow();

    [GeneratedRegex("^\\| `(?<xml><[^`]*)` \\| `(?<json>[^`]*)` \\|$")]
    private static partial Regex Example();

    private static string FateOf(string xml, MappingConvention convention)
    {
        try
        {
            var json = ToJson(xml, convention, out var report);
            var isSame = EventsOf(xml) == Conversion.EventsOfJson(json, convention);
            Assert.True(isSame || !report.IsEmpty);
            return isSame ? "same" : string.Join(", ", report.Losses.Select(loss => loss.Kind));
        }
        catch (MappingException error)
        {
            return $"refused: {error.Code}";
        }
    }

    private static string FateOfJson(string json, MappingConvention convention)
    {
        try
        {
            var back = Conversion.ThereAndBack(json, out var report, convention);
            Assert.True(back == json || !report.IsEmpty);
            return back == json ? "same" : string.Join(", ", report.Losses.Select(loss => loss.Kind));
        }
        catch (MappingException error)
        {
            return $"refused: {error.Code}";
        }
    }

    private static string ToJson(string xml, MappingConvention convention, out MappingReport report)
    {
        var output = new ArrayBufferWriter<byte>();
        report = Xml.ToJson(Encoding.UTF8.GetBytes(xml), output, convention, parserOptions: XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse });
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string EventsOf(string xml)
    {
        using var log = new EventLog();
        Xml.Parse(Encoding.UTF8.GetBytes(xml), log, XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse });
        return log.ToString();
    }
}
