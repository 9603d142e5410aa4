using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>Copies text and tells in the same pass whether it is ASCII, as most text is.</summary>
internal static class AsciiText
{
    /// <summary>How many bytes behind a text are read and overwritten.</summary>
    public const int Overlap = 32;

    /// <summary>Copies a text.</summary>
    /// <param name="source">Its first byte; <see cref="Overlap"/> bytes behind the last are readable.</param>
    /// <param name="length">Its length.</param>
    /// <param name="target">Where to; there is room for the text and <see cref="Overlap"/> bytes more.</param>
    /// <returns>Whether all of it is ASCII.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Copy(ref byte source, int length, ref byte target)
    {
        // Safe: a block begins before the text's end, or with it, and both sides have a block's room behind that.
        nuint i = 0;
        var all = Vector256<byte>.Zero;
        Vector256<byte> block;
        for (; i + Overlap < (nuint)length; i += Overlap)
        {
            block = Vector256.LoadUnsafe(ref source, i);
            block.StoreUnsafe(ref target, i);
            all |= block;
        }

        block = Vector256.LoadUnsafe(ref source, i);
        block.StoreUnsafe(ref target, i);
        // Up to 32 bytes of the last block count; none of an empty text's.
        var inBlock = (uint)((1ul << (length - (int)i)) - 1);
        return ((block.ExtractMostSignificantBits() & inBlock) | all.ExtractMostSignificantBits()) == 0;
    }
}
