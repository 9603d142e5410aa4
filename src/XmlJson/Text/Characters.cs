using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace XmlJson.Text;

/// <summary>The characters a document may hold, XML 1.0 §2.2 [2] Char, and white space, §2.3 [3] S.</summary>
internal static class Characters
{
    /// <summary>Whether a code point is a [2] Char.</summary>
    public static bool IsAllowed(int c) =>
        c is >= 0x20 and <= 0xD7FF or 0x9 or 0xA or 0xD or >= 0xE000 and <= 0xFFFD or >= 0x10000 and <= 0x10FFFF;

    /// <summary>Whether a byte is [3] S.</summary>
    public static bool IsWhiteSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r';

    /// <summary>Whether a text, which is not empty, begins or ends with white space.</summary>
    public static bool HasOuterWhiteSpace(ReadOnlySpan<byte> text) => IsWhiteSpace(text[0]) || IsWhiteSpace(text[^1]);

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
            return text.Length < sizeof(uint) ? IsWhiteSpaceByByte(text) : IsWhiteSpace(ShortText.AsVector(ref start, text.Length));
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
