namespace XmlJson.Text;

/// <summary>The characters a document may hold, XML 1.0 §2.2 [2] Char, and white space, §2.3 [3] S.</summary>
internal static class Characters
{
    /// <summary>Whether a code point is a [2] Char.</summary>
    public static bool IsAllowed(int c) =>
        c is >= 0x20 and <= 0xD7FF or 0x9 or 0xA or 0xD or >= 0xE000 and <= 0xFFFD or >= 0x10000 and <= 0x10FFFF;

    /// <summary>Whether a byte is [3] S.</summary>
    public static bool IsWhiteSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r';

    /// <summary>Whether there is nothing but white space; so for nothing at all.</summary>
    public static bool IsWhiteSpace(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \n\t\r"u8) < 0;
}
