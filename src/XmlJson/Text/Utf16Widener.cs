using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace XmlJson.Text;

/// <summary>Turns UTF-8 into UTF-16: ASCII, as most text is, by widening whole vectors, and what follows the first other character by <see cref="Encoding"/>.</summary>
/// <remarks>
/// <para>Idea: a rest shorter than a block is widened as the block that ends where the text ends, so that no byte is dealt with alone.</para>
/// <para>Pseudo code: while a block fits and no byte has its high bit: store(out, widen(block)); then once more for the last block.</para>
/// </remarks>
internal static class Utf16Widener
{
    private const int BlockLength = 16;

    /// <summary>A new string.</summary>
    /// <param name="utf8">UTF-8; what is no UTF-8 becomes U+FFFD, as <see cref="Encoding.UTF8"/> has it.</param>
    public static string GetString(ReadOnlySpan<byte> utf8) =>
        utf8.IsEmpty ? ""
        : IsAscii(utf8) ? string.Create(utf8.Length, utf8, static (text, source) => Widen(source, text))
        : Encoding.UTF8.GetString(utf8);

    /// <summary>Decodes.</summary>
    /// <param name="utf8">UTF-8; what is no UTF-8 becomes U+FFFD, as <see cref="Encoding.UTF8"/> has it.</param>
    /// <param name="text">At least as many characters as there are bytes.</param>
    /// <returns>How many characters there are.</returns>
    public static int Decode(ReadOnlySpan<byte> utf8, Span<char> text)
    {
        var plain = Widen(utf8, text);
        return plain == utf8.Length ? plain : plain + Encoding.UTF8.GetChars(utf8[plain..], text[plain..]);
    }

    /// <summary>Whether there is nothing but ASCII.</summary>
    internal static bool IsAscii(ReadOnlySpan<byte> text)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        if (text.Length < BlockLength)
        {
            return Ascii.IsValid(text);
        }

        // Safe: each block lies in the text.
        var last = (nuint)(text.Length - BlockLength);
        var all = Vector128.LoadUnsafe(ref first, last);
        for (nuint i = 0; i < last; i += BlockLength)
        {
            all |= Vector128.LoadUnsafe(ref first, i);
        }

        return all.ExtractMostSignificantBits() == 0;
    }

    /// <summary>Widens ASCII.</summary>
    /// <returns>Up to where: the text's length, or a place at or before the first byte that is not ASCII.</returns>
    internal static int Widen(ReadOnlySpan<byte> source, Span<char> target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target.Length, source.Length, nameof(target));
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(target));
        if (source.Length < BlockLength)
        {
            return WidenShort(ref from, source.Length, ref to);
        }

        // Safe: each block lies in the source, and the target is as long.
        var last = (nuint)(source.Length - BlockLength);
        nuint i = 0;
        for (; i < last; i += BlockLength)
        {
            if (!TryWidenBlock(ref from, i, ref to))
            {
                return (int)i;
            }
        }

        return TryWidenBlock(ref from, last, ref to) ? source.Length : (int)i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWidenBlock(ref byte from, nuint at, ref ushort to)
    {
        // Safe: the caller has a whole block there.
        var block = Vector128.LoadUnsafe(ref from, at);
        var (low, high) = Vector128.Widen(block);
        low.StoreUnsafe(ref to, at);
        high.StoreUnsafe(ref to, at + 8);
        return block.ExtractMostSignificantBits() == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WidenShort(ref byte from, int length, ref ushort to)
    {
        // Safe: what is read and written lies within the length.
        if (length >= 8)
        {
            var first = Unsafe.ReadUnaligned<ulong>(ref from);
            var second = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, length - 8));
            Vector128.WidenLower(Vector128.CreateScalar(first).AsByte()).StoreUnsafe(ref to);
            Vector128.WidenLower(Vector128.CreateScalar(second).AsByte()).StoreUnsafe(ref to, (nuint)(length - 8));
            return ((first | second) & 0x8080_8080_8080_8080) == 0 ? length : 0;
        }

        var i = 0;
        while (i < length && Unsafe.Add(ref from, i) < 0x80)
        {
            Unsafe.Add(ref to, i) = Unsafe.Add(ref from, i);
            i++;
        }

        return i;
    }
}
