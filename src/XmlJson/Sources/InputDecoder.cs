using System.Text;

namespace XmlJson;

/// <summary>Turns pieces of input in another encoding into UTF-8.</summary>
internal abstract class InputDecoder
{
    /// <summary>Makes the decoder of a document.</summary>
    /// <param name="encoding">What the input is in.</param>
    /// <param name="start">How many bytes of the document, a byte order mark, come before what is decoded.</param>
    public static InputDecoder Create(Encoding encoding, int start) =>
        encoding is UnicodeEncoding ? new Utf16InputDecoder(encoding, start) : new AnyInputDecoder(encoding, start);

    /// <summary>The encoding's name.</summary>
    public abstract string Name { get; }

    /// <summary>Appends a piece to the window.</summary>
    /// <returns>What is wrong with the bytes behind those that were appended, or null. It does not depend on how the input was cut.</returns>
    public abstract string? Decode(ReadOnlySpan<byte> bytes, InputWindow window);

    /// <summary>Says that the input has ended.</summary>
    /// <returns>What is wrong with its end, or null.</returns>
    public abstract string? Complete(InputWindow window);

    /// <summary>The offset in the document's bytes of a place in the text.</summary>
    /// <param name="characters">The number of characters before it.</param>
    /// <param name="supplementary">How many of them lie beyond U+FFFF.</param>
    /// <returns>The offset, or -1 when characters are of different lengths.</returns>
    public abstract long OffsetOf(long characters, long supplementary);

    protected static string Invalid(Encoding encoding, long offset, ReadOnlySpan<byte> bytes) =>
        $"The bytes at offset {offset} are not valid {encoding.WebName}: {Convert.ToHexString(bytes)}.";
}
