using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>The characters a document may hold, XML 1.0 §2.2 [2] Char, and white space, §2.3 [3] S.</summary>
internal static class Characters
{
    private const uint FourSpaces = 0x20202020;

    /// <summary>Whether a code point is a [2] Char.</summary>
    public static bool IsAllowed(int c) =>
        c is >= 0x20 and <= 0xD7FF or 0x9 or 0xA or 0xD or >= 0xE000 and <= 0xFFFD or >= 0x10000 and <= 0x10FFFF;

    /// <summary>Whether a byte is [3] S.</summary>
    public static bool IsWhiteSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r';

    /// <summary>Whether there is nothing but white space; so for nothing at all.</summary>
    public static bool IsWhiteSpace(ReadOnlySpan<byte> text)
    {
        // Most text is seen not to be by its first character.
        if (text.IsEmpty || text[0] > ' ')
        {
            return text.IsEmpty;
        }

        ref var start = ref MemoryMarshal.GetReference(text);
        if (text.Length < Vector128<byte>.Count)
        {
            return text.Length < sizeof(uint) ? IsWhiteSpaceByByte(text) : IsWhiteSpace(Ends(ref start, text.Length));
        }

        var last = text.Length - Vector128<byte>.Count;
        for (var i = 0; i < last; i += Vector128<byte>.Count)
        {
            if (!IsWhiteSpace(Vector128.LoadUnsafe(ref start, (nuint)i)))
            {
                return false;
            }
        }

        return IsWhiteSpace(Vector128.LoadUnsafe(ref start, (nuint)last));
    }

    // The first half and the last of 4 to 15 bytes, which may overlap.
    private static Vector128<byte> Ends(ref byte start, int length) => length < sizeof(ulong)
        ? Vector128.Create(Unsafe.ReadUnaligned<uint>(ref start), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - sizeof(uint))), FourSpaces, FourSpaces).AsByte()
        : Vector128.Create(Unsafe.ReadUnaligned<ulong>(ref start), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, length - sizeof(ulong)))).AsByte();

    private static bool IsWhiteSpace(Vector128<byte> bytes) =>
        (Vector128.Equals(bytes, Vector128.Create((byte)' ')) | Vector128.Equals(bytes, Vector128.Create((byte)'\n')) | Vector128.Equals(bytes, Vector128.Create((byte)'\t'))
            | Vector128.Equals(bytes, Vector128.Create((byte)'\r'))) == Vector128<byte>.AllBitsSet;

    private static bool IsWhiteSpaceByByte(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
        {
            if (!IsWhiteSpace(b))
            {
                return false;
            }
        }

        return true;
    }
}
