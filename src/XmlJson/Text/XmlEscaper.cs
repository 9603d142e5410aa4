using System.Buffers;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>Copies character data into XML: what would be taken for markup, or be lost in the next parse, becomes a reference; what XML cannot hold is found.</summary>
/// <remarks>
/// <para>Idea: copy 16 bytes to the output before looking at them, then ask in one mask which of them may not stand there. Nearly always none: the copy was all there was to do.
/// A shorter rest is put together from two overlapping loads, so short values, the most frequent, take the same way.</para>
/// <para>Pseudo code: store(out, block = load(in)); m = special(block); if m = 0 then both advance by the block, else by tzcnt(m), and the special byte is dealt with alone.
/// The first byte beyond ASCII has what follows it validated at once; up to the end of that such bytes are not special.</para>
/// </remarks>
internal static class XmlEscaper
{
    /// <summary>The room that the output must have: one block.</summary>
    public const int Room = BlockLength;

    /// <summary>How many bytes behind a text <see cref="TryCopyPadded"/> may read and overwrite.</summary>
    public const int Overlap = LongBlockLength;

    private const int BlockLength = 16;
    private const int LongBlockLength = 32;

    /// <summary>Copies and escapes.</summary>
    /// <typeparam name="TRules">What is escaped.</typeparam>
    /// <param name="source">UTF-8.</param>
    /// <param name="destination">At least <see cref="Room"/> bytes; those behind <paramref name="written"/> are overwritten too.</param>
    /// <param name="read">How much of the source was dealt with; a whole number of characters.</param>
    /// <param name="written">How much of the destination was filled.</param>
    /// <returns>
    /// <see cref="OperationStatus.Done"/>; <see cref="OperationStatus.DestinationTooSmall"/> when there is more to do with more room; <see cref="OperationStatus.InvalidData"/>
    /// when something from <paramref name="read"/> on is no UTF-8 or no [2] Char.
    /// </returns>
    public static OperationStatus Escape<TRules>(ReadOnlySpan<byte> source, Span<byte> destination, out int read, out int written)
        where TRules : struct, IEscapeRules
    {
        int i = 0, o = 0, validEnd = 0;
        var status = OperationStatus.Done;
        while (i < source.Length)
        {
            if (destination.Length - o < Room)
            {
                status = OperationStatus.DestinationTooSmall;
                break;
            }

            var length = Math.Min((i < validEnd ? validEnd : source.Length) - i, BlockLength);
            var block = Load(source, i, length);
            // Safe: there is room for a whole block.
            block.StoreUnsafe(ref MemoryMarshal.GetReference(destination), (nuint)o);
            var inBlock = (1u << length) - 1;
            var special = (TRules.Special(block) | block).ExtractMostSignificantBits() & inBlock;
            if (special == 0)
            {
                i += length;
                o += length;
                continue;
            }

            var beyondAscii = block.ExtractMostSignificantBits() & inBlock;
            if (beyondAscii != 0 && i >= validEnd)
            {
                if (!TryValidate(source, i, destination.Length - o, out var end))
                {
                    status = OperationStatus.InvalidData;
                    break;
                }

                validEnd = end;
                continue;
            }

            special &= ~beyondAscii;
            var plain = special == 0 ? length : BitOperations.TrailingZeroCount(special);
            i += plain;
            o += plain;
            if (special == 0)
            {
                continue;
            }

            if (destination.Length - o < Room)
            {
                status = OperationStatus.DestinationTooSmall;
                break;
            }

            var reference = TRules.Reference(source[i]);
            if (reference.IsEmpty)
            {
                status = OperationStatus.InvalidData;
                break;
            }

            reference.CopyTo(destination[o..]);
            i++;
            o += reference.Length;
        }

        // A block may have ended inside a character.
        while (i < validEnd && IsContinuation(source[i]))
        {
            i--;
            o--;
        }

        read = i;
        written = o;
        return status;
    }

    private static bool IsContinuation(byte b) => (b & 0xC0) == 0x80;

    /// <summary>Copies text that has nothing to escape, as most text has.</summary>
    /// <param name="source">The text.</param>
    /// <param name="target">Where to; there is room for the text and <see cref="Room"/> bytes more, which are overwritten.</param>
    /// <returns>Whether it was such text; if not, what was copied is of no use.</returns>
    public static bool TryCopy<TRules>(ReadOnlySpan<byte> source, ref byte target)
        where TRules : struct, IEscapeRules
    {
        ref var from = ref MemoryMarshal.GetReference(source);
        if (source.Length < BlockLength)
        {
            if (source.IsEmpty)
            {
                return true;
            }

            // Safe: there is room for a block.
            var shortBlock = ShortText.WithZeros128(source);
            shortBlock.StoreUnsafe(ref target);
            var inBlock = (1u << source.Length) - 1;
            return (TRules.Special(shortBlock).ExtractMostSignificantBits() & inBlock) == 0
                && ((shortBlock.ExtractMostSignificantBits() & inBlock) == 0 || Utf8Validator.IsValid(source));
        }

        // Safe from here on: each block lies in the source, and there is room for more.
        if (source.Length < LongBlockLength)
        {
            var first = Vector128.LoadUnsafe(ref from);
            var second = Vector128.LoadUnsafe(ref from, (nuint)(source.Length - BlockLength));
            first.StoreUnsafe(ref target);
            second.StoreUnsafe(ref target, (nuint)(source.Length - BlockLength));
            return (TRules.Special(first) | TRules.Special(second)) == default
                && ((first | second).ExtractMostSignificantBits() == 0 || Utf8Validator.IsValid(source));
        }

        var last = (nuint)(source.Length - LongBlockLength);
        var block = Vector256.LoadUnsafe(ref from, last);
        block.StoreUnsafe(ref target, last);
        var special = TRules.Special(block);
        var all = block;
        for (nuint i = 0; i < last; i += LongBlockLength)
        {
            block = Vector256.LoadUnsafe(ref from, i);
            block.StoreUnsafe(ref target, i);
            special |= TRules.Special(block);
            all |= block;
        }

        return special == default
            && (all.ExtractMostSignificantBits() == 0 || Utf8Validator.IsValid(source));
    }

    /// <summary>Copies ASCII text that has nothing to escape and stands where more can be read.</summary>
    /// <param name="source">The text's first byte; <see cref="Overlap"/> bytes behind the last are readable.</param>
    /// <param name="length">The text's length.</param>
    /// <param name="target">Where to; there is room for the text and <see cref="Overlap"/> bytes more, which are overwritten.</param>
    /// <returns>Whether it was such text; if not, what was copied is of no use.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryCopyPadded<TRules>(ref byte source, int length, ref byte target)
        where TRules : struct, IEscapeRules
    {
        // Safe: a block begins before the text's end, or with it, and both sides have a block's room behind that.
        nuint i = 0;
        var special = Vector256<byte>.Zero;
        Vector256<byte> block;
        for (; i + LongBlockLength < (nuint)length; i += LongBlockLength)
        {
            block = Vector256.LoadUnsafe(ref source, i);
            block.StoreUnsafe(ref target, i);
            special |= TRules.Special(block) | block;
        }

        block = Vector256.LoadUnsafe(ref source, i);
        block.StoreUnsafe(ref target, i);
        // One to 32 bytes of the last block count; none of an empty text's.
        var inBlock = (uint)((1ul << (length - (int)i)) - 1);
        return (((TRules.Special(block) | block).ExtractMostSignificantBits() & inBlock) | special.ExtractMostSignificantBits()) == 0;
    }

    // Checks about as much as the output can take: what a small output leaves over is checked again, so it may not be much more.
    private static bool TryValidate(ReadOnlySpan<byte> source, int start, int room, out int end)
    {
        end = (int)Math.Min(source.Length, (long)start + Math.Max(room, BlockLength));
        for (var back = 0; back < 3 && end < source.Length && IsContinuation(source[end]); back++)
        {
            end--;
        }

        return Utf8Validator.IsValid(source[start..end]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Load(ReadOnlySpan<byte> source, int offset, int length)
    {
        Debug.Assert(length is > 0 and <= BlockLength && offset + length <= source.Length, "1 to 16 bytes of the source.");
        // Safe: the whole block lies in the source.
        return length == BlockLength
            ? Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)offset)
            : ShortText.WithZeros128(source.Slice(offset, length));
    }
}
