using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace XmlJson.Text;

/// <summary>Tells whether bytes are UTF-8 without U+FFFE and U+FFFF, a block at a time.</summary>
/// <remarks>
/// <para>Idea (Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte", 2021): every error of UTF-8 but two shows in two neighbouring bytes. Three tables, asked for the halves
/// of the first byte and the high half of the second, each give the set of errors that their half allows; an error is real when all three name it. Whether a third or fourth byte of a sequence is
/// there is told by the bytes two and three before.</para>
/// <para>Pseudo code: errors = high[p1 &gt;&gt; 4] &amp; low[p1 &amp; 15] &amp; next[b &gt;&gt; 4], where p1 is the byte before b; and two continuations in a row are right exactly where p2 begins three bytes or p3 four.</para>
/// </remarks>
internal static class Utf8Validator
{
    // The errors, one bit each; the last two share a bit, as they never meet in all three tables.
    private const byte TooShort = 1;
    private const byte TooLong = 2;
    private const byte Overlong3 = 4;
    private const byte TooLarge = 8;
    private const byte Surrogate = 16;
    private const byte Overlong2 = 32;
    private const byte TooLargeOrOverlong4 = 64;
    private const byte TwoContinuations = 128;
    private const byte AnyLow = TooShort | TooLong | TwoContinuations;
    private const byte Continuation = TooLong | Overlong2 | TwoContinuations;

    private static readonly Vector128<byte> High = Vector128.Create(
        TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong,
        TwoContinuations, TwoContinuations, TwoContinuations, TwoContinuations,
        TooShort | Overlong2, TooShort, TooShort | Overlong3 | Surrogate, TooShort | TooLarge | TooLargeOrOverlong4);

    private static readonly Vector128<byte> Low = Vector128.Create(
        AnyLow | Overlong3 | Overlong2 | TooLargeOrOverlong4, AnyLow | Overlong2, AnyLow, AnyLow, AnyLow | TooLarge,
        AnyLow | TooLarge | TooLargeOrOverlong4, AnyLow | TooLarge | TooLargeOrOverlong4, AnyLow | TooLarge | TooLargeOrOverlong4, AnyLow | TooLarge | TooLargeOrOverlong4,
        AnyLow | TooLarge | TooLargeOrOverlong4, AnyLow | TooLarge | TooLargeOrOverlong4, AnyLow | TooLarge | TooLargeOrOverlong4, AnyLow | TooLarge | TooLargeOrOverlong4,
        AnyLow | TooLarge | TooLargeOrOverlong4 | Surrogate, AnyLow | TooLarge | TooLargeOrOverlong4, AnyLow | TooLarge | TooLargeOrOverlong4);

    private static readonly Vector128<byte> Next = Vector128.Create(
        TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort,
        Continuation | Overlong3 | TooLargeOrOverlong4, Continuation | Overlong3 | TooLarge, Continuation | Surrogate | TooLarge, Continuation | Surrogate | TooLarge,
        TooShort, TooShort, TooShort, TooShort);

    /// <summary>Whether there is nothing wrong with the bytes.</summary>
    /// <param name="text">Begins and ends with whole sequences, or is wrong.</param>
    public static bool IsValid(ReadOnlySpan<byte> text) =>
        Avx2.IsSupported ? IsValid256(text)
        : Vector128.IsHardwareAccelerated ? IsValid128(text)
        : Utf8Text.FindInvalid(text, out _) < 0;

    /// <summary>As <see cref="IsValid"/>, with 128-bit vectors.</summary>
    internal static bool IsValid128(ReadOnlySpan<byte> text)
    {
        const int BlockLength = 16;
        Span<byte> edge = stackalloc byte[2 * BlockLength];
        ref var first = ref MemoryMarshal.GetReference(text);
        var errors = Vector128<byte>.Zero;
        var i = 0;
        for (; i < text.Length; i += BlockLength)
        {
            scoped ref var block = ref Unsafe.Add(ref first, i);
            if (i == 0 || text.Length - i < BlockLength)
            {
                block = ref Edge(text, i, edge);
            }

            // Safe: a block's length is there, and three bytes before.
            var bytes = Vector128.LoadUnsafe(ref block);
            var before3 = Vector128.LoadUnsafe(ref Unsafe.Subtract(ref block, 3));
            if ((bytes | before3).ExtractMostSignificantBits() != 0)
            {
                errors |= Errors(bytes, Vector128.LoadUnsafe(ref Unsafe.Subtract(ref block, 1)), Vector128.LoadUnsafe(ref Unsafe.Subtract(ref block, 2)), before3);
            }
        }

        return errors == default && EndsWhole(text);
    }

    private static bool IsValid256(ReadOnlySpan<byte> text)
    {
        const int BlockLength = 32;
        ref var first = ref MemoryMarshal.GetReference(text);
        if (text.Length < BlockLength)
        {
            // The zeros behind it show a sequence that is not whole.
            return Errors(ShortText.WithZeros(text)) == default;
        }

        // Safe: each block lies in the text, and so do the three bytes before all but the first and, of a text that is hardly longer, the last.
        var bytes = Vector256.LoadUnsafe(ref first);
        var errors = bytes.ExtractMostSignificantBits() == 0 ? default : Errors(bytes);
        var last = text.Length - BlockLength;
        for (var i = BlockLength; i < last; i += BlockLength)
        {
            errors |= ErrorsBehind(ref Unsafe.Add(ref first, i));
        }

        // The last block overlaps the one before: what is right there is right once more.
        if (last >= 3)
        {
            errors |= ErrorsBehind(ref Unsafe.Add(ref first, last));
        }
        else if (last > 0)
        {
            errors |= ErrorsAtEdge(text);
        }

        return errors == default && EndsWhole(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> ErrorsBehind(ref byte block)
    {
        var bytes = Vector256.LoadUnsafe(ref block);
        var before3 = Vector256.LoadUnsafe(ref Unsafe.Subtract(ref block, 3));
        return (bytes | before3).ExtractMostSignificantBits() == 0
            ? default
            : Errors(bytes, Vector256.LoadUnsafe(ref Unsafe.Subtract(ref block, 1)), Vector256.LoadUnsafe(ref Unsafe.Subtract(ref block, 2)), before3);
    }

    // Those of a second block of one or two bytes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<byte> ErrorsAtEdge(ReadOnlySpan<byte> text)
    {
        Span<byte> edge = stackalloc byte[2 * Vector256<byte>.Count];
        return ErrorsBehind(ref Edge(text, Vector256<byte>.Count, edge));
    }

    // Those of a first block: zeros are before it.
    private static Vector256<byte> Errors(Vector256<byte> bytes)
    {
        const byte ZeroThenLower = 0x08;
        var lower = Avx2.Permute2x128(bytes, bytes, ZeroThenLower);
        return Errors(bytes, Avx2.AlignRight(bytes, lower, 15), Avx2.AlignRight(bytes, lower, 14), Avx2.AlignRight(bytes, lower, 13));
    }

    // The first block has nothing before it and the last may be short: they are read from a copy with zeros around.
    private static ref byte Edge(ReadOnlySpan<byte> text, int start, Span<byte> edge)
    {
        var half = edge.Length / 2;
        edge.Clear();
        text[Math.Max(0, start - 3)..start].CopyTo(edge[(half - 3)..]);
        text[start..Math.Min(text.Length, start + half)].CopyTo(edge[half..]);
        return ref edge[half];
    }

    // Nothing followed the last bytes that could have shown that they are not whole.
    private static bool EndsWhole(ReadOnlySpan<byte> text) => Utf8Text.IncompleteTail(text) == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Errors(Vector128<byte> bytes, Vector128<byte> before1, Vector128<byte> before2, Vector128<byte> before3)
    {
        var nibble = Vector128.Create((byte)0x0F);
        var pairs = TableLookup.Find(High, Shift4(before1) & nibble) & TableLookup.Find(Low, before1 & nibble) & TableLookup.Find(Next, Shift4(bytes) & nibble);
        var needed = AtLeast(before2, 0xE0) | AtLeast(before3, 0xF0);
        var nonCharacters = Vector128.Equals(before2, Vector128.Create((byte)0xEF)) & Vector128.Equals(before1, Vector128.Create((byte)0xBF)) & AtLeast(bytes, 0xBE);
        return ((needed & Vector128.Create(TwoContinuations)) ^ pairs) | nonCharacters;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Errors(Vector256<byte> bytes, Vector256<byte> before1, Vector256<byte> before2, Vector256<byte> before3)
    {
        var nibble = Vector256.Create((byte)0x0F);
        var pairs = Avx2.Shuffle(Vector256.Create(High, High), Shift4(before1) & nibble)
            & Avx2.Shuffle(Vector256.Create(Low, Low), before1 & nibble)
            & Avx2.Shuffle(Vector256.Create(Next, Next), Shift4(bytes) & nibble);
        var needed = AtLeast(before2, 0xE0) | AtLeast(before3, 0xF0);
        var nonCharacters = Vector256.Equals(before2, Vector256.Create((byte)0xEF)) & Vector256.Equals(before1, Vector256.Create((byte)0xBF)) & AtLeast(bytes, 0xBE);
        return ((needed & Vector256.Create(TwoContinuations)) ^ pairs) | nonCharacters;
    }

    // Wider lanes than bytes, since vectors of bytes cannot be shifted; what comes from the neighbour is masked away by the caller.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Shift4(Vector128<byte> bytes) => (bytes.AsUInt16() >>> 4).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Shift4(Vector256<byte> bytes) => (bytes.AsUInt16() >>> 4).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> AtLeast(Vector128<byte> bytes, byte least) => Vector128.Equals(Vector128.Max(bytes, Vector128.Create(least)), bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> AtLeast(Vector256<byte> bytes, byte least) => Vector256.Equals(Vector256.Max(bytes, Vector256.Create(least)), bytes);
}
