using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>A text too short for a vector, as one: what is asked of each of its bytes is then asked once.</summary>
internal static class ShortText
{
    private const uint FourSpaces = 0x20202020;

    // The places of a vector's bytes, and then of none.
    private static ReadOnlySpan<byte> Upwards =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80,
    ];

    /// <summary>Its first half and its last, which may overlap.</summary>
    /// <param name="start">Its first byte.</param>
    /// <param name="length">Its length in bytes, 4 to 15.</param>
    //  4–7 bytes:  the first 4, the last 4, and spaces
    // 8–15 bytes:  the first 8 and the last 8
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> AsVector(ref byte start, int length) =>
        // Safe: each load lies within the text.
        length < sizeof(ulong)
            ? Vector128.Create(Unsafe.ReadUnaligned<uint>(ref start), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - sizeof(uint))), FourSpaces, FourSpaces).AsByte()
            : Vector128.Create(Unsafe.ReadUnaligned<ulong>(ref start), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, length - sizeof(ulong)))).AsByte();

    /// <summary>All of it, and zeros behind.</summary>
    /// <param name="text">At most 31 bytes.</param>
    public static Vector256<byte> WithZeros(ReadOnlySpan<byte> text)
    {
        if (text.Length < Vector128<byte>.Count)
        {
            return Vector256.Create(WithZeros128(text), Vector128<byte>.Zero);
        }

        // Safe: both loads lie within the text, and that of the places within their table.
        ref var start = ref MemoryMarshal.GetReference(text);
        var lower = Vector128.LoadUnsafe(ref start);
        var last = Vector128.LoadUnsafe(ref start, (nuint)(text.Length - Vector128<byte>.Count));
        var places = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Upwards), (nuint)((2 * Vector128<byte>.Count) - text.Length));
        return Vector256.Create(lower, TableLookup.Find(last, places));
    }

    /// <summary>All of it, and zeros behind.</summary>
    /// <param name="text">At most 15 bytes.</param>
    // Two loads, from the first byte on and up to the last one, overlap in the middle, where they hold the same bytes.
    public static Vector128<byte> WithZeros128(ReadOnlySpan<byte> text)
    {
        var length = text.Length;
        if (length >= sizeof(ulong))
        {
            var low = BinaryPrimitives.ReadUInt64LittleEndian(text);
            var high = BinaryPrimitives.ReadUInt64LittleEndian(text[(length - sizeof(ulong))..]);
            return Vector128.Create(low, high >> (8 * (Vector128<byte>.Count - length))).AsByte();
        }

        if (length >= sizeof(uint))
        {
            ulong low = BinaryPrimitives.ReadUInt32LittleEndian(text);
            ulong high = BinaryPrimitives.ReadUInt32LittleEndian(text[(length - sizeof(uint))..]);
            return Vector128.CreateScalar(low | (high << (8 * (length - sizeof(uint))))).AsByte();
        }

        if (length == 0)
        {
            return Vector128<byte>.Zero;
        }

        var middle = length >> 1;
        var three = text[0] | ((uint)text[middle] << (8 * middle)) | ((uint)text[length - 1] << (8 * (length - 1)));
        return Vector128.CreateScalar(three).AsByte();
    }
}
