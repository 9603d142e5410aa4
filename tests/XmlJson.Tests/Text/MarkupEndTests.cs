using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

public class MarkupEndTests
{
    private static readonly Gen<byte[]> Text = Gen.OneOf("-->?x \n\t\r\u0001\u001Fé"u8.ToArray()).Array[0, 100];

    [Fact]
    public void It_agrees_with_its_plain_form() => Gen.Select(Text, Gen.Bool).Sample(
        (text, isComment) =>
        {
            var (first, second) = isComment ? ((byte)'-', (byte)'-') : ((byte)'?', (byte)'>');

            // What stands behind is not looked at, whatever it is.
            byte[] bytes = [.. text, .. Enumerable.Range(0, MarkedBytes.Padding).Select(i => i % 2 == 0 ? second : first)];
            var found = MarkupEnd.Find(ref bytes[0], text.Length, first, second, out var isPlain);
            var expected = FindPlainly(text, first, second, out var isExpectedPlain);

            Assert.Equal(expected, found);
            Assert.Equal(isExpectedPlain, isPlain && expected >= 0);
        },
        iter: 20_000);

    private static int FindPlainly(byte[] bytes, byte first, byte second, out bool isPlain)
    {
        var end = bytes.AsSpan().IndexOf([first, second]);
        isPlain = end >= 0 && bytes.Take(end).All(b => b >= ' ' || b is (byte)'\t' or (byte)'\n');
        return end;
    }

    [Fact]
    public void There_is_no_end_in_what_is_behind()
    {
        var bytes = new byte[1 + MarkedBytes.Padding];
        bytes.AsSpan().Fill((byte)'-');
        Assert.Equal(-1, MarkupEnd.Find(ref bytes[0], 0, (byte)'-', (byte)'-', out _));
        Assert.Equal(-1, MarkupEnd.Find(ref bytes[0], -1, (byte)'-', (byte)'-', out _));
        Assert.Equal(-1, MarkupEnd.Find(ref bytes[0], 1, (byte)'-', (byte)'-', out _));
    }
}
