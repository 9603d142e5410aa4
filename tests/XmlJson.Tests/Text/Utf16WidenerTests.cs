using System.Text;
using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

/// <summary>The kernel against <see cref="Encoding.UTF8"/>, for every length and every place of the first byte that is not ASCII.</summary>
public class Utf16WidenerTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Const("é"), Gen.Const("€"), Gen.Const("😀"), Gen.Const("\0"), Gen.Const("\u007F"),
        Gen.Char['a', 'z'].Array[0, 40].Select(c => new string(c)),
        Gen.Char['а', 'я'].Array[0, 40].Select(c => new string(c))).Array[0, 12].Select(string.Concat);

    [Fact]
    public void Every_text_is_decoded()
    {
        using var buffer = new Utf16Buffer();
        Texts.Sample(text => AssertDecoded(buffer, Encoding.UTF8.GetBytes(text)), iter: 5000, threads: 1);
    }

    [Fact]
    public void Any_bytes_become_what_Encoding_makes_of_them()
    {
        using var buffer = new Utf16Buffer();
        Gen.Select(Texts, Gen.Byte.Array[0, 5], Texts).Sample(
            (before, bytes, after) => AssertDecoded(buffer, [.. Encoding.UTF8.GetBytes(before), .. bytes, .. Encoding.UTF8.GetBytes(after)]), iter: 5000, threads: 1);
    }

    [Fact]
    public void Every_length_and_every_place_is_seen()
    {
        using var buffer = new Utf16Buffer();
        for (var length = 0; length <= 100; length++)
        {
            var text = Enumerable.Range(0, length).Select(i => (byte)(' ' + (i % 95))).ToArray();
            AssertDecoded(buffer, text);
            for (var at = 0; at < length; at++)
            {
                AssertDecoded(buffer, [.. text[..at], .. "é"u8, .. text[at..]]);
            }
        }
    }

    [Fact]
    public void Nothing_is_written_behind_the_text()
    {
        for (var length = 0; length <= 70; length++)
        {
            var target = new char[length + 40];
            target.AsSpan().Fill('#');
            Assert.Equal(length, Utf16Widener.Decode(Encoding.UTF8.GetBytes(new string('x', length)), target.AsSpan(0, length)));
            Assert.Equal(new string('x', length) + new string('#', 40), new string(target));
        }
    }

    [Fact]
    public void A_target_that_is_too_short_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Utf16Widener.Decode("abc"u8, new char[2]));
    }

    private static void AssertDecoded(Utf16Buffer buffer, byte[] utf8)
    {
        var expected = Encoding.UTF8.GetString(utf8);
        Assert.Equal(expected, buffer.Decode(utf8).ToString());
        Assert.Equal(expected, Utf16Buffer.GetString(utf8));
        Assert.Equal(utf8.All(b => b < 0x80), Utf16Widener.IsAscii(utf8));
    }
}
