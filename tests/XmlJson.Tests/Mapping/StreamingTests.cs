using System.Text;
using System.Text.Json;
using XmlJson.Mapping;

namespace XmlJson.Tests.Mapping;

/// <summary>Memory stays bounded where it can be, input may come in any pieces, and limits are typed errors.</summary>
public class StreamingTests
{
    private const int Records = 20_000;

    public static TheoryData<string, JsonConvention> Bounded => new()
    {
        // Repeated records under the root
        { "<r>|<x><a>1</a><b>2</b><a>3</a></x>|</r>", JsonConvention.Default },
        { "<r>|<x i='1'/>|</r>", JsonConvention.Newtonsoft },
        // A name that comes first may repeat after others, which wait
        { "<r><x/><y/>|<x><a>1</a></x>|</r>", JsonConvention.Default },
        // Records deeper, where the paths leave nothing open
        { "<r><h><t>1</t></h><l>|<x><a>1</a><b>2</b></x>|</l></r>", JsonConvention.Default with { Arrays = ArrayRule.AtPaths("/r/l/x").Otherwise(ArrayDecision.Single) } },
        // Several lists, one after another
        { "<r><l>|<x/>|</l><m><y/><y/><z/></m><m/></r>", JsonConvention.Default with { Arrays = ArrayRule.AtPaths("/r/l", "/r/l/x"), RepeatsAreAdjacent = true } },
        // Layout in between
        { "<r>\n|  <x>\n    <a>1</a>\n  </x>\n|</r>", JsonConvention.Default },
    };

    [Theory]
    [MemberData(nameof(Bounded))]
    public void Records_take_the_memory_of_one(string pattern, JsonConvention convention)
    {
        var parts = pattern.Split('|');
        using var output = new MemoryStream();
        using var sink = new JsonSink(output, convention, new MappingOptions { MaxBuffer = 16 * 1024 });
        using var parser = new Utf8XmlParser();
        var handler = sink;
        parser.Feed(Encoding.UTF8.GetBytes(parts[0]), ref handler);
        var record = Encoding.UTF8.GetBytes(parts[1]);
        for (var i = 0; i < Records; i++)
        {
            parser.Feed(record, ref handler);
        }

        var written = output.Length;
        parser.Feed(Encoding.UTF8.GetBytes(parts[2]), ref handler);
        parser.Complete(ref handler);
        Assert.InRange(output.Length - written, 0, 64 * 1024);
        output.Position = 0;
        using var json = JsonDocument.Parse(output);
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
    }

    [Fact]
    public void What_must_wait_beyond_the_limit_is_a_typed_error()
    {
        var xml = "<r><a/>" + string.Concat(Enumerable.Repeat("<b>some text</b>", 10_000)) + "</r>";
        var error = Assert.Throws<MappingException>(() => Conversion.ToJson(xml, options: new MappingOptions { MaxBuffer = 16 * 1024 }));
        Assert.Equal(MappingErrorCode.BufferLimit, error.Code);
        Assert.Equal(10_000, JsonDocument.Parse(Conversion.ToJson(xml)).RootElement.GetProperty("r").GetProperty("b").GetArrayLength());
    }

    [Fact]
    public void JSON_records_with_late_attributes_stream()
    {
        var record = """{"a":[1,{"b":"text","@c":1}],"d":"x","@id":2}""";
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("""{"r":{"x":[""" + string.Join(",\n", Enumerable.Repeat(record, Records)) + "]}}"));
        var counter = new LagCounter(input);
        using var source = new JsonSource(options: new MappingOptions { MaxLookAhead = 1000 });
        Assert.Equal(ParseStatus.Completed, source.Parse(input, ref counter));
        Assert.Equal((Records * 5) + 1, counter.Elements);
        Assert.Equal(Records * 2, counter.Attributes);
        Assert.InRange(counter.FirstRead, 1, 200_000);
        Assert.True(input.Length > 900_000);
    }

    [Fact]
    public void An_attribute_beyond_the_look_ahead_is_a_typed_error()
    {
        var json = """{"a":{"b":["x",""" + string.Join(',', Enumerable.Repeat("\"text\"", 100)) + """],"@id":1}}""";
        Assert.StartsWith("document\nstart a id=\"1\"\n", Conversion.EventsOfJson(json), StringComparison.Ordinal);
        var error = Assert.Throws<MappingException>(() => Conversion.EventsOfJson(json, options: new MappingOptions { MaxLookAhead = 500 }));
        Assert.Equal(MappingErrorCode.LookAheadLimit, error.Code);
        Assert.Equal("/a/@id", error.Path);
        Assert.Contains("500", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_root_beyond_the_look_ahead_is_a_typed_error()
    {
        var json = $$"""{"a":["{{new string('x', 600)}}"],"b":1}""";
        Assert.StartsWith("document\nstart root\n", Conversion.EventsOfJson(json), StringComparison.Ordinal);
        var error = Assert.Throws<MappingException>(() => Conversion.EventsOfJson(json, options: new MappingOptions { MaxLookAhead = 500 }));
        Assert.Equal(MappingErrorCode.LookAheadLimit, error.Code);
        Assert.Equal("/b", error.Path);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(200)]
    public void Elements_given_out_early_have_the_attributes_that_came_early(int lookAhead)
    {
        var record = """{"@id":"1","a":{"@x":"2","b":["some text","more text"]},"c":{"d":{"e":{"@f":"3","g":"text"}}}}""";
        var json = """{"r":{"x":[""" + string.Join(',', Enumerable.Repeat(record, 20)) + "]}}";
        Assert.Equal(Conversion.EventsOfJson(json), Conversion.EventsOfJson(json, options: new MappingOptions { MaxLookAhead = lookAhead }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public async Task Every_cut_of_a_stream_gives_the_same_events(int size)
    {
        var json = "\uFEFF {\"?xml\":{\"@version\":\"1.0\"},\"a\":{\"@b\":\"é😀\\u00e9\\ud83d\\ude00\",\"c\":[1.10,-2e5,true,null,\"" + new string('x', 300) + "\"],\"d\":{\"e\":{},\"@f\":1}}}  ";
        var convention = JsonConvention.Default with { XmlDeclarationKey = "?xml" };
        var expected = Conversion.EventsOfJson(json[1..], convention);
        using var source = new JsonSource(convention);
        using var log = new EventLog();
        source.Parse(new SlowStream(Encoding.UTF8.GetBytes(json), size), log);
        Assert.Equal(expected, log.ToString());

        using var asyncLog = new EventLog();
        await source.ParseAsync(new SlowStream(Encoding.UTF8.GetBytes(json), size), asyncLog);
        Assert.Equal(expected, asyncLog.ToString());
    }

    [Fact]
    public void A_long_token_in_small_reads_takes_linear_time()
    {
        var json = Encoding.UTF8.GetBytes("{\"a\":\"" + new string('x', 2_000_000) + "\"}");
        var stream = new SlowStream(json, 100);
        using var source = new JsonSource();
        var counter = default(EventCounter);
        source.Parse(stream, ref counter);
        Assert.Equal(2_000_000, counter.TextBytes);
    }

    [Theory]
    [InlineData("{\n  \"a\": [1,\n   x]\n}")]
    [InlineData("{\"é😀\": [1,]}")]
    [InlineData("{\"a\":1}}")]
    [InlineData("{\"a\":1")]
    [InlineData("")]
    [InlineData("[1,\n\n2,\n")]
    [InlineData("{\"a\": /* comment */ 1}")]
    public void Malformed_JSON_has_the_place_that_System_Text_Json_gives(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var expected = Assert.ThrowsAny<JsonException>(() =>
        {
            var reader = new Utf8JsonReader(bytes);
            while (reader.Read())
            {
            }
        });
        foreach (var size in new[] { 1, 3, 1000 })
        {
            using var source = new JsonSource();
            var error = Assert.ThrowsAny<JsonException>(() => source.Parse(new SlowStream(bytes, size), new Silence()));
            Assert.Equal((expected.LineNumber, expected.BytePositionInLine), (error.LineNumber, error.BytePositionInLine));
        }
    }

    [Fact]
    public void Invalid_UTF8_in_a_string_is_found_at_once_and_placed()
    {
        byte[] json = [.. "{\"é\":\n \"é"u8, 0xFF, .. "\"}"u8];
        using var source = new JsonSource();
        var error = Assert.Throws<JsonException>(() => source.Parse(json, new Silence()));
        Assert.Equal((1, 1), (error.LineNumber, error.BytePositionInLine));

        byte[] key = [.. "{\"a\":{},\n \""u8, 0xC0, 0x80, .. "\":1}"u8];
        error = Assert.Throws<JsonException>(() => source.Parse(new SlowStream(key, 1), new Silence()));
        Assert.Equal((1, 1), (error.LineNumber, error.BytePositionInLine));
    }

    [Fact]
    public void Invalid_UTF8_behind_a_character_that_XML_cannot_hold_is_found_too()
    {
        byte[] text = [.. "{\"a\":\"\uFFFE"u8, 0xFF, .. "\"}"u8];
        byte[] key = [.. "{\"\uFFFE"u8, 0xFF, .. "\":1}"u8];
        foreach (var json in new[] { text, key })
        {
            using var source = new JsonSource(JsonConvention.Default with { InvalidCharacters = InvalidCharacterPolicy.Replace });
            Assert.Throws<JsonException>(() => source.Parse(json, new Silence()));
        }
    }

    [Fact]
    public void Depth_is_a_typed_error_and_never_overflows_the_stack()
    {
        var deep = new string('[', 1_000_000);
        Assert.Equal(MappingErrorCode.DepthLimit, Assert.Throws<MappingException>(() => Conversion.EventsOfJson(deep)).Code);
        var all = new MappingOptions { MaxDepth = 200_000 };
        var nested = string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "1" + new string('}', 100_000);
        var xml = string.Concat(Enumerable.Repeat("<a>", 9_000)) + string.Concat(Enumerable.Repeat("</a>", 9_000));
        Assert.StartsWith("document", Conversion.EventsOfJson(nested, options: all), StringComparison.Ordinal);
        Assert.Equal(nested.Replace(":1}", ":\"1\"}", StringComparison.Ordinal), Conversion.ThereAndBack(nested, out _, options: all));
        Assert.Equal(MappingErrorCode.DepthLimit, Assert.Throws<MappingException>(() => Conversion.ToJson(xml)).Code);
        Assert.Equal((6 * 9_000) + 4, Conversion.ToJson(xml, options: all).Length);
    }

    [Fact]
    public void What_the_sink_writes_within_the_limit_the_source_reads()
    {
        var options = new MappingOptions { MaxDepth = 400 };
        var xml = string.Concat(Enumerable.Repeat("<a><b/>", 199)) + string.Concat(Enumerable.Repeat("<b/></a>", 199));
        var json = Conversion.ToJson(xml, options: options);
        Assert.StartsWith("document\nstart a\n", Conversion.EventsOfJson(json, options: options), StringComparison.Ordinal);
    }

    [Fact]
    public void Linear_time_for_keys_and_siblings()
    {
        // Quadratic time would take minutes.
        var keys = "{\"r\":{" + string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"k{i}\":0")) + "}}";
        Assert.Equal(keys.Replace(":0", ":\"0\"", StringComparison.Ordinal), Conversion.ThereAndBack(keys, out _));
        var siblings = "<r>" + string.Concat(Enumerable.Range(0, 200_000).Select(i => i % 2 == 0 ? "<a/>" : "<b/>")) + "</r>";
        Assert.Equal(200_000 * 5, Conversion.ToJson(siblings).Length - """{"r":{"a":[],"b":[]}}""".Length + 2);
    }

    [Fact]
    public void A_handler_can_stop_a_source()
    {
        using var source = new JsonSource();
        for (var events = 1; events < 12; events++)
        {
            var stopper = new Stopper(events);
            Assert.Equal(ParseStatus.Stopped, source.Parse("""{"a":{"@x":1,"b":["t","u"],"c":{}}} x"""u8, stopper));
            Assert.Equal(events, stopper.Events);
        }
    }

    [Fact]
    public void A_handler_may_not_use_the_source_that_calls_it()
    {
        using var source = new JsonSource();
        Assert.Throws<InvalidOperationException>(() => source.Parse("{\"a\":1}"u8, new Intruder(source)));
        Assert.Equal(ParseStatus.Completed, source.Parse("{\"a\":1}"u8, new Silence()));
    }

    [Fact]
    public void A_JsonElement_is_a_source_too()
    {
        using var document = JsonDocument.Parse("""{"x":[{"a":{"b":1.10}}]}""");
        using var source = new JsonSource();
        using var log = new EventLog();
        source.Parse(document.RootElement.GetProperty("x")[0], log);
        Assert.Equal(Conversion.EventsOfJson("""{"a":{"b":1.10}}"""), log.ToString());
    }

    [Fact]
    public void Events_know_the_byte_their_token_begins_at()
    {
        using var source = new JsonSource();
        var places = new Places();
        source.Parse("""{"a": {"b": "t", "@c": "u"}}"""u8, places);
        Assert.Equal("6 /a 1; 12 /a/b 2; 12 /a/b 2; 12 /a/b 2; 26 /a 1; ", places.Seen);
    }

    private sealed class Silence : ContentHandler;

    private struct LagCounter(Stream input) : IContentHandler
    {
        public int Elements { get; private set; }

        public int Attributes { get; private set; }

        public long FirstRead { get; private set; }

        public void StartDocument(scoped DocumentStart document)
        {
        }

        public void DocumentType(scoped DocumentTypeDeclaration documentType)
        {
        }

        public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
        {
            // How much of the input had been read when the first record came out.
            FirstRead = Elements == 1 ? input.Position : FirstRead;
            Elements++;
            Attributes += attributes.Count;
        }

        public readonly void EndElement(scoped in XmlName name)
        {
        }

        public readonly void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
        {
        }

        public readonly void StartCData()
        {
        }

        public readonly void EndCData()
        {
        }

        public readonly void Comment(scoped ReadOnlySpan<byte> text)
        {
        }

        public readonly void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
        {
        }

        public readonly void SkippedEntity(scoped ReadOnlySpan<byte> name)
        {
        }

        public readonly void EndDocument()
        {
        }
    }

    private sealed class Stopper(int after) : ContentHandler
    {
        private Locator? _locator;

        public int Events { get; private set; }

        public override void StartDocument(scoped DocumentStart document)
        {
            _locator = document.Locator;
            Count();
        }

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Count();

        public override void EndElement(scoped in XmlName name) => Count();

        public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Count();

        private void Count()
        {
            if (++Events == after)
            {
                _locator!.Stop();
            }
        }
    }

    private sealed class Intruder(JsonSource source) : ContentHandler
    {
        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes) => source.Parse("1"u8, this);
    }

    private sealed class Places : ContentHandler
    {
        private Locator? _locator;

        public string Seen { get; private set; } = "";

        public override void StartDocument(scoped DocumentStart document) => _locator = document.Locator;

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Note();

        public override void EndElement(scoped in XmlName name) => Note();

        public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Note();

        private void Note() => Seen += $"{_locator!.Position.ByteOffset} {_locator.ElementPath} {_locator.Depth}; ";
    }

    private sealed class SlowStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(size, buffer.Length)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
