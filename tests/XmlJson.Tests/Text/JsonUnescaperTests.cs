using System.Text;
using System.Text.Json;
using CsCheck;
using XmlJson.ElementTree;
using XmlJson.Mapping;

namespace XmlJson.Tests.Text;

/// <summary>Strings of JSON, their escapes resolved by blocks, against System.Text.Json.</summary>
public class JsonUnescaperTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.Const("\\n"), Gen.Const("\\t"), Gen.Const("\\r"), Gen.Const("\\\""), Gen.Const("\\\\"), Gen.Const("\\/"), Gen.Const("\\u00e9"), Gen.Const("\\ud83d\\ude00"), Gen.Const("\\u0041"),
        Gen.Const("é"), Gen.Const("😀"), Gen.Char['a', 'z'].Array[0, 40].Select(c => new string(c)));

    private static readonly Gen<string> Strings = Pieces.Array[0, 12].Select(string.Concat);

    [Fact]
    public void Every_string_is_what_System_Text_Json_says() => Strings.Sample(AssertResolved, iter: 3000, threads: 1);

    [Fact]
    public void Every_length_and_every_place_is_seen()
    {
        for (var length = 0; length <= 70; length++)
        {
            var text = new string('x', length);
            AssertResolved(text);
            for (var at = 0; at <= length; at++)
            {
                AssertResolved(text.Insert(at, "\\n"));
                AssertResolved(text.Insert(at, "\\u20ac"));
                AssertResolved(text.Insert(at, "é"));
            }
        }
    }

    [Theory]
    [InlineData("\\b")]
    [InlineData("\\f")]
    [InlineData("\\u0001")]
    [InlineData("\\uD800")]
    public void What_XML_cannot_hold_is_replaced_or_refused(string escape)
    {
        var json = Encoding.UTF8.GetBytes("{\"a\":{\"b\":\"before" + escape + "after\",\"c\":\"" + new string('x', 100) + "\"}}");
        Assert.Equal(MappingErrorCode.InvalidCharacter, Assert.Throws<MappingException>(() => XmlJson.Json.ToXml(json, new MemoryStream(), JsonConvention.Default with { InvalidCharacters = InvalidCharacterPolicy.Reject })).Code);
        var output = new MemoryStream();
        var report = XmlJson.Json.ToXml(json, output, JsonConvention.Default with { InvalidCharacters = InvalidCharacterPolicy.Replace });
        Assert.StartsWith("<a><b>before\uFFFDafter</b>", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
        Assert.Equal(1, report.Count(MappingLossKind.InvalidCharacter));
    }

    [Theory]
    [InlineData("\\b", 3)]
    [InlineData("\\f", 3)]
    [InlineData("\\u0001", 3)]
    [InlineData("\\uD800", 3)]
    [InlineData("\\n", 1)]
    [InlineData("\\ud83d\\ude00", 4)]
    public void Any_number_of_escapes_has_room(string escape, int bytes)
    {
        foreach (var count in (int[])[30, 100, 1000, 1365, 1366, 1900, 2048, 3000, 6000])
        {
            foreach (var tail in (int[])[0, 200])
            {
                var raw = string.Concat(Enumerable.Repeat(escape, count));
                var json = Encoding.UTF8.GetBytes("{\"a\":{\"@t\":\"" + raw + "\",\"t\":\"" + raw + "\",\"u\":\"" + new string('x', tail) + "\"}}");
                using var document = XmlJson.Json.LoadDocument(json, JsonConvention.Default with { InvalidCharacters = InvalidCharacterPolicy.Replace });
                Assert.Equal(count * bytes, Encoding.UTF8.GetByteCount(document.Root.Get("t")!));
                Assert.Equal(document.Root.Get("t"), document.Root[0].Text);
                Assert.Equal(new string('x', tail), document.Root[1].Text ?? "");
                if (bytes == 3)
                {
                    Assert.Equal(MappingErrorCode.InvalidCharacter, Assert.Throws<MappingException>(() => XmlJson.Json.ToXml(json, new MemoryStream())).Code);
                }
            }
        }
    }

    // As a text and as an attribute, in the middle of the input and at its end, where no blocks can be read.
    private static void AssertResolved(string raw)
    {
        var expected = JsonSerializer.Deserialize<string>('"' + raw + '"')!;
        var text = "{\"r\":{\"@a\":\"" + raw + "\",\"b\":\"" + raw + "\",\"c\":[\"" + raw + "\"]}}";
        foreach (var json in new[] { text, text + new string(' ', 64) })
        {
            using var document = XmlJson.Json.LoadDocument(Encoding.UTF8.GetBytes(json));
            var root = document.Root;
            Assert.Equal(expected, root.Get("a"));
            Assert.Equal(expected, root[0].Text ?? "");
            Assert.Equal(expected, root[1].Text ?? "");
        }
    }
}
