using System.Buffers.Binary;
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

        // Two loads, from the first byte on and up to the last one, overlap in the middle, where they hold the same bytes.
        var length = name.Length;
        if (length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt64LittleEndian(name);
            var high = BinaryPrimitives.ReadUInt64LittleEndian(name[(length - 8)..]);
            // In two steps: a shift by 64 would be none.
            return new NameHead(Vector128.Create(low, (high >> (8 * (Length - 1 - length))) >> 8).AsByte());
        }

        if (length >= 4)
        {
            ulong low = BinaryPrimitives.ReadUInt32LittleEndian(name);
            ulong high = BinaryPrimitives.ReadUInt32LittleEndian(name[(length - 4)..]);
            return new NameHead(Vector128.CreateScalar(low | (high << (8 * (length - 4)))).AsByte());
        }

        if (length == 0)
        {
            return default;
        }

        var middle = length >> 1;
        var three = name[0] | ((uint)name[middle] << (8 * middle)) | ((uint)name[length - 1] << (8 * (length - 1)));
        return new NameHead(Vector128.CreateScalar(three).AsByte());
    }

    /// <summary>Whether both heads hold the same bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(NameHead other) => _bytes == other._bytes;
}
