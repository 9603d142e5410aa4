using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>Copies a JSON string and resolves its short escapes (RFC 8259 §7) on the way.</summary>
/// <remarks>
/// <para>Idea: copy a block before looking at it, then ask in one mask where its first backslash is. What stands before that is done.</para>
/// <para>Pseudo code: store(out, block = load(in)); m = equals(block, '\'); if m = 0 then both advance by the block, else by tzcnt(m), and two bytes become one.</para>
/// </remarks>
internal static class JsonUnescaper
{
    /// <summary>How many bytes behind a string are read and overwritten.</summary>
    public const int Overlap = 32;

    // By the letter behind a backslash: what it stands for, or 0 where that is no single character that XML can hold.
    private static ReadOnlySpan<byte> Meanings =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, (byte)'"', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'/', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'\\', 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'\n', 0, 0, 0, (byte)'\r', 0, (byte)'\t', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>Copies a string to its end, or up to an escape that is not short or no character of XML.</summary>
    /// <param name="source">The first byte of a string that is well-formed; <see cref="Overlap"/> bytes behind the last are readable.</param>
    /// <param name="length">Its length.</param>
    /// <param name="target">Where to; there is room for the string and <see cref="Overlap"/> bytes more.</param>
    /// <param name="written">How many bytes were written.</param>
    /// <param name="isAscii">Whether there is nothing but ASCII in it; not said where other characters stand close behind it.</param>
    /// <returns>How many were read.</returns>
    public static int Copy(ref byte source, int length, ref byte target, out int written, out bool isAscii)
    {
        var i = 0;
        var o = 0;
        var all = Vector256<byte>.Zero;
        while (i < length)
        {
            // Safe: the block begins in the string, and both sides have a block's room behind that.
            var block = Vector256.LoadUnsafe(ref source, (nuint)i);
            block.StoreUnsafe(ref target, (nuint)o);
            all |= block;
            var escapes = Vector256.Equals(block, Vector256.Create((byte)'\\')).ExtractMostSignificantBits();
            var plain = Math.Min(BitOperations.TrailingZeroCount(escapes), length - i);
            i += plain;
            o += plain;
            if (escapes == 0 || i >= length)
            {
                continue;
            }

            // Safe: a letter follows each backslash of a well-formed string.
            var letter = Unsafe.Add(ref source, i + 1);
            var meaning = letter < Meanings.Length ? Meanings[letter] : (byte)0;
            if (meaning == 0)
            {
                break;
            }

            Unsafe.Add(ref target, o++) = meaning;
            i += 2;
        }

        written = o;
        isAscii = all.ExtractMostSignificantBits() == 0;
        return i;
    }
}
