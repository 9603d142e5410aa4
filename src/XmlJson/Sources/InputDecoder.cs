using System.Text;

namespace XmlJson;

/// <summary>Turns pieces of input in another encoding into UTF-8.</summary>
internal sealed class InputDecoder
{
    private const int Piece = 4096;

    private readonly InvalidBytesFallback _fallback = new();
    private readonly string _name;
    private readonly Decoder _decoder;

    // One in front for the first half of a surrogate pair, the rest for what a piece may become.
    private readonly char[] _chars;
    private long _bytesRead;
    private char _highSurrogate;

    /// <summary>Begins a document in an encoding.</summary>
    public InputDecoder(Encoding encoding)
    {
        var own = (Encoding)encoding.Clone();
        own.DecoderFallback = _fallback;
        _name = encoding.WebName;
        _decoder = own.GetDecoder();
        _chars = new char[1 + own.GetMaxCharCount(Piece)];
    }

    /// <summary>Appends a piece to the window.</summary>
    /// <returns>What is wrong with the bytes behind those that were appended, or null.</returns>
    public string? Decode(ReadOnlySpan<byte> bytes, InputWindow window)
    {
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(bytes.Length, Piece)];
            if (DecodePiece(piece, window, flush: false) is { } fault)
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
        var count = _decoder.GetChars(piece, _chars.AsSpan(1), flush);
        if (_fallback.Bytes is null)
        {
            _bytesRead += piece.Length;
            Append(count, window, flush);
            return null;
        }

        Append(_chars.AsSpan(1, count).IndexOf(InvalidBytesFallback.Mark), window, flush: true);
        return $"The bytes {Convert.ToHexString(_fallback.Bytes)} at offset {Math.Max(0, _bytesRead + _fallback.Index)} are not valid {_name}.";
    }

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
