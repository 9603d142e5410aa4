using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace XmlJson.Text;

/// <summary>
/// Escapes only what RFC 8259 §7 requires: <c>"</c>, <c>\</c> and controls. The framework's own least encoder also escapes everything outside the Basic Multilingual Plane and
/// is several times slower on text that is not ASCII.
/// </summary>
/// <remarks>Its output must not be put into HTML or script unescaped.</remarks>
internal sealed unsafe class JsonTextEncoder : JavaScriptEncoder
{
    private static readonly SearchValues<char> EscapedChars = SearchValues.Create(Encoding.ASCII.GetString(EscapedCharacters));

    private JsonTextEncoder()
    {
    }

    /// <summary>The only instance.</summary>
    public static JsonTextEncoder Instance { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => 6;

    private static ReadOnlySpan<byte> EscapedCharacters =>
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\';

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncode(char* text, int textLength) => new ReadOnlySpan<char>(text, textLength).IndexOfAny(EscapedChars);

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text) => JsonEscapes.IndexOfFirst(utf8Text);

    /// <inheritdoc/>
    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var destination = new Span<char>(buffer, bufferLength);
        if (!WillEncode(unicodeScalar))
        {
            return new Rune(unicodeScalar).TryEncodeToUtf16(destination, out numberOfCharactersWritten);
        }

        Span<byte> escape = stackalloc byte[6];
        _ = JsonEscaper.TryWriteForm((byte)unicodeScalar, escape, out var length);
        return Encoding.ASCII.TryGetChars(escape[..length], destination, out numberOfCharactersWritten);
    }

    /// <inheritdoc/>
    public override OperationStatus EncodeUtf8(ReadOnlySpan<byte> utf8Source, Span<byte> utf8Destination, out int bytesConsumed, out int bytesWritten, bool isFinalBlock = true) =>
        JsonEscaper.TryWrite(utf8Source, utf8Destination, out bytesConsumed, out bytesWritten) ? OperationStatus.Done : OperationStatus.DestinationTooSmall;
}
