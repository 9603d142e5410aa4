using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>Finds what RFC 8259 §7 requires to be escaped in a JSON string: <c>"</c>, <c>\</c> and controls.</summary>
/// <remarks>
/// Most strings are short, so what counts is to need no loop over their bytes: the last vector ends where the string does, so that it may overlap the one before. Fewer than
/// 16 bytes are put into one vector by <see cref="ShortText"/>; of more, 32 are looked at at a time, then 16, then the last 16.
/// </remarks>
internal static class JsonEscapes
{
    /// <summary>Where the first such character stands, or -1.</summary>
    public static int IndexOfFirst(ReadOnlySpan<byte> text)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        if (text.Length < Vector128<byte>.Count)
        {
            return text.Length < sizeof(uint) || IsAnyIn(ShortText.AsVector(ref start, text.Length)) ? IndexOfFirstByByte(text) : -1;
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
