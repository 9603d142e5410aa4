using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>The first 16 bytes of a name, zero behind its end: enough to tell most names from all others in one comparison.</summary>
internal readonly struct NameHead
{
    /// <summary>The longest name that a head holds whole.</summary>
    public const int Length = 16;

    private readonly Vector128<byte> _bytes;

    private NameHead(Vector128<byte> bytes) => _bytes = bytes;

    /// <summary>The bytes as a vector.</summary>
    public Vector128<byte> Bytes => _bytes;

    /// <summary>Reads a head.</summary>
    /// <param name="start">The name's first byte; 16 bytes must be readable.</param>
    /// <param name="length">The name's length.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NameHead Read(ref byte start, int length)
    {
        // Safe: the caller promises 16 readable bytes.
        var bytes = Vector128.LoadUnsafe(ref start);
        return new NameHead(length < Length ? bytes & Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length)) : bytes);
    }

    /// <summary>Reads the head of a name that may stand at the end of readable memory.</summary>
    public static NameHead Read(ReadOnlySpan<byte> name)
    {
        if (name.Length >= Length)
        {
            return new NameHead(Vector128.Create(name));
        }

        Span<byte> padded = stackalloc byte[Length];
        padded.Clear();
        name.CopyTo(padded);
        return new NameHead(Vector128.Create((ReadOnlySpan<byte>)padded));
    }

    /// <summary>Whether both heads hold the same bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(NameHead other) => _bytes == other._bytes;
}
