using System.Buffers.Binary;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XmlJson.Text;

/// <summary>A stretch of input together with its masks: bytes by position, and the next position of interest by a shift and a count.</summary>
/// <remarks>
/// <para>Idea: a bitmap can be read from any byte on, so a word of it holds the next 57 answers at least, wherever in a block the question begins: whether a token crosses
/// the end of a block, which nobody can foresee, is no branch.</para>
/// <para>Pseudo code: bits = word at byte (from / 8) &gt;&gt; (from mod 8); if bits ≠ 0 then from + tzcnt(bits), else on by words.</para>
/// <para>Positions up to <see cref="Padding"/> bytes behind the end may be read; what stands there is undefined, and finders stop at the end, or where they begin if that is behind it.</para>
/// </remarks>
internal readonly ref struct MarkedBytes
{
    /// <summary>How many bytes must be readable behind the end.</summary>
    public const int Padding = 128;

    private readonly ref byte _bytes;
    private readonly ref byte _textEnd;
    private readonly ref byte _nameEnd;
    private readonly ref byte _valueEnd;

    /// <summary>Pairs bytes with their masks.</summary>
    /// <param name="bytes">The first byte, with <see cref="Padding"/> behind the last.</param>
    /// <param name="length">How many bytes count.</param>
    /// <param name="masks">What <see cref="MarkupClassifier.Classify"/> wrote for them.</param>
    public MarkedBytes(ref byte bytes, int length, MarkupMasks masks)
    {
        _bytes = ref bytes;
        _textEnd = ref Bytes(masks.TextEnd);
        _nameEnd = ref Bytes(masks.NameEnd);
        _valueEnd = ref Bytes(masks.ValueEnd);
        Length = length;
    }

    /// <summary>How many bytes count; every finder answers this, or where it began, when it finds nothing before.</summary>
    public int Length { get; }

    /// <summary>All bytes that count.</summary>
    public ReadOnlySpan<byte> Span => MemoryMarshal.CreateReadOnlySpan(ref _bytes, Length);

    // Safe here and below: positions lie within the length plus its padding, which the parser's window guarantees.

    /// <summary>The byte at a position.</summary>
    public byte this[int position] => Unsafe.Add(ref _bytes, Checked(position));

    /// <summary>A reference to the byte at a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte At(int position) => ref Unsafe.Add(ref _bytes, Checked(position));

    /// <summary>Two bytes, the first in the low half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Pair(int position) => BinaryPrimitives.ReadUInt16LittleEndian(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _bytes, position), sizeof(ushort)));

    /// <summary>Eight bytes, the first in the lowest place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Eight(int position) => BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _bytes, position), sizeof(ulong)));

    /// <summary>Some of the bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Slice(int start, int length) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _bytes, start), length);

    /// <summary>Where plain text could end, at or behind a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindTextEnd(int from) => Find(ref _textEnd, Checked(from));

    /// <summary>Where a name could end, at or behind a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindNameEnd(int from) => Find(ref _nameEnd, Checked(from));

    /// <summary>Whether a name could end at a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNameEnd(int position) =>
        // Safe: the bitmap goes on for some words behind the last block.
        (Unsafe.Add(ref _nameEnd, (nint)((uint)position >> 3)) & (1 << (position & 7))) != 0;

    /// <summary>Where a plain attribute value could end, at or behind a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindValueEnd(int from) => Find(ref _valueEnd, Checked(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Checked(int position)
    {
        Debug.Assert(position >= 0 && position <= Length + Padding, "A position lies within the length plus its padding.");
        return position;
    }

    // No call even for what is long: a hot loop that calls nothing keeps all it needs in registers. The words behind the last block have every bit set, so this ends.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Find(ref byte bitmap, int from)
    {
        var bits = Word(ref bitmap, from) >> (from & 7);
        if (bits == 0)
        {
            from = (from | 7) + 57;
            while ((bits = Word(ref bitmap, from)) == 0)
            {
                from += 64;
            }
        }

        return from + BitOperations.TrailingZeroCount(bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte bitmap, int from)
    {
        // Safe: the bitmap goes on for some words behind the last block.
        var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bitmap, (nint)((uint)from >> 3)));
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }

    private static ref byte Bytes(Span<ulong> words) => ref Unsafe.As<ulong, byte>(ref MemoryMarshal.GetReference(words));
}
