using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>Finds what RFC 8259 §7 requires to be escaped in a JSON string: <c>"</c>, <c>\</c> and controls.</summary>
/// <remarks>
/// Most strings are short, so what counts is to need no loop over their bytes: the last vector ends where the string does, so that it may overlap the one before. Fewer than
/// 16 bytes are put into one vector in the same way, as two halves.
/// </remarks>
//  4–7 bytes:  the first 4 and the last 4
// 8–15 bytes:  the first 8 and the last 8
//   16 and on:  32 at a time, then 16, and the last 16
internal static class JsonEscapes
{
    // Four spaces: nothing to escape.
    private const uint Filler = 0x20202020;

    /// <summary>Where the first such character stands, or -1.</summary>
    public static int IndexOfFirst(ReadOnlySpan<byte> text)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        if (text.Length < Vector128<byte>.Count)
        {
            return text.Length < sizeof(uint) || IsAnyIn(AsVector(ref start, text.Length)) ? IndexOfFirstByByte(text) : -1;
        }

        var i = 0;
        for (; i <= text.Length - Vector256<byte>.Count; i += Vector256<byte>.Count)
        {
            if (Find(Vector256.LoadUnsafe(ref start, (nuint)i)) is not 0 and var found)
            {
                return i + BitOperations.TrailingZeroCount(found);
            }
        }

        var last = text.Length - Vector128<byte>.Count;
        for (; i < last; i += Vector128<byte>.Count)
        {
            if (Find(Vector128.LoadUnsafe(ref start, (nuint)i)) is not 0 and var found)
            {
                return i + BitOperations.TrailingZeroCount(found);
            }
        }

        return Find(Vector128.LoadUnsafe(ref start, (nuint)last)) is not 0 and var atEnd ? last + BitOperations.TrailingZeroCount(atEnd) : -1;
    }

    /// <summary>A bit for each byte that is to be escaped.</summary>
    public static uint Find(Vector128<byte> bytes) => Escaped(bytes).ExtractMostSignificantBits();

    /// <inheritdoc cref="Find(Vector128{byte})"/>
    public static uint Find(Vector256<byte> bytes) =>
        (Vector256.LessThan(bytes, Vector256.Create((byte)' ')) | Vector256.Equals(bytes, Vector256.Create((byte)'"')) | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))).ExtractMostSignificantBits();

    private static Vector128<byte> AsVector(ref byte start, int length) => length < sizeof(ulong)
        ? Vector128.Create(Unsafe.ReadUnaligned<uint>(ref start), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - sizeof(uint))), Filler, Filler).AsByte()
        : Vector128.Create(Unsafe.ReadUnaligned<ulong>(ref start), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, length - sizeof(ulong)))).AsByte();

    private static bool IsAnyIn(Vector128<byte> bytes) => Escaped(bytes) != Vector128<byte>.Zero;

    private static Vector128<byte> Escaped(Vector128<byte> bytes) =>
        Vector128.LessThan(bytes, Vector128.Create((byte)' ')) | Vector128.Equals(bytes, Vector128.Create((byte)'"')) | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));

    private static int IndexOfFirstByByte(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < (byte)' ' or (byte)'"' or (byte)'\\')
            {
                return i;
            }
        }

        return -1;
    }
}
