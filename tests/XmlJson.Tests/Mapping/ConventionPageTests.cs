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
        var fates = Documents.Select(xml => Conventions.Select(named => FateOf(xml, named.Convention)).ToList()).ToList();
        var counts = Conventions.Select((_, column) => $"{fates.Count(row => row[column] == "same")} of {Documents.Length}");
        string[] expected =
        [
            $"| Document | {string.Join(" | ", Conventions.Select(named => named.Name))} |",
            $"| --- |{string.Concat(Conventions.Select(_ => " --- |"))}",
            .. Documents.Select((xml, row) => $"| `{xml}` | {string.Join(" | ", fates[row])} |"),
            $"| the same | {string.Join(" | ", counts)} |",
        ];
        var start = Array.FindIndex(Page, line => line.StartsWith("| Document |", StringComparison.Ordinal));
        Assert.Equal(string.Join('\n', expected), string.Join('\n', Page.Skip(start).TakeWhile(line => line.StartsWith('|'))));
        Assert.Equal("12 of 12", counts.ElementAt(3));
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

        Assert.Equal(3, seen.Count);
    }

    [GeneratedRegex("^\\| `(?<xml><[^`]*)` \\| `(?<json>[^`]*)` \\|$")]
    private static partial Regex Example();

    private static string FateOf(string xml, MappingConvention convention)
    {
        try
        {
            var json = ToJson(xml, convention, out var report);
            var isSame = EventsOf(xml) == Conversion.EventsOfJson(json, convention);
            Assert.Equal(isSame, report.IsEmpty);
            return isSame ? "same" : string.Join(", ", report.Losses.Select(loss => loss.Kind));
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
