using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>A text too short for a vector, as one: what is asked of each of its bytes is then asked once.</summary>
//  4–7 bytes:  the first 4, the last 4, and spaces
// 8–15 bytes:  the first 8 and the last 8
internal static class ShortText
{
    private const uint FourSpaces = 0x20202020;

    /// <summary>Its first half and its last, which may overlap.</summary>
    /// <param name="start">Its first byte.</param>
    /// <param name="length">Its length in bytes, 4 to 15.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> AsVector(ref byte start, int length) =>
        // Safe: each load lies within the text.
        length < sizeof(ulong)
            ? Vector128.Create(Unsafe.ReadUnaligned<uint>(ref start), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - sizeof(uint))), FourSpaces, FourSpaces).AsByte()
            : Vector128.Create(Unsafe.ReadUnaligned<ulong>(ref start), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, length - sizeof(ulong)))).AsByte();
}
