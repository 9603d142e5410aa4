using System.Buffers;
using System.Text;
using System.Text.Json;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>The doors of JSON leave what they read and wrote with to the next on their thread.</summary>
public class PooledSourceTests
{
    private static readonly MappingConvention[] Conventions = [JsonConvention.Default, JsonConvention.Newtonsoft, JsonMLConvention.Default, LosslessConvention.Default];

    [Fact]
    public void A_text_is_read_as_if_it_were_the_first()
    {
        foreach (var convention in Conventions)
        {
            var json = Encoding.UTF8.GetBytes(Xml.ToJson("<a b='1' xmlns:p='urn:p'><c/><p:d p:e='2'>t</p:d></a>", convention));
            var first = ToStream(json, convention);
            Assert.Equal(first, ToStream(json, convention));
            Assert.Equal(first, ToBuffer(json, convention));
            Assert.Equal(first, Through(json, convention));
            for (var length = 0; length < json.Length; length++)
            {
                // What is broken off anywhere leaves nothing behind.
                Assert.ThrowsAny<JsonException>(() => ToStream(json[..length], convention));
                Assert.Equal(first, ToStream(json, convention));
            }
        }
    }

    [Fact]
    public void Prefixes_are_not_bound_by_the_text_before()
    {
        Assert.Equal("<a xmlns:p=\"urn:p\" p:b=\"1\"/>", ToStream("""{"a":{"@xmlns:p":"urn:p","@p:b":"1"}}"""u8.ToArray(), JsonConvention.Default));
        Assert.Equal("<a p_x003A_b=\"1\"/>", ToStream("""{"a":{"@p:b":"1"}}"""u8.ToArray(), JsonConvention.Default));
        Assert.Throws<MappingException>(() => ToStream("""["a",{"p:b":"1"}]"""u8.ToArray(), JsonMLConvention.Default));
    }

    [Fact]
    public void A_key_that_is_no_UTF8_is_none_of_those_before()
    {
        var convention = JsonConvention.Default with { Attributes = AttributeForm.Object, AttributesKey = "$", AttributePrefix = "" };
        byte[] wrong = [.. "{\"a\":{\"b\":{\""u8, 0xFF, .. "id\":\"2\"}}}"u8];
        Assert.Throws<JsonException>(() => ToStream(wrong, convention));
        Assert.Equal("<a id=\"1\"/>", ToStream("""{"a":{"$":{"id":"1"}}}"""u8.ToArray(), convention));
        Assert.Throws<JsonException>(() => ToStream(wrong, convention));
    }

    [Fact]
    public void A_locator_that_was_kept_stops_no_other_text()
    {
        var keeper = new Keeper();
        XmlJson.Json.Parse("""{"a":"1"}"""u8, keeper);
        var stopper = new Stopper(keeper.Locator!);
        Assert.Equal(ParseStatus.Completed, XmlJson.Json.Parse("""{"a":{"b":"1"}}"""u8, stopper));
    }

    [Fact]
    public void A_report_is_of_its_own_text_and_stays()
    {
        var first = XmlJson.Json.ToXml("""{"a":{"b":[]}}"""u8, new MemoryStream());
        var second = XmlJson.Json.ToXml("""{"a":{"b":"1"}}"""u8, new MemoryStream());

        Assert.Equal(1, first.Count(MappingLossKind.EmptyArray));
        Assert.True(second.IsEmpty);
    }

    [Fact]
    public void A_handler_may_convert_within_an_event()
    {
        var handler = new Nested();
        XmlJson.Json.Parse("""{"a":{"b":"1","c":"2"}}"""u8, handler);

        Assert.Equal("<x>y</x><x>y</x><x>y</x>", handler.Written.ToString());
    }

    [Fact]
    public void A_stream_that_fails_is_not_written_to_again()
    {
        var json = Encoding.UTF8.GetBytes("""{"a":"b"}""");
        Assert.Throws<IOException>(() => XmlJson.Json.ToXml(json, new FailingStream()));
        Assert.Equal("<a>b</a>", ToStream(json, JsonConvention.Default));
    }

    [Fact]
    public void Nothing_is_allocated_but_what_the_caller_gets()
    {
        var json = Encoding.UTF8.GetBytes(Xml.ToJson("<a b='1'><c>text</c><d e='2'><f/></d><c>more</c></a>"));
        var output = new MemoryStream(1000);
        Assert.Equal(0, Allocated.Least(Convert));

        void Convert()
        {
            output.SetLength(0);
            XmlJson.Json.ToXml(json, output);
        }
    }

    private static string ToStream(byte[] json, MappingConvention convention)
    {
        var output = new MemoryStream();
        XmlJson.Json.ToXml(json, output, convention);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string ToBuffer(byte[] json, MappingConvention convention)
    {
        var output = new ArrayBufferWriter<byte>();
        XmlJson.Json.ToXml(json, output, convention);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Through(byte[] json, MappingConvention convention)
    {
        var output = new MemoryStream();
        XmlJson.Json.ToXml(new MemoryStream(json), output, convention);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private sealed class Keeper : ContentHandler
    {
        public Locator? Locator { get; private set; }

        public override void StartDocument(scoped DocumentStart document) => Locator = document.Locator;
    }

    private sealed class Stopper(Locator other) : ContentHandler
    {
        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes) => other.Stop();
    }

    private sealed class Nested : ContentHandler
    {
        public StringBuilder Written { get; } = new();

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Written.Append(ToStream("""{"x":"y"}"""u8.ToArray(), JsonConvention.Default));
    }

    private sealed class FailingStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No.");
    }
}
