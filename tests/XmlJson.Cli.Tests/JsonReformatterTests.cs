using System.Text;
using System.Text.Json;

namespace XmlJson.Cli.Tests;

public sealed class JsonReformatterTests
{
    private const string Document = """{"a":[1,-0,1.10,1E400,"\u00e9\n\"","é😀",true,false,null],"":{},"b":[],"b":[[],{"c":{"d":[]}}]}""";

    [Fact]
    public void Compact_and_indented_are_what_System_Text_Json_makes_of_it()
    {
        using var parsed = JsonDocument.Parse("""{"a":[1,"x",{"b":null}],"c":{},"d":[],"e":{"f":[[1],[]]}}""");
        foreach (var indent in (bool[])[false, true])
        {
            var expected = new MemoryStream();
            using (var writer = new Utf8JsonWriter(expected, new JsonWriterOptions { Indented = indent, NewLine = "\n" }))
            {
                parsed.WriteTo(writer);
            }

            Assert.Equal(Encoding.UTF8.GetString(expected.ToArray()) + "\n", Reformat(parsed.RootElement.GetRawText(), indent));
        }
    }

    [Fact]
    public void Strings_and_numbers_stay_as_they_are_written() => Assert.Equal(Document + "\n", Reformat(Document, indent: false));

    [Fact]
    public void Indenting_and_making_compact_again_changes_nothing() => Assert.Equal(Document + "\n", Reformat(Reformat(Document, indent: true), indent: false));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Every_read_size_gives_the_same(int size)
    {
        var output = new MemoryStream();

        new JsonReformatter(output, indent: false, itemsOnLines: false).Copy(new ShortReads(Encoding.UTF8.GetBytes(Document), size));

        Assert.Equal(Document + "\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void A_token_may_be_much_longer_than_the_buffer()
    {
        var json = $"[\"{new string('x', 1_000_000)}\",{new string('9', 300_000)}]";

        Assert.Equal(json + "\n", Reformat(json, indent: false));
    }

    [Fact]
    public void Levels_deeper_than_a_line_of_spaces_are_indented_too()
    {
        var json = Reformat(new string('[', 50) + "1" + new string(']', 50), indent: true);

        Assert.Contains("\n" + new string(' ', 100) + "1\n", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void Depth_is_limited(int depth, bool isAllowed)
    {
        var json = new string('[', depth) + new string(']', depth);

        Assert.Equal(isAllowed ? null : typeof(JsonException), Record.Exception(() => Reformat(json, indent: false))?.GetType().BaseType);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused_where_they_are()
    {
        byte[] json = [.. "[1,\n  \""u8, 0xC3, 0x28, .. "\"]"u8];

        var error = Assert.Throws<JsonException>(() => new JsonReformatter(new MemoryStream(), indent: false, itemsOnLines: false).Copy(new MemoryStream(json)));

        Assert.Equal((1, 2), (error.LineNumber, error.BytePositionInLine));
    }

    [Fact]
    public void Lines_are_written_when_they_are_whole()
    {
        var output = new MemoryStream();

        Assert.ThrowsAny<JsonException>(() => new JsonReformatter(output, indent: false, itemsOnLines: true).Copy(new MemoryStream("[{\"a\":1},{\"b\":[2,"u8.ToArray())));

        Assert.Equal("{\"a\":1}\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    private static string Reformat(string json, bool indent)
    {
        var output = new MemoryStream();
        new JsonReformatter(output, indent, itemsOnLines: false).Copy(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
