using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>Short byte strings one after another, each with room behind it, so that one is copied in whole blocks without asking for its length's kind.</summary>
internal struct PaddedBytes
{
    /// <summary>How many bytes more than its length a copy may overwrite.</summary>
    public const int Padding = 32;

    private byte[] _bytes;
    private int _count;

    public PaddedBytes() => _bytes = new byte[1024];

    /// <summary>All strings; valid until the next is added.</summary>
    public readonly ReadOnlySpan<byte> All => _bytes;

    public void Clear() => _count = 0;

    /// <summary>Makes room for a string.</summary>
    /// <param name="length">Its length.</param>
    /// <param name="start">Where it begins.</param>
    /// <returns>The room.</returns>
    public Span<byte> Add(int length, out int start)
    {
        start = _count;
        var end = checked(start + length + Padding);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Max(end, Math.Min(_bytes.Length * 2L, Array.MaxLength)));
        }

        _count = end;
        return _bytes.AsSpan(start, length);
    }

    /// <summary>Copies a string, or its end; up to <see cref="Padding"/> bytes behind it are overwritten.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">How much of it there is from there.</param>
    /// <param name="target">Where to; there must be room for the padding too.</param>
    public readonly void Copy(int start, int length, ref byte target)
    {
        Debug.Assert(start >= 0 && start + length + Padding <= _bytes.Length, "A string lies in the array with its padding.");
        Copy(ref _bytes[start], length, ref target);
    }

    /// <inheritdoc cref="Copy(int, int, ref byte)"/>
    /// <param name="source">Its first byte.</param>
    /// <param name="length">How much of it there is from there.</param>
    /// <param name="target">Where to; there must be room for the padding too.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref byte source, int length, ref byte target)
    {
        nuint i = 0;
        do
        {
            // Safe: a block begins before the string's end, and both sides have a block's room behind that.
            Vector256.LoadUnsafe(ref source, i).StoreUnsafe(ref target, i);
            i += (nuint)Vector256<byte>.Count;
        }
        while (i < (nuint)length);
    }
}
