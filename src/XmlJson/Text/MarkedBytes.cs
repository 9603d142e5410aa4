using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XmlJson.Text;

/// <summary>A stretch of input together with its masks: bytes by position, and the next position of interest by a shift and a count.</summary>
/// <remarks>Positions up to <see cref="Padding"/> bytes behind the end may be read; what stands there is undefined, and finders stop at the end.</remarks>
internal readonly ref struct MarkedBytes
{
    /// <summary>How many bytes must be readable behind the end.</summary>
    public const int Padding = 128;

    private readonly ref byte _bytes;
    private readonly ref BlockMasks _masks;

    /// <summary>Pairs bytes with their masks.</summary>
    /// <param name="bytes">The first byte, with <see cref="Padding"/> behind the last.</param>
    /// <param name="length">How many bytes count.</param>
    /// <param name="masks">What <see cref="MarkupClassifier.Classify"/> wrote for them.</param>
    public MarkedBytes(ref byte bytes, int length, Span<BlockMasks> masks)
    {
        _bytes = ref bytes;
        _masks = ref MemoryMarshal.GetReference(masks);
        Length = length;
    }

    /// <summary>How many bytes count; every finder answers this when it finds nothing before.</summary>
    public int Length { get; }

    /// <summary>All bytes that count.</summary>
    public ReadOnlySpan<byte> Span => MemoryMarshal.CreateReadOnlySpan(ref _bytes, Length);

    // Safe here and below: positions lie within the length plus its padding, which the parser's window guarantees.

    /// <summary>The byte at a position.</summary>
    public byte this[int position] => Unsafe.Add(ref _bytes, position);

    /// <summary>A reference to the byte at a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte At(int position) => ref Unsafe.Add(ref _bytes, position);

    /// <summary>Some of the bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Slice(int start, int length) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _bytes, start), length);

    /// <summary>Where plain text could end, at or behind a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindTextEnd(int from)
    {
        var block = (nuint)((uint)from >> 6);
        var bits = Unsafe.Add(ref _masks, block).TextEnd >> from;
        return bits != 0 ? from + BitOperations.TrailingZeroCount(bits) : FindTextEndBehind(block);
    }

    /// <summary>Where a name could end, at or behind a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindNameEnd(int from)
    {
        var block = (nuint)((uint)from >> 6);
        var bits = Unsafe.Add(ref _masks, block).NameEnd >> from;
        return bits != 0 ? from + BitOperations.TrailingZeroCount(bits) : FindNameEndBehind(block);
    }

    /// <summary>Where a plain attribute value could end, at or behind a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindValueEnd(int from)
    {
        var block = (nuint)((uint)from >> 6);
        var bits = Unsafe.Add(ref _masks, block).ValueEnd >> from;
        return bits != 0 ? from + BitOperations.TrailingZeroCount(bits) : FindValueEndBehind(block);
    }

    // The block behind the last has every bit set, so each of these ends.
    private int FindTextEndBehind(nuint block)
    {
        ulong bits;
        do
        {
            bits = Unsafe.Add(ref _masks, ++block).TextEnd;
        }
        while (bits == 0);
        return ((int)block << 6) + BitOperations.TrailingZeroCount(bits);
    }

    private int FindNameEndBehind(nuint block)
    {
        ulong bits;
        do
        {
            bits = Unsafe.Add(ref _masks, ++block).NameEnd;
        }
        while (bits == 0);
        return ((int)block << 6) + BitOperations.TrailingZeroCount(bits);
    }

    private int FindValueEndBehind(nuint block)
    {
        ulong bits;
        do
        {
            bits = Unsafe.Add(ref _masks, ++block).ValueEnd;
        }
        while (bits == 0);
        return ((int)block << 6) + BitOperations.TrailingZeroCount(bits);
    }
}
