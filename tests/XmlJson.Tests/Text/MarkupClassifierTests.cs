using System.Runtime.Intrinsics.X86;
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
            var plain = Classified(MarkupClassifier.ClassifyScalar, padded, document.Length);

            Assert.Equal(plain, Classified(MarkupClassifier.Classify128, padded, document.Length));
            if (Avx2.IsSupported)
            {
                Assert.Equal(plain, Classified(MarkupClassifier.Classify256, padded, document.Length));
            }

            if (MarkupClassifier.HasTable128)
            {
                Assert.Equal(plain, Classified(MarkupClassifier.Classify512, padded, document.Length));
            }
        },
        iter: 2000);

    private static ulong[] Classified(Kernel kernel, byte[] padded, int length)
    {
        var blocks = MarkupMasks.BlocksFor(length);
        var words = new ulong[(3 * blocks) + 1];
        words[3 * blocks] = kernel(ref padded[0], words.AsSpan(0, blocks), words.AsSpan(blocks, blocks), words.AsSpan(2 * blocks, blocks)) ? 1UL : 0;
        return words;
    }

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

    private delegate bool Kernel(ref byte bytes, Span<ulong> text, Span<ulong> name, Span<ulong> value);
}
