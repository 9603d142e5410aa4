using System.Text;
using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

public class JsonEscaperTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(Gen.Char["\"\\\n\r\t\b\f\u0001\u001F"], Gen.Char[' ', '~'], Gen.Char["é€Ж中"]).Array[0, 80].Select(characters => new string(characters));

    [Fact]
    public void It_writes_what_a_loop_over_the_characters_writes() => Texts.Sample(
        text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var room = new byte[bytes.Length * 6];
            Assert.True(JsonEscaper.TryWrite(bytes, room, out var read, out var written));
            Assert.Equal(bytes.Length, read);
            Assert.Equal(ByCharacter(text), Encoding.UTF8.GetString(room, 0, written));
        },
        iter: 20_000);

    [Fact]
    public void Whatever_the_room_it_writes_whole_characters_and_goes_on_where_it_stopped() => Gen.Select(Texts, Gen.Int[6, 40]).Sample(
        (text, size) =>
        {
            var rest = Encoding.UTF8.GetBytes(text).AsSpan();
            var all = new StringBuilder();
            var room = new byte[size];
            while (true)
            {
                var isAll = JsonEscaper.TryWrite(rest, room, out var read, out var written);
                Assert.True(isAll || read > 0);
                all.Append(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(room, 0, written));
                rest = rest[read..];
                if (isAll)
                {
                    break;
                }
            }

            Assert.True(rest.IsEmpty);
            Assert.Equal(ByCharacter(text), all.ToString());
        },
        iter: 20_000);

    [Fact]
    public void It_escapes_each_character_that_needs_it_and_no_other()
    {
        var room = new byte[8];
        for (var c = 0; c < 0x80; c++)
        {
            Assert.True(JsonEscaper.TryWrite([(byte)c], room, out _, out var written));
            Assert.Equal(ByCharacter(((char)c).ToString()), Encoding.UTF8.GetString(room, 0, written));
        }
    }

    [Fact]
    public void An_escape_that_there_is_no_room_for_is_not_begun()
    {
        for (var room = 0; room < 6; room++)
        {
            Assert.False(JsonEscaper.TryWrite([1], new byte[room], out var read, out var written));
            Assert.Equal((0, 0), (read, written));
        }
    }

    private static string ByCharacter(string text)
    {
        var result = new StringBuilder();
        foreach (var c in text)
        {
            result.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' => $"\\u{(int)c:X4}",
                _ => c.ToString(),
            });
        }

        return result.ToString();
    }
}
