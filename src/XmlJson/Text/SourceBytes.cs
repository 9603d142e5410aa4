using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XmlJson.Text;

/// <summary>Bytes that a parser reads in place, and where in them a piece stands that it hands out.</summary>
internal readonly struct SourceBytes
{
    private readonly byte[]? _array;
    private readonly int _start;
    private readonly int _length;
    private readonly ReadOnlyMemory<byte> _memory;

    // Where a copy of the bytes stands that is read in their place, as long as it stays there; 0 for none.
    private readonly nint _copy;

    public SourceBytes(ReadOnlyMemory<byte> memory)
    {
        _memory = memory;
        _length = memory.Length;
        if (MemoryMarshal.TryGetArray(memory, out var segment))
        {
            _array = segment.Array;
            _start = segment.Offset;
        }
    }

    private SourceBytes(in SourceBytes original, nint copy)
    {
        this = original;
        _copy = copy;
    }

    /// <summary>The same bytes, whose pieces are handed out from a copy.</summary>
    /// <param name="copy">The bytes that are read; when they are others, pieces are looked for in the bytes themselves.</param>
    public unsafe SourceBytes ReadFrom(ReadOnlySpan<byte> copy) =>
        new(in this, _length > 0 && copy.SequenceEqual(Span) ? (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(copy)) : 0);

    /// <summary>The same bytes, whose pieces are looked for where they are.</summary>
    public SourceBytes WithoutCopy() => new(in this, 0);

    /// <summary>Some of the bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They do not lie within.</exception>
    public ReadOnlySpan<byte> Slice(int start, int length) => Span.Slice(start, length);

    /// <summary>All of them.</summary>
    public ReadOnlySpan<byte> Span => _array is not null ? new ReadOnlySpan<byte>(_array, _start, _length) : _memory.Span;

    /// <summary>Where a piece stands.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="offset">The place of its first byte.</param>
    /// <returns>Whether all of it lies within.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe bool TryFind(ReadOnlySpan<byte> piece, out int offset)
    {
        // Safe: the distance is only looked at; when the piece lies elsewhere it is outside of the length, whichever way.
        ref var start = ref MemoryMarshal.GetReference(piece);
        var distance = _copy != 0 ? (nint)Unsafe.AsPointer(ref start) - _copy
            : _array is not null ? Unsafe.ByteOffset(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start), ref start)
            : Unsafe.ByteOffset(ref MemoryMarshal.GetReference(_memory.Span), ref start);
        offset = (int)distance;
        return (nuint)distance < (nuint)_length && piece.Length <= _length - offset;
    }
}
