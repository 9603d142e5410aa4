using System.Text;
using XmlJson.Mapping;
using XmlJson.Trees;

namespace XmlJson.Tests.Lines;

/// <summary>XML → lines of JSON: what is not linear, or recurses, does not come to an end here.</summary>
public class RecordLinesScaleTests
{
    private const int Million = Effort.Million;

    private static JsonLinesOptions Deep { get; } = new()
    {
        Parser = XmlParserOptions.Default with { MaxDepth = 2 * Million, MaxAttributes = 2 * Million, MaxNames = 4 * Million, MaxMarkupLength = int.MaxValue },
    };

    private static MappingOptions DeepMapping { get; } = new() { MaxDepth = 3 * Million };

    /// <summary>Conventions that nest their JSON as the XML is nested.</summary>
    public static TheoryData<string> Conventions => ["keyed", "lossless", "jsonml"];

    [Theory]
    [MemberData(nameof(Conventions))]
    public void A_million_levels_siblings_and_attributes_in_a_record_pass(string name) =>
        SmallStack.Run(() =>
        {
            MappingConvention convention = name switch { "keyed" => JsonConvention.Default, "lossless" => LosslessConvention.Default, _ => JsonMLConvention.Default };
            var attributes = string.Concat(Enumerable.Range(0, Million).Select(i => $" a{i}=''"));
            foreach (var record in (string[])[Repeat("<e>", Million) + Repeat("</e>", Million), $"<e>{Repeat("<f/>", Million)}</e>", $"<e{attributes}/>", $"<e>{Repeat("<!--c-->t", Million)}</e>"])
            {
                var xml = Encoding.UTF8.GetBytes($"<r>{record}<e/></r>");
                Assert.Equal(2, Xml.ToJsonLines(new MemoryStream(xml), "/r/e", Stream.Null, convention, DeepMapping, Deep).Written);
            }
        });

    [Fact]
    public void A_million_records_below_a_million_ancestors_pass() =>
        SmallStack.Run(() =>
        {
            var xml = Encoding.UTF8.GetBytes(Repeat("<d>", Million) + Repeat("<e/>", Million) + Repeat("</d>", Million));
            Assert.Equal(Million, Xml.ToJsonLines(new MemoryStream(xml), "**/e", Stream.Null, linesOptions: Deep).Written);
        });

    [Fact]
    public void Declarations_that_every_level_needs_take_linear_time()
    {
        var record = Repeat("<p:e q:a=''>", Million / 4) + Repeat("</p:e>", Million / 4) + Repeat("<q:e/>", Million / 4);
        var xml = Encoding.UTF8.GetBytes($"<r xmlns:p='u' xmlns:q='v'><e>{record}</e></r>");
        Assert.Equal(1, Xml.ToJsonLines(new MemoryStream(xml), "/r/e", Stream.Null, JsonMLConvention.Default, DeepMapping, Deep).Written);
    }

    [Fact]
    public void A_million_damaged_records_are_passed_over()
    {
        var xml = Encoding.UTF8.GetBytes($"<r>{Repeat("<e>&</e>", Million / 2)}{Repeat("<e><f/><f/></e>", Million / 2)}<e/></r>");
        var summary = Xml.ToJsonLines(new MemoryStream(xml), "/r/e", Stream.Null, JsonConvention.Default with { Arrays = ArrayRule.Never }, linesOptions: new JsonLinesOptions { OnError = RecordErrorPolicy.Skip });
        Assert.Equal((1, Million), (summary.Written, summary.Damaged));
    }

    [Fact]
    public void A_record_that_loses_something_allocates_nothing()
    {
        var few = LeastFor(1_000);
        Assert.InRange(LeastFor(21_000) - few, 0, 100_000);
    }

    private static long LeastFor(int records)
    {
        var xml = Encoding.UTF8.GetBytes($"<r>{Repeat("<e>\n <f/>\n <!--c--></e>", records)}</r>");
        using var stream = new MemoryStream(xml);
        JsonLinesSummary summary = null!;
        var allocated = Allocated.Least(() =>
        {
            stream.Position = 0;
            summary = Xml.ToJsonLines(stream, "/r/e", Stream.Null);
        });
        Assert.Equal((records, 2L * records, records), (summary.Written, summary.Report.Count(MappingLossKind.WhiteSpace), summary.Report.Count(MappingLossKind.Comment)));
        Assert.Equal("Comment ×" + records + ", first at 3:2, '/r/e'", summary.Report.Losses.Single(loss => loss.Kind == MappingLossKind.Comment).ToString());
        return allocated;
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
