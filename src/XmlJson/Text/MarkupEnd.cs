using System.Numerics;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>Finds where markup ends that has no grammar of its own within: comments and processing instructions.</summary>
/// <remarks>
/// <para>Idea: most are short. One pass finds the two bytes that end them, seen together in two loads a byte apart, and whether a control character stands before.</para>
/// <para>Pseudo code, for each block: ends = (b = first and next b = second); control = b &lt; 0x20 and b is no tab or line feed.</para>
/// </remarks>
internal static class MarkupEnd
{
    /// <summary>Finds the end.</summary>
    /// <param name="start">The first byte; <see cref="MarkedBytes.Padding"/> bytes behind the last are readable.</param>
    /// <param name="length">How many bytes count.</param>
    /// <param name="first">The first byte of the end.</param>
    /// <param name="second">The second one.</param>
    /// <param name="isPlain">Whether what stands before it stands for itself: it has no carriage return, and no control character that is not allowed.</param>
    /// <returns>Where it begins; -1 when it is not there.</returns>
    public static int Find(ref byte start, int length, byte first, byte second, out bool isPlain)
    {
        isPlain = true;
        for (var i = 0; i < length; i += Vector256<byte>.Count)
        {
            // Safe: a block begins within the bytes; it and the byte behind it end within the padding.
            var block = Vector256.LoadUnsafe(ref start, (nuint)i);
            var next = Vector256.LoadUnsafe(ref start, (nuint)i + 1);
            var ends = (Vector256.Equals(block, Vector256.Create(first)) & Vector256.Equals(next, Vector256.Create(second))).ExtractMostSignificantBits();
            var controls = Controls(block).ExtractMostSignificantBits();
            if (ends != 0)
            {
                var end = BitOperations.TrailingZeroCount(ends);
                isPlain &= (controls & ((1u << end) - 1)) == 0;
                return i + end + 1 < length ? i + end : -1;
            }

            isPlain &= controls == 0;
        }

        return -1;
    }

    private static Vector256<byte> Controls(Vector256<byte> bytes)
    {
        var below = Vector256.Equals(Vector256.Min(bytes, Vector256.Create((byte)0x1F)), bytes);
        return Vector256.AndNot(below, Vector256.Equals(bytes, Vector256.Create((byte)'\t')) | Vector256.Equals(bytes, Vector256.Create((byte)'\n')));
    }
}
