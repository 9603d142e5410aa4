using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

public class Utf8ValidatorTests
{
    // Sequences at the edges of every range of table 3-7 of the Unicode Standard, whole, cut, and wrong.
    private static readonly byte[][] Sequences =
    [
        [0x41], [0x7F], [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2, 0x80], [0xC2], [0xDF, 0xBF], [0xDF, 0xC0],
        [0xE0, 0x9F, 0xBF], [0xE0, 0xA0, 0x80], [0xE0, 0xA0], [0xE1, 0x80, 0x80], [0xEC, 0xBF, 0xBF], [0xED, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xEE, 0x80, 0x80],
        [0xEF, 0xBF, 0xBD], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF], [0xEF, 0xBE, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF0, 0x90, 0x80],
        [0xF1, 0x80, 0x80, 0x80], [0xF3, 0xBF, 0xBF, 0xBF], [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xFE, 0xFE],
    ];

    private static readonly Gen<byte[]> Text =
        Gen.Select(Gen.Int[0, 70], Gen.Int[0, Sequences.Length - 1].Array[0, 3], Gen.Int[0, 40], Gen.Int[0, 9]).Select((before, parts, behind, letters) =>
            (byte[])[.. Letters(before, letters), .. parts.SelectMany(part => Sequences[part]), .. Letters(behind, letters)]);

    private static byte[] Letters(int count, int kind) =>
        kind switch
        {
            0 => [.. Enumerable.Repeat("é"u8.ToArray(), count).SelectMany(letter => letter)],
            1 => [.. Enumerable.Repeat("中"u8.ToArray(), count).SelectMany(letter => letter)],
            2 => [.. Enumerable.Repeat("😀"u8.ToArray(), count).SelectMany(letter => letter)],
            _ => [.. Enumerable.Repeat((byte)'a', count)],
        };

    [Fact]
    public void Every_kernel_says_what_the_plain_search_says() => Text.Sample(
        text =>
        {
            var expected = Utf8Text.FindInvalid(text, out _) < 0;
            Assert.Equal(expected, Utf8Validator.IsValid(text));
            Assert.Equal(expected, Utf8Validator.IsValid128(text));
        },
        iter: 50_000);

    [Fact]
    public void Every_pair_and_every_start_of_three_bytes_is_judged_alike()
    {
        var text = new byte[40];
        for (var first = 0x80; first < 0x100; first++)
        {
            for (var second = 0; second < 0x100; second++)
            {
                for (var third = 0x70; third < 0x100; third += 0x0F)
                {
                    text.AsSpan().Fill((byte)'a');
                    text[30] = (byte)first;
                    text[31] = (byte)second;
                    text[32] = (byte)third;
                    var expected = Utf8Text.FindInvalid(text, out _) < 0;
                    Assert.Equal(expected, Utf8Validator.IsValid(text));
                    Assert.Equal(expected, Utf8Validator.IsValid128(text));
                }
            }
        }
    }
}
