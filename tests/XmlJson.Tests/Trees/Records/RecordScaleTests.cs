using System.Text;
using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.Records;

/// <summary>Depth and width: what is not linear does not come to an end here.</summary>
public class RecordScaleTests
{
    private const int Million = Effort.Million;

    private static RecordOptions Deep { get; } = new()
    {
        Parser = XmlParserOptions.Default with { MaxDepth = 2 * Million, MaxAttributes = 2 * Million, MaxNames = 4 * Million, MaxMarkupLength = int.MaxValue },
        MaxRecordSize = long.MaxValue,
    };

    [Fact]
    public void A_record_a_million_deep_is_read_on_a_small_stack() =>
        SmallStack.Run(() =>
        {
            var xml = Encoding.UTF8.GetBytes("<r>" + Repeat("<e>", Million) + Repeat("</e>", Million) + "<e/></r>");
            Assert.Equal([Million, 1], Xml.LoadEach(xml, "/r/e", Deep).Select(record => record.AsNode().GetElementsByTagName("e").Count + 1));
        });

    [Fact]
    public void Many_records_under_many_ancestors_take_linear_time() =>
        SmallStack.Run(() =>
        {
            var xml = Encoding.UTF8.GetBytes(Repeat("<d>", Million) + Repeat("<e/>", Million) + Repeat("</d>", Million));
            Assert.Equal(Million, Xml.LoadEach(xml, "**/e", Deep).Count());
        });

    // Each record has another parent, and all those have the same million ancestors.
    [Fact]
    public void Ancestors_that_change_deep_down_take_linear_time()
    {
        var xml = Encoding.UTF8.GetBytes(Repeat("<d>", Million) + Repeat("<p><e/><q/></p>", Million / 4) + Repeat("</d>", Million));
        Assert.Equal(Million / 4, Xml.LoadEach(xml, "**/e", Deep).Count());
        Assert.Empty(Xml.LoadEach(xml, "**/none", Deep));
    }

    [Fact]
    public void A_million_attributes_above_a_million_records_take_linear_time()
    {
        var xml = new StringBuilder("<r");
        for (var i = 0; i < Million; i++)
        {
            xml.Append($" a{i}='{i}'");
        }

        var bytes = Encoding.UTF8.GetBytes(xml.Append('>').Append(Repeat("<e a='1'/>", Million)).Append("</r>").ToString());
        var seen = 0;
        foreach (var record in Xml.LoadEach(bytes, "/r/e", Deep))
        {
            seen++;
            if (record.Index % (Million / 2) == 7)
            {
                Assert.Equal((Million - 1).ToString(), record.AsNode().ParentNode!.Value.GetAttribute($"a{Million - 1}"));
            }
        }

        Assert.Equal(Million, seen);
    }

    [Fact]
    public void A_record_a_million_wide_is_followed_by_others()
    {
        var xml = Encoding.UTF8.GetBytes("<r><e/><e>" + Repeat("<f/>t", Million) + "</e>" + Repeat("<e/>", 10) + "</r>");
        Assert.Equal([0, 2 * Million, .. Enumerable.Repeat(0, 10)], Xml.LoadEach(xml, "/r/e", Deep).Select(record => record.AsNode().ChildNodes.Count));
    }

    [Fact]
    public void Many_damaged_records_take_linear_time()
    {
        var xml = Encoding.UTF8.GetBytes("<r>" + Repeat("<e>&</e>", 20_000) + "</r>");
        Assert.Equal(20_000, Xml.LoadEach(xml, "/r/e", Deep with { OnError = RecordErrorPolicy.Report }).Count(record => record.IsDamaged));
        var open = Encoding.UTF8.GetBytes("<r><e>&" + Repeat("<e ", Million) + Repeat("<!-- -->", Million) + "</r>");
        Assert.Single(Xml.LoadEach(open, "/r/e", Deep with { OnError = RecordErrorPolicy.Report }));
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
