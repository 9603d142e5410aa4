using System.Buffers;
using System.Text;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>A sink that is disposed leaves what it wrote with to the next on its thread.</summary>
public class PooledSinkTests
{
    private static readonly MappingConvention[] Conventions = [JsonConvention.Default, JsonConvention.Newtonsoft, JsonMLConvention.Default, LosslessConvention.Default];

    [Fact]
    public void A_sink_writes_as_if_it_were_the_first()
    {
        foreach (var convention in Conventions)
        {
            var first = ToStream("<a b='1'><c/>t</a>", convention);
            Assert.Equal(first, ToStream("<a b='1'><c/>t</a>", convention));
            Assert.Equal(first, ToBuffer("<a b='1'><c/>t</a>", convention));
            Assert.Throws<XmlSyntaxException>(() => ToStream("<a b='1'><c>t</a>", convention));
            Assert.Equal(first, ToStream("<a b='1'><c/>t</a>", convention));
        }
    }

    // Of each length around that at which the first bytes are passed on.
    [Fact]
    public void A_document_that_was_broken_off_leaves_nothing_before_the_next()
    {
        foreach (var length in Enumerable.Range(0, 100))
        {
            var output = new MemoryStream();
            using var sink = new JsonSink(output);
            var broken = Encoding.UTF8.GetBytes("<a>" + string.Concat(Enumerable.Repeat("<b c='1'>text</b>", 1257)) + $"<b c='{new string('x', length)}'/>");
            Assert.Throws<XmlSyntaxException>(() => Xml.Parse(broken, sink));
            var written = (int)output.Length;
            Xml.Parse("<a/>"u8, sink);
            Assert.Equal("{\"a\":null}", Encoding.UTF8.GetString(output.ToArray()[written..]));
        }
    }

    [Fact]
    public void A_report_is_of_its_own_document_and_stays()
    {
        using var first = new JsonSink(new MemoryStream(), JsonConvention.Default);
        Xml.Parse("<a><?p?></a>"u8, first);
        var losses = first.Report;
        first.Dispose();
        using var second = new JsonSink(new MemoryStream(), JsonConvention.Default);

        Assert.True(second.Report.IsEmpty);
        Xml.Parse("<a/>"u8, second);
        Assert.True(second.Report.IsEmpty);
        Assert.Equal(1, losses.Count(MappingLossKind.ProcessingInstruction));
        Assert.Same(losses, first.Report);
    }

    [Fact]
    public void A_disposed_sink_cannot_write_into_the_next()
    {
        var output = new MemoryStream();
        var disposed = new JsonSink(new MemoryStream(), JsonConvention.Default);
        Xml.Parse("<a/>"u8, disposed);
        disposed.Dispose();
        disposed.Dispose();
        using (var next = new JsonSink(output, JsonConvention.Default))
        {
            Xml.Parse("<b/>"u8, next);
            Assert.Throws<ObjectDisposedException>(() => disposed.Characters("x"u8, TextKind.Text));
            Assert.Throws<ObjectDisposedException>(disposed.EndDocument);
        }

        Assert.Equal("{\"b\":null}", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void A_small_document_costs_no_memory_of_its_own()
    {
        var output = new MemoryStream(4096);
        var bytes = "<order id='1'><item>a</item><item>b</item></order>"u8.ToArray();
        Assert.InRange(Allocated.Least(Convert), 0, 400);

        void Convert()
        {
            output.SetLength(0);
            using var sink = new JsonSink(output);
            Xml.Parse(bytes, sink);
        }
    }

    private static string ToStream(string document, MappingConvention convention)
    {
        var output = new MemoryStream();
        using var sink = new JsonSink(output, convention);
        Xml.Parse(Encoding.UTF8.GetBytes(document), sink);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string ToBuffer(string document, MappingConvention convention)
    {
        var output = new ArrayBufferWriter<byte>();
        using var sink = new JsonSink(output, convention);
        Xml.Parse(Encoding.UTF8.GetBytes(document), sink);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
