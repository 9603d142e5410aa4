using System.Buffers;
using System.Text.Encodings.Web;

namespace XmlJson.Text;

/// <summary>
/// Escapes nothing: for what is escaped already, which a <c>Utf8JsonWriter</c> then copies once. It is also the only way to write the key <c>\uD800</c>, since a key is given as text, which cannot
/// have a lone surrogate, or encoded.
/// </summary>
internal sealed unsafe class RawJsonEncoder : JavaScriptEncoder
{
    private RawJsonEncoder()
    {
    }

    /// <summary>The only instance.</summary>
    public static RawJsonEncoder Instance { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => 1;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => false;

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncode(char* text, int textLength) => -1;

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text) => -1;

    /// <inheritdoc/>
    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        throw new NotSupportedException("No character is to be escaped.");

    /// <inheritdoc/>
    public override OperationStatus EncodeUtf8(ReadOnlySpan<byte> utf8Source, Span<byte> utf8Destination, out int bytesConsumed, out int bytesWritten, bool isFinalBlock = true) =>
        throw new NotSupportedException("No character is to be escaped.");
}
