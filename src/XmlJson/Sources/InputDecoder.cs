using System.Text;

namespace XmlJson;

/// <summary>Turns pieces of input in another encoding into UTF-8.</summary>
internal sealed class InputDecoder(Encoding encoding)
{
    private const int Piece = 4096;

    private readonly Decoder _decoder = encoding.GetDecoder();
    private readonly char[] _chars = new char[Piece + 2];
    private long _bytesRead;
    private char _highSurrogate;

    /// <summary>Appends a piece to the window.</summary>
    /// <returns>What is wrong with the bytes behind those that were appended, or null.</returns>
    public string? Decode(ReadOnlySpan<byte> bytes, InputWindow window)
    {
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(bytes.Length, Piece / 2)];
            var fault = DecodePiece(piece, window, flush: false);
            if (fault is not null)
            {
                return fault;
            }

            bytes = bytes[piece.Length..];
        }

        return null;
    }

    /// <summary>Says that the input has ended.</summary>
    /// <returns>What is wrong with its end, or null.</returns>
    public string? Complete(InputWindow window) => DecodePiece([], window, flush: true);

    private string? DecodePiece(ReadOnlySpan<byte> piece, InputWindow window, bool flush)
    {
        try
        {
            var count = _decoder.GetChars(piece, _chars.AsSpan(1), flush);
            _bytesRead += piece.Length;
            Append(count, window, flush);
            return null;
        }
        catch (DecoderFallbackException e)
        {
            // The bytes before the invalid ones are good: decode them alone.
            var offset = _bytesRead + Math.Max(e.Index, 0);
            _decoder.Reset();
            if (e.Index > 0)
            {
                Append(_decoder.GetChars(piece[..e.Index], _chars.AsSpan(1), flush: false), window, flush: false);
            }

            return $"The bytes at offset {offset} are not valid {encoding.WebName}: {BytesOf(e)}.";
        }
    }

    private static string BytesOf(DecoderFallbackException e) => e.BytesUnknown is { } bytes ? Convert.ToHexString(bytes) : "incomplete";

    // A surrogate pair may be cut between two pieces: the first half waits in front of the next.
    private void Append(int count, InputWindow window, bool flush)
    {
        var first = 1;
        if (_highSurrogate != 0)
        {
            _chars[0] = _highSurrogate;
            first = 0;
            count++;
            _highSurrogate = '\0';
        }

        if (!flush && count > 0 && char.IsHighSurrogate(_chars[first + count - 1]))
        {
            _highSurrogate = _chars[first + --count];
        }

        var chars = _chars.AsSpan(first, count);
        window.Advance(Encoding.UTF8.GetBytes(chars, window.GetSpan(Encoding.UTF8.GetMaxByteCount(count))));
    }
}
