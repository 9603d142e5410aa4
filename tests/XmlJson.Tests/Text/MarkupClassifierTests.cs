using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

/// <summary>Every kernel against the questions as they are asked of one byte, and the finders against a walk.</summary>
public class MarkupClassifierTests
{
    private static readonly Gen<byte[]> Documents = Gen.OneOf(
        Gen.Byte.Array[0, 400],
        Gen.OneOf("<>/=\"'&] \t\r\n\u0001az"u8.ToArray()).Array[0, 400],
        Gen.Frequency((40, Gen.Const((byte)'a')), (1, Gen.Byte)).Array[0, 400]);

    [Fact]
    public void Finders_find_what_a_walk_finds() => Documents.Sample(
        document =>
        {
            byte[] padded = [.. document, .. Enumerable.Repeat((byte)'a', MarkedBytes.Padding)];
            var masks = new MarkupMasks();
            masks.Reserve(document.Length);
            Assert.Equal(document.Any(b => b >= 0x80), MarkupClassifier.Classify(ref padded[0], document.Length, masks));
            var input = new MarkedBytes(ref padded[0], document.Length, masks);
            for (var from = 0; from <= document.Length; from++)
            {
                Assert.Equal(Walk(document, from, EndsText), input.FindTextEnd(from));
                Assert.Equal(Walk(document, from, EndsName), input.FindNameEnd(from));
                Assert.Equal(Walk(document, from, EndsValue), input.FindValueEnd(from));
                Assert.Equal(from == document.Length || EndsName(document[from]), input.IsNameEnd(from));
            }

            // A finder that begins behind the end stays where it is.
            Assert.Equal(document.Length + 100, input.FindValueEnd(document.Length + 100));
        },
        iter: 2000);

    [Fact]
    public void Kernels_agree() => Documents.Sample(
        document =>
        {
            byte[] padded = [.. document, .. new byte[64]];
            var blocks = MarkupMasks.BlocksFor(document.Length);
            var plain = (new ulong[blocks], new ulong[blocks], new ulong[blocks]);
            var vectors = (new ulong[blocks], new ulong[blocks], new ulong[blocks]);
            var isNonAscii = MarkupClassifier.ClassifyScalar(ref padded[0], plain.Item1, plain.Item2, plain.Item3);

            Assert.Equal(isNonAscii, MarkupClassifier.Classify128(ref padded[0], vectors.Item1, vectors.Item2, vectors.Item3));
            Assert.Equal(plain.Item1, vectors.Item1);
            Assert.Equal(plain.Item2, vectors.Item2);
            Assert.Equal(plain.Item3, vectors.Item3);
        },
        iter: 2000);

    private static int Walk(byte[] document, int from, Func<byte, bool> ends)
    {
        while (from < document.Length && !ends(document[from]))
        {
            from++;
        }

        return from;
    }

    private static bool EndsText(byte b) => b is (byte)'<' or (byte)'&' or (byte)']' || (b < 0x20 && b is not ((byte)'\t' or (byte)'\n'));

    private static bool EndsName(byte b) => b is (byte)'/' or (byte)'=' or (byte)'>' or <= 0x20;

    private static bool EndsValue(byte b) => b is (byte)'"' or (byte)'\'' or (byte)'<' or (byte)'&' or < 0x20;
}
