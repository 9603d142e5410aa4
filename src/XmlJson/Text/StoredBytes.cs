using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace XmlJson.Text;

/// <summary>Bytes that were checked once to lie in an array that nobody changes there: a span of them costs no question.</summary>
internal readonly struct StoredBytes
{
    private readonly byte[] _source;
    private readonly int _start;

    /// <summary>Marks bytes.</summary>
    public StoredBytes(byte[] source, int start, int length)
    {
        _ = source.AsSpan(start, length);
        _source = source;
        _start = start;
        Length = length;
    }

    /// <summary>How many there are.</summary>
    public int Length { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span
    {
        // Safe: the constructor checked the place, and neither the array's length nor this can change.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_source), _start), Length);
    }

    /// <summary>What follows the first bytes.</summary>
    public StoredBytes From(int start) => new(_source, _start + start, Length - start);
}
