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
    public bool TryFind(ReadOnlySpan<byte> piece, out int offset)
    {
        // Safe: the distance is only looked at; when the piece lies elsewhere it is outside of the length, whichever way.
        var distance = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(Span), ref MemoryMarshal.GetReference(piece));
        offset = (int)distance;
        return (nuint)distance < (nuint)_length && piece.Length <= _length - offset;
    }
}
