using System.Text;
using XmlJson.Mapping;
using XmlJson.Tests.Reading;
using XmlJson.Tests.Trees.Records;
using XmlJson.Trees;

namespace XmlJson.Tests.Lines;

/// <summary>XML → lines of JSON: records that are not well-formed, or that the convention refuses.</summary>
public class DamagedLineTests
{
    /// <summary>Damaged records.</summary>
    public static TheoryData<string, string?, XmlErrorCode> Damages => DamagedRecordTests.Damages;

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_record_leaves_nothing_behind_and_is_reported(string damaged, string? extent, XmlErrorCode code)
    {
        var head = "<r xmlns:h='urn:h'>\n<s a='1'>\n<e>before</e>";
        var xml = Encoding.UTF8.GetBytes($"{head}{damaged}<e h:x='1'>behind</e></s><s a='2'><e>last</e></s></r>");
        for (var length = 1; length < xml.Length + 50; length += length < 20 ? 1 : 29)
        {
            var reported = new List<DamagedRecord>();
            using var stream = new ShortReadStream(xml, length);
            using var output = new MemoryStream();
            var summary = Xml.ToJsonLines(stream, "/r/s/e", output, linesOptions: new JsonLinesOptions { OnError = RecordErrorPolicy.Report, Report = reported.Add });
            Assert.Equal(
                """
                {"e":"before"}
                {"e":{"@xmlns:h":"urn:h","@h:x":"1","#text":"behind"}}
                {"e":"last"}

                """,
                Encoding.UTF8.GetString(output.ToArray()));
            var bad = Assert.Single(reported);
            Assert.Equal((1, code), (bad.Index, Assert.IsType<XmlSyntaxException>(bad.Error).Code));
            Assert.Equal(extent ?? damaged, Encoding.UTF8.GetString(xml[(int)bad.Position.ByteOffset..(int)bad.End]));
            Assert.Equal((3L, 1L), (summary.Written, summary.Damaged));
            Assert.Same(bad.Error, summary.FirstError);
        }
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_record_ends_the_conversion_as_a_rule_behind_the_lines_before_it(string damaged, string? extent, XmlErrorCode code)
    {
        Assert.Null(extent);
        var lines = "";
        var error = Assert.Throws<XmlSyntaxException>(() => RecordLinesTests.Convert($"<s><e/><e>1</e>{damaged}<e/></s>", "/s/e", out lines));
        Assert.Equal(("{\"e\":null}\n{\"e\":\"1\"}\n", code), (lines, error.Code));
    }

    [Theory]
    [InlineData("<r><e>1</e><e>& <e>2</e></r>", "1!")]
    [InlineData("<r><e>1</e><e>&</e", "1 throws")]
    [InlineData("<r><e>1</e>&<e>2</e></r>", "1 throws")]
    [InlineData("<r><e>1</e><q a=1/><e>2</e></r>", "1 throws")]
    [InlineData("<r><e>1</e></r>&", "1 throws")]
    public void What_is_in_no_record_must_be_well_formed(string xml, string expected)
    {
        var (lines, outcome) = ("", "");
        try
        {
            outcome = new string('!', (int)RecordLinesTests.Convert(xml, "/r/e", out lines, options: new JsonLinesOptions { OnError = RecordErrorPolicy.Skip }).Damaged);
        }
        catch (XmlSyntaxException)
        {
            outcome = " throws";
        }

        Assert.Equal(expected, lines.Replace("{\"e\":\"", "", StringComparison.Ordinal).Replace("\"}\n", "", StringComparison.Ordinal) + outcome);
    }

    /// <summary>Records that are well-formed and have no JSON, with what refuses them; under a rule that nothing is an array.</summary>
    public static TheoryData<string, MappingErrorCode> Refusals { get; } = new()
    {
        { "<e><f/><f/></e>", MappingErrorCode.RepeatedElement },
        { "<e><f/><f/><e><f/></e>text<!--c--><?p d?><![CDATA[x]]></e>", MappingErrorCode.RepeatedElement },
        { "<e><f><g/><g/></f></e>", MappingErrorCode.RepeatedElement },
        { "<e><d><d><d><d><d/></d></d></d></d></e>", MappingErrorCode.DepthLimit },
        { "<e>" + "0123456789012345678901234567890123456789" + "</e>", MappingErrorCode.BufferLimit },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_record_that_the_convention_refuses_is_damaged_too(string refused, MappingErrorCode code)
    {
        var xml = Encoding.UTF8.GetBytes($"<r>\n<e>1</e>{refused}<e>2</e></r>");
        for (var length = 1; length <= xml.Length; length++)
        {
            var reported = new List<DamagedRecord>();
            using var stream = new ShortReadStream(xml, length);
            using var output = new MemoryStream();
            var options = new JsonLinesOptions { OnError = RecordErrorPolicy.Report, Report = reported.Add, MaxLineLength = 40 };
            Xml.ToJsonLines(stream, "/r/e", output, JsonConvention.Default with { Arrays = ArrayRule.Never }, new MappingOptions { MaxDepth = 4 }, options);
            Assert.Equal("{\"e\":\"1\"}\n{\"e\":\"2\"}\n", Encoding.UTF8.GetString(output.ToArray()));
            var bad = Assert.Single(reported);
            Assert.Equal((1, code, 2), (bad.Index, Assert.IsType<MappingException>(bad.Error).Code, ((MappingException)bad.Error).Position.Line));
            Assert.Equal(refused, Encoding.UTF8.GetString(xml[(int)bad.Position.ByteOffset..(int)bad.End]));
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_record_that_the_convention_refuses_ends_the_conversion_as_a_rule(string refused, MappingErrorCode code)
    {
        var lines = "";
        var error = Assert.Throws<MappingException>(() => RecordLinesTests.Convert(
            $"<r><e>1</e>{refused}<e>2</e></r>",
            "/r/e",
            out lines,
            JsonConvention.Default with { Arrays = ArrayRule.Never },
            new JsonLinesOptions { MaxLineLength = 40 },
            new MappingOptions { MaxDepth = 4 }));
        Assert.Equal(("{\"e\":\"1\"}\n", code), (lines, error.Code));
    }

    [Fact]
    public void Strict_concerns_each_record()
    {
        var summary = RecordLinesTests.Convert("<r><e><!--c--></e><e>1</e><e><!--d--></e></r>", "/r/e", out var lines, options: new JsonLinesOptions { OnError = RecordErrorPolicy.Skip }, mapping: new MappingOptions { Strict = true });
        Assert.Equal(("{\"e\":\"1\"}\n", 2, true), (lines, summary.Damaged, summary.Report.IsEmpty));
        Assert.Equal(MappingErrorCode.Loss, Assert.IsType<MappingException>(summary.FirstError).Code);
    }

    [Fact]
    public void A_record_that_is_refused_and_not_well_formed_counts_once()
    {
        var summary = RecordLinesTests.Convert("<r><e><f/><f/>&</e><e>1</e></r>", "/r/e", out var lines, JsonConvention.Default with { Arrays = ArrayRule.Never }, new JsonLinesOptions { OnError = RecordErrorPolicy.Skip });
        Assert.Equal(("{\"e\":\"1\"}\n", 1L), (lines, summary.Damaged));
        Assert.IsType<MappingException>(summary.FirstError);
    }

    [Fact]
    public void Errors_after_records_larger_than_a_batch_come_behind_all_lines()
    {
        var xml = $"<r>{string.Concat(Enumerable.Repeat("<e>some text</e>", 20_000))}<e>&</e></r>";
        var lines = "";
        Assert.Throws<XmlSyntaxException>(() => RecordLinesTests.Convert(xml, "/r/e", out lines));
        Assert.Equal(20_000, lines.Count(c => c == '\n'));
    }

    [Fact]
    public void What_the_report_throws_ends_the_conversion()
    {
        var options = new JsonLinesOptions { OnError = RecordErrorPolicy.Report, Report = _ => throw new InvalidOperationException("enough") };
        Assert.Equal("enough", Assert.Throws<InvalidOperationException>(() => RecordLinesTests.Convert("<r><e>&</e></r>", "/r/e", out _, options: options)).Message);
        Assert.Equal("enough", Assert.Throws<InvalidOperationException>(() =>
            RecordLinesTests.Convert("<r><e><f/><f/></e></r>", "/r/e", out _, JsonConvention.Default with { Arrays = ArrayRule.Never }, options)).Message);
        Assert.Equal(1, RecordLinesTests.Convert("<r><e/></r>", "/r/e", out _).Written);
    }
}
