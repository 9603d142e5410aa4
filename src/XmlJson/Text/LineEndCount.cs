using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>Counts line ends as XML has them (XML 1.0 §2.11): a line feed, a carriage return, or the two as a pair, which is one.</summary>
internal static class LineEndCount
{
    /// <summary>How many there are.</summary>
    /// <remarks>
    /// <para>Idea: a line ends at each line feed, and at each carriage return that none follows; whether one does is seen in the same bytes, loaded one byte later.</para>
    /// <para>Pseudo code: count += bits(b = LF or (b = CR and next b ≠ LF)).</para>
    /// </remarks>
    /// <param name="bytes">Where to count; what follows them is not looked at, so a carriage return at their end counts.</param>
    public static int Of(ReadOnlySpan<byte> bytes)
    {
        ref var start = ref MemoryMarshal.GetReference(bytes);
        var count = 0;
        var i = 0;
        for (; i < bytes.Length - Vector256<byte>.Count; i += Vector256<byte>.Count)
        {
            // Safe: the block, and the byte behind it, lie within the bytes.
            var block = Vector256.LoadUnsafe(ref start, (nuint)i);
            var next = Vector256.LoadUnsafe(ref start, (nuint)i + 1);
            var alone = Vector256.AndNot(Vector256.Equals(block, Vector256.Create((byte)'\r')), Vector256.Equals(next, Vector256.Create((byte)'\n')));
            count += BitOperations.PopCount((Vector256.Equals(block, Vector256.Create((byte)'\n')) | alone).ExtractMostSignificantBits());
        }

        return count + OfScalar(bytes[i..]);
    }

    /// <summary>The plain form of <see cref="Of"/>, which it must agree with.</summary>
    internal static int OfScalar(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            count += bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.Length || bytes[i + 1] != '\n')) ? 1 : 0;
        }

        return count;
    }
}
