using System.Text;
using XmlJson.Dom;
using XmlJson.Tests.Reading;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.Records;

/// <summary>Documents in memory are read where they are, and records refer to them. None of that shows: they are what the same bytes give when they come from a stream.</summary>
public class RecordsInPlaceTests
{
    // More rows than are read before the first record is looked at; and texts and values that stand in the document, and others that do not.
    private const int Many = 6_000;

    private static RecordOptions WithDtd { get; } = new()
    {
        Parser = XmlParserOptions.Default with { DtdProcessing = System.Xml.DtdProcessing.Parse, MaxEntityExpansion = long.MaxValue / 2 },
    };

    public static TheoryData<string> Documents { get; } = new()
    {
        Repeat("<e a='value {0}' b='&lt;{0}'>text {0}<f/>&amp;\r\n<![CDATA[{0}]]></e>\n", Many),
        "<!DOCTYPE r [<!ENTITY e \"<e a='in'>one<f/></e><e>two &amp; three</e>\">]>" + Repeat("<e>{0}</e>&e;", Many),
        Repeat("<g n='{0}'>\n <e>{0}</e><e><e/>é{0}</e></g>", Many).Replace("<r>", "<r xmlns='urn:d' long='" + new string('v', 5_000) + "'>", StringComparison.Ordinal),
        Repeat("<e>" + new string('t', 2_000) + "{0}</e>", 500),
        "<!DOCTYPE r [<!ENTITY a \"<e>1<f/></e><e b='2'/>\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><r>"
            + string.Concat(Enumerable.Repeat("&c;<e>between</e>", 60)) + "</r>",
        "<r><e>alone</e></r>",
        "<r/>",
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Memory_and_streams_give_the_same_records(string xml)
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(xml), Encoding.UTF8.GetBytes("\uFEFF" + xml), Encoding.Unicode.GetBytes("\uFEFF" + xml) })
        {
            var expected = Xml.LoadEach(new ShortReadStream(bytes, 3_000), "**/e", WithDtd).Select(Show).ToArray();
            Assert.Equal(xml is "<r/>", expected.Length == 0);
            Assert.Equal(expected, Xml.LoadEach(bytes, "**/e", WithDtd).Select(Show));
            var native = new NativeBytes(bytes);
            Assert.Equal(expected, Xml.LoadEach(native.Memory, "**/e", WithDtd).Select(Show));
            native.Dispose();
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_error_comes_behind_the_same_records(string xml)
    {
        var bytes = Encoding.UTF8.GetBytes(xml.Replace("</r>", "<e>&</e></r>", StringComparison.Ordinal));
        var (fromStream, error) = UntilError(Xml.LoadEach(new ShortReadStream(bytes, 3_000), "**/e", WithDtd));
        var (fromMemory, sameError) = UntilError(Xml.LoadEach(bytes, "**/e", WithDtd));
        Assert.Equal(xml is "<r/>", error is null);
        Assert.Equal(error, sameError);
        Assert.Equal(fromStream, fromMemory);
    }

    // The size of a record does not depend on where its text stands, nor on how it came.
    [Fact]
    public void A_greatest_size_is_the_same_for_memory_and_every_cut()
    {
        var bytes = Encoding.UTF8.GetBytes("<r><e a='12' b='&lt;'>text &amp; more<f c='3'/><!--c--><?p d?><![CDATA[x]]>end</e><e/></r>");
        var limits = Enumerable.Range(20, 400).ToArray();
        var fromMemory = limits.Select(limit => Count(size => Xml.LoadEach(bytes, "/r/e", size), limit)).ToArray();
        Assert.Equal(-1, fromMemory[0]);
        Assert.Equal(2, fromMemory[^1]);
        Assert.Equal(fromMemory.Order(), fromMemory);
        foreach (var length in new[] { 1, 2, 3, 7, 1_000 })
        {
            Assert.Equal(fromMemory, limits.Select(limit => Count(size => Xml.LoadEach(new ShortReadStream(bytes, length), "/r/e", size), limit)));
        }
    }

    // Seven rows of 24 bytes, three attributes of 16 with 2 + 1 + 1 bytes of values, and 11 + 1 + 1 + 1 + 3 bytes of text.
    [Fact]
    public void A_record_may_have_its_greatest_size_but_no_more()
    {
        var bytes = Encoding.UTF8.GetBytes("<r><e a='12' b='&lt;'>text &amp; more<f c='3'/><!--c--><?p d?><![CDATA[x]]>end</e></r>");
        const int Size = (7 * 24) + (3 * 16) + 4 + 17;
        Assert.Equal(1, Count(size => Xml.LoadEach(bytes, "/r/e", size), Size));
        Assert.Equal(-1, Count(size => Xml.LoadEach(bytes, "/r/e", size), Size - 1));
    }

    [Fact]
    public void A_copy_of_a_record_does_not_need_the_document()
    {
        var bytes = Encoding.UTF8.GetBytes("<r v='above'><e a='value'>text</e></r>");
        var copy = Xml.LoadEach(bytes, "/r/e").Select(record => record.Document.Clone()).Single();
        Array.Fill(bytes, (byte)'x');
        Assert.Equal("<r v=\"above\"><e a=\"value\">text</e></r>", copy.AsNode().ToXml());
    }

    // The ancestors' values stand in the document, were decoded, or are the user's.
    [Fact]
    public void What_is_done_to_ancestors_is_undone_in_every_batch()
    {
        var bytes = Encoding.UTF8.GetBytes(Repeat("<e>{0}</e>", 3 * Many).Replace("<r>", "<r plain='p' decoded='&lt;d'>", StringComparison.Ordinal));
        foreach (var record in Xml.LoadEach(bytes, "/r/e"))
        {
            var parent = record.AsNode().ParentNode!.Value;
            Assert.Equal("p <d", parent.GetAttribute("plain") + " " + parent.GetAttribute("decoded"));
            if (record.Index % 7 == 0)
            {
                parent.SetAttribute("plain", "changed");
                parent.SetAttribute("decoded", "too");
            }
        }
    }

    // A node that was made and put nowhere is no change.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_made_of_a_record_leaves_the_next_ones_whole(bool isCopy)
    {
        var bytes = Encoding.UTF8.GetBytes(Repeat("<e a='{0}'>{0}</e>", Many));
        foreach (var records in new[] { Xml.LoadEach(bytes, "/r/e"), Xml.LoadEach(new ShortReadStream(bytes, 3_000), "/r/e") })
        {
            var seen = 0;
            foreach (var record in records)
            {
                var made = isCopy ? record.AsNode().CloneNode(deep: true) : record.Document.CreateTextNode("made");
                Assert.Equal(isCopy ? $"{seen}" : "made", made.TextContent);
                Assert.Equal($"<e a=\"{seen}\">{seen}</e>", record.AsNode().ToXml());
                seen++;
            }

            Assert.Equal(Many, seen);
        }
    }

    [Fact]
    public void Enumerations_of_one_path_do_not_disturb_each_other()
    {
        var first = Encoding.UTF8.GetBytes("<r><a><e>1</e></a><b><e>2</e></b><a><e>3</e></a></r>");
        var second = Encoding.UTF8.GetBytes("<b><r><e>4</e></r><a><e>5</e></a><e>6</e></b>");
        for (var i = 0; i < 3; i++)
        {
            var pairs = Xml.LoadEach(first, "/*/*/e").Zip(Xml.LoadEach(second, "/*/*/e"), (one, other) => one.AsNode().TextContent + other.AsNode().TextContent);
            Assert.Equal(["14", "25"], pairs);
            Assert.Equal("1", Xml.LoadEach(first, "/*/*/e").Select(one => one.AsNode().TextContent).First());
            Assert.Equal("1:4,5 2:4,5 3:4,5", string.Join(' ', Xml.LoadEach(first, "/*/*/e").Select(
                one => one.AsNode().TextContent + ":" + string.Join(',', Xml.LoadEach(second, "/*/*/e").Select(other => other.AsNode().TextContent)))));
        }
    }

    private static string Show(XmlRecord record) => $"{record.Index} {record.Position} {record.End} {record.AsNode().ToXml()} {record.AsNode().ParentNode!.Value.NodeName} {string.Join(' ', record.AsNode().ParentNode!.Value.Attributes.Select(attribute => attribute.Value))}";

    private static (List<string> Records, string? Error) UntilError(IEnumerable<XmlRecord> records)
    {
        var seen = new List<string>();
        try
        {
            seen.AddRange(records.Select(Show));
        }
        catch (XmlSyntaxException error)
        {
            return (seen, error.Message);
        }

        return (seen, null);
    }

    private static int Count(Func<RecordOptions, IEnumerable<XmlRecord>> load, int limit)
    {
        try
        {
            return load(new RecordOptions { MaxRecordSize = limit }).Count();
        }
        catch (XmlSyntaxException error)
        {
            Assert.Equal(XmlErrorCode.RecordSizeLimit, error.Code);
            return -1;
        }
    }

    private static string Repeat(string format, int count)
    {
        var text = new StringBuilder("<r>");
        for (var i = 0; i < count; i++)
        {
            text.Append(format.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return text.Append("</r>").ToString();
    }
}
