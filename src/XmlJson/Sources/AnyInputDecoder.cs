using System.Text;

namespace XmlJson;

/// <summary>Decodes with whatever <see cref="Encoding"/> there is.</summary>
internal sealed class AnyInputDecoder : InputDecoder
{
    private const int Piece = 2048;

    private readonly Encoding _encoding;
    private readonly Decoder _decoder;
    private readonly char[] _chars;
    private readonly int _start;

    // A decoder that has met a fault has forgotten where it was: this one reads the same, a piece behind, and finds the place byte by byte.
    private readonly Decoder? _follower;
    private long _offset;
    private char _highSurrogate;

    /// <inheritdoc cref="InputDecoder.Create"/>
    public AnyInputDecoder(Encoding encoding, int start)
    {
        _encoding = encoding;
        _decoder = encoding.GetDecoder();
        _follower = encoding.IsSingleByte ? null : encoding.GetDecoder();
        _offset = _start = start;

        // In front there is room for the first half of a pair.
        _chars = new char[encoding.GetMaxCharCount(Piece) + 1];
    }

    /// <inheritdoc/>
    public override string Name => _encoding.WebName;

    public override string? Decode(ReadOnlySpan<byte> bytes, InputWindow window)
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

    public override string? Complete(InputWindow window) => DecodePiece([], window, flush: true);

    public override long OffsetOf(long characters, long supplementary) => _encoding switch
    {
        { IsSingleByte: true } => _start + characters,
        UTF32Encoding => _start + (characters * 4),
        _ => -1,
    };

    private string? DecodePiece(ReadOnlySpan<byte> piece, InputWindow window, bool flush)
    {
        int count;
        try
        {
            count = _decoder.GetChars(piece, _chars.AsSpan(1), flush);
        }
        catch (DecoderFallbackException)
        {
            return DecodeToFault(_follower ?? _encoding.GetDecoder(), piece, window);
        }

        Append(count, window);
        _follower?.GetChars(piece, _chars.AsSpan(1), flush);
        _offset += piece.Length;
        return null;
    }

    private string DecodeToFault(Decoder decoder, ReadOnlySpan<byte> piece, InputWindow window)
    {
        var i = 0;
        try
        {
            for (; i < piece.Length; i++)
            {
                Append(decoder.GetChars(piece.Slice(i, 1), _chars.AsSpan(1), flush: false), window);
            }

            decoder.GetChars([], _chars.AsSpan(1), flush: true);
            return Invalid(_encoding, _offset + i, []);
        }
        catch (DecoderFallbackException e)
        {
            var read = _offset + Math.Min(i + 1, piece.Length);
            return Invalid(_encoding, read - (e.BytesUnknown?.Length ?? 0), e.BytesUnknown);
        }
    }

    // A pair may be cut between two pieces: its first half waits for the second.
    private void Append(int count, InputWindow window)
    {
        var first = 1;
        if (_highSurrogate != 0 && count > 0)
        {
            _chars[0] = _highSurrogate;
            first = 0;
            count++;
            _highSurrogate = '\0';
        }

        if (count > 0 && char.IsHighSurrogate(_chars[first + count - 1]))
        {
            _highSurrogate = _chars[first + --count];
        }

        var chars = _chars.AsSpan(first, count);
        window.Advance(Encoding.UTF8.GetBytes(chars, window.GetSpan(Encoding.UTF8.GetMaxByteCount(count))));
    }
}
