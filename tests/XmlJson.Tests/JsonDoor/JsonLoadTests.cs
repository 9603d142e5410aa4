using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using XmlJson.Tests.Reading;

namespace XmlJson.Tests.JsonDoor;

/// <summary>JSON is loaded as RFC 8259 says, with all that is wrong with it found at once.</summary>
public class JsonLoadTests
{
    [Theory]
    [InlineData("[1.10,-0,1E400,123456789012345678901234567890,1.0,0.1e-7]")]
    [InlineData("{\"\":null,\"a b\":true,\"__proto__\":{\"x\":[]},\"é😀\":\"\\u0000\"}")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void Every_value_is_kept_as_written(string json) => Assert.Equal(json, Json.ToText(Json.Load(json)));

    [Theory]
    [InlineData("{\"a\":1,\"b\":2,\"a\":[3]}", "{\"a\":[3],\"b\":2}")]
    [InlineData("[{\"a\":{\"b\":1,\"\\u0062\":null}},{\"a\":1.10,\"a\":1E400}]", "[{\"a\":{\"b\":null}},{\"a\":1E400}]")]
    public void Of_equal_keys_the_last_one_wins(string json, string expected)
    {
        Assert.Equal(expected, Json.ToText(Json.Load(json)));
        Assert.Equal(expected, Json.Load(json)!.ToJsonString());
    }

    [Theory]
    [InlineData("{\"a\":1,\n \"b\":{\"c\":1,\"c\":2}}", 1, 12)]
    [InlineData("{\"a\":1,\"\\u0061\":1}", 0, 7)]
    public void Equal_keys_can_be_refused(string json, int line, int position)
    {
        var error = Assert.Throws<JsonException>(() => Json.Load(json, new JsonLoadOptions { RejectDuplicateKeys = true }));
        Assert.Equal((line, position), ((int)error.LineNumber!, (int)error.BytePositionInLine!));
        Assert.Equal("[{\"a\":1},{\"a\":1}]", Json.ToText(Json.Load("[{\"a\":1},{\"a\":1}]", new JsonLoadOptions { RejectDuplicateKeys = true })));
    }

    [Theory]
    [InlineData("[1,\n \"\\ud800\"]", 1, 1)]
    [InlineData("{\"\\udc00x\":1}", 0, 1)]
    [InlineData("[\"\\ud800\\ud800\"]", 0, 1)]
    [InlineData("[\n\n'a']", 2, 0)]
    [InlineData("", 0, 0)]
    [InlineData("[1,]", 0, 3)]
    [InlineData("[1]//c", 0, 3)]
    [InlineData("NaN", 0, 0)]
    public void What_is_no_JSON_is_refused_with_its_place(string json, int line, int position)
    {
        var error = Assert.ThrowsAny<JsonException>(() => Json.Load(json));
        Assert.Equal((line, position), ((int)error.LineNumber!, (int)error.BytePositionInLine!));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        foreach (var json in (byte[][])[[.. "[\n\""u8, 0xFF, .. "\"]"u8], [.. "[\n\""u8, 0xED, 0xA0, 0x80, .. "\"]"u8], [.. "{\n\""u8, 0xC3, .. "\":1}"u8]])
        {
            Assert.Equal(1, Assert.Throws<JsonException>(() => Json.Load(json)).LineNumber);
        }

        Assert.Throws<JsonException>(() => Json.Load([.. "[1]/*"u8, 0xFF, .. "*/"u8], new JsonLoadOptions { AllowComments = true }));
        Assert.Throws<JsonException>(() => Json.Load("\"\ud800\""));
    }

    [Fact]
    public void Comments_and_trailing_commas_can_be_allowed()
    {
        Assert.Equal("[1]", Json.ToText(Json.Load("/*a*/[1//b\n]", new JsonLoadOptions { AllowComments = true })));
        Assert.Equal("[1,{\"a\":2}]", Json.ToText(Json.Load("[1,{\"a\":2,},]", new JsonLoadOptions { AllowTrailingCommas = true })));
    }

    [Fact]
    public void Depth_has_a_limit()
    {
        Assert.NotNull(Json.Load(Nested(1000)));
        Assert.ThrowsAny<JsonException>(() => Json.Load(Nested(1001)));
        Assert.NotNull(Json.Load(Nested(1), new JsonLoadOptions { MaxDepth = 1 }));
        Assert.ThrowsAny<JsonException>(() => Json.Load(Nested(2), new JsonLoadOptions { MaxDepth = 1 }));
    }

    // Nodes of System.Text.Json cost more the deeper they are, so there are fewer levels than members.
    [Fact]
    public void Many_levels_members_and_equal_keys_pass_on_a_small_stack()
    {
        const int Levels = 5000;
        SmallStack.Run(() =>
        {
            var (load, save) = (new JsonLoadOptions { MaxDepth = 2 * Levels }, new JsonSaveOptions { MaxDepth = 2 * Levels, SortKeys = true });
            var equal = string.Concat(Enumerable.Repeat("{\"a\":1,\"a\":", Levels)) + "2" + new string('}', Levels);
            var wide = $"{{{string.Join(',', Enumerable.Range(0, Effort.Million).Select(i => $"\"k{i:D7}\":{i}"))}}}";
            var same = $"{{{string.Join(',', Enumerable.Repeat("\"a\":1", Effort.Million))}}}";
            Assert.Equal(Nested(Levels), Json.ToText(Json.Load(Nested(Levels), load), save));
            Assert.Equal(equal.Length - ("\"a\":1,".Length * Levels), Json.ToText(Json.Load(equal, load), save).Length);
            Assert.Equal(wide, Json.ToText(Json.Load(wide, load), save));
            Assert.Equal("{\"a\":1}", Json.ToText(Json.Load(same, load), save));
        });
    }

    [Fact]
    public async Task Every_door_gives_the_same()
    {
        var json = "{\"a\":[1.10,\"é\",{\"b\":null}],\"a\":2}";
        var bytes = Encoding.UTF8.GetBytes("\uFEFF" + json);
        var expected = Json.ToText(Json.Load(json));
        Assert.Equal(expected, Json.ToText(Json.Load(bytes)));
        using var stream = new ShortReadStream(bytes, 3);
        Assert.Equal(expected, Json.ToText(Json.Load(stream)));
        using var later = new ShortReadStream(bytes, 3, yields: true);
        Assert.Equal(expected, Json.ToText(await Json.LoadAsync(later)));
        Assert.Equal(expected, Json.ToText(await Json.LoadAsync(PipeReader.Create(new MemoryStream(bytes)))));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Json.LoadAsync(new MemoryStream(bytes), cancellationToken: cancelled.Token));
    }

    [Fact]
    public void Values_are_written_as_asked_for()
    {
        var value = JsonNode.Parse("{\"b\":[1,{}],\"a\":{\"é\":\"<\\u007f\",\"B\":[]}}");
        Assert.Equal("{\n    \"a\": {\n        \"B\": [],\n        \"é\": \"<\u007f\"\n    },\n    \"b\": [\n        1,\n        {}\n    ]\n}", Json.ToText(value, new JsonSaveOptions { Indent = 4, SortKeys = true }));
        Assert.Equal("{\"b\":[1,{}],\"a\":{\"\\u00E9\":\"\\u003C\\u007F\",\"B\":[]}}", Json.ToText(value, new JsonSaveOptions { AsciiOnly = true }));
        Assert.Equal("[\n1\n]", Json.ToText(JsonNode.Parse("[1]"), new JsonSaveOptions { Indent = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonSaveOptions { Indent = 128 });
        Assert.Throws<InvalidOperationException>(() => Json.ToText(JsonNode.Parse("[[1]]"), new JsonSaveOptions { MaxDepth = 1 }));
        Assert.Throws<ArgumentException>(() => Json.ToText(JsonValue.Create(double.NaN)));
        Assert.Equal("[1,\"x\",null,true,1.5]", Json.ToText(new JsonArray(1, "x", null, true, 1.5m)));
    }

    [Fact]
    public async Task Streams_and_files_get_what_the_text_says()
    {
        var value = new JsonArray([.. Enumerable.Range(0, 20_000).Select(i => (JsonNode?)i)]);
        var (text, sync, later) = (Json.ToText(value), new MemoryStream(), new MemoryStream());
        Json.Save(value, sync, JsonSaveOptions.Default);
        await Json.SaveAsync(value, later);
        Assert.Equal(text, Encoding.UTF8.GetString(sync.ToArray()));
        Assert.Equal(text, Encoding.UTF8.GetString(later.ToArray()));
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "json");
            Json.SaveFile(value, path, new JsonSaveOptions { Indent = 1 });
            Assert.Equal(text, Json.ToText(Json.LoadFile(path)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Lines_are_read_and_written()
    {
        var lines = Encoding.UTF8.GetBytes("\uFEFF{\"a\":1.10}\r\n\n [1]\nnull\n\"é\"");
        for (var length = 1; length <= lines.Length; length++)
        {
            using var stream = new ShortReadStream(lines, length);
            var values = Json.LoadEach(stream).ToList();
            Assert.Equal(["{\"a\":1.10}", "[1]", "null", "\"é\""], values.Select(value => Json.ToText(value)));
            using var later = new ShortReadStream(lines, length, yields: true);
            var count = 0;
            await foreach (var value in Json.LoadEachAsync(later))
            {
                Assert.Equal(Json.ToText(values[count++]), Json.ToText(value));
            }

            Assert.Equal(4, count);
            using var output = new MemoryStream();
            Json.SaveEach(values, output, new JsonSaveOptions { Indent = 3 });
            Assert.Equal("{\"a\":1.10}\n[1]\nnull\n\"é\"\n", Encoding.UTF8.GetString(output.ToArray()));
        }
    }

    [Theory]
    [InlineData("[1]\n\n[2\n[3]", 2, 2)]
    [InlineData("[1]\n\"\\ud800\"", 1, 0)]
    [InlineData("[1]\n[2] [3]", 1, 4)]
    [InlineData("[1]\n\uFEFF[2]", 1, 0)]
    public void A_line_that_is_no_JSON_is_told_behind_those_before_it(string lines, int line, int position)
    {
        var seen = 0;
        var error = Assert.ThrowsAny<JsonException>(() =>
        {
            foreach (var _ in Json.LoadEach(new MemoryStream(Encoding.UTF8.GetBytes(lines))))
            {
                seen++;
            }
        });
        Assert.Equal((1, line, position), (seen, (int)error.LineNumber!, (int)error.BytePositionInLine!));
        Assert.StartsWith("Record 2: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_lines_take_the_memory_of_one()
    {
        var lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":1}\n", Effort.Million / 4)));
        Assert.Equal(Effort.Million / 4, Json.LoadEach(new MemoryStream(lines)).Count(value => (int)value!["a"]! == 1));
    }

    [Fact]
    public void Texts_come_back() =>
        Mapping.Generated.Json.Sample(
            json =>
            {
                var once = Json.ToText(Json.Load(json));
                Assert.Equal(once, Json.ToText(Json.Load(once)));
                Assert.Equal(once, Json.ToText(Json.Load(Json.ToText(Json.Load(json), new JsonSaveOptions { Indent = 3, AsciiOnly = true }))));
                using var expected = JsonDocument.Parse(json);
                using var found = JsonDocument.Parse(once);
                var hasDuplicates = false;
                try
                {
                    Json.Load(json, new JsonLoadOptions { RejectDuplicateKeys = true });
                }
                catch (JsonException)
                {
                    hasDuplicates = true;
                }

                Assert.Equal(!hasDuplicates, JsonElement.DeepEquals(expected.RootElement, found.RootElement));
            },
            iter: 3000);

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused_when_it_is_written()
    {
        Assert.Throws<ArgumentException>(() => Json.ToText(JsonValue.Create("\ud800x")));
        Assert.Throws<ArgumentException>(() => Json.ToText(JsonValue.Create('\udc00')));
        Assert.Throws<ArgumentException>(() => Json.ToText(new JsonObject { ["\ud800"] = 1 }));
        Assert.Throws<ArgumentException>(() => Json.ToText(JsonNode.Parse("\"\\ud800\"")));
        Assert.Equal("\"\U0001F600\uFFFD\"", Json.ToText(JsonValue.Create("\U0001F600\uFFFD")));
    }
}
