using System.Buffers;
using System.Text.Unicode;

namespace XmlJson;

// Input that is text already: it goes to the window as UTF-8.
public sealed partial class Utf8XmlParser
{
    // The first half of a surrogate pair that text was cut in; 0 when it was not.
    private char _halfPair;

    /// <summary>Reads a whole document from text. An encoding that it declares is ignored, as the text has none any more.</summary>
    /// <param name="document">The document.</param>
    /// <param name="handler">Is given the events.</param>
    /// <remarks>Byte offsets count UTF-8. A half of a surrogate pair alone is refused as <see cref="XmlErrorCode.InvalidEncoding"/>.</remarks>
    /// <inheritdoc cref="Parse{THandler}(ReadOnlySpan{byte}, ref THandler)"/>
    public ParseStatus Parse<THandler>(ReadOnlySpan<char> document, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (!typeof(THandler).IsValueType)
        {
            var reference = Wrap(ref handler);
            return Parse(document, ref reference);
        }

        Reset();
        _isEncodingKnown = _isText = true;
        if (document is ['\uFEFF', ..])
        {
            document = document[1..];
        }

        do
        {
            document = TakeText(document);
            if (document.IsEmpty)
            {
                _inputEnded = true;
            }
        }
        while (ReadTaken(ref handler) == ParseStatus.NeedsInput);
        while (!document.IsEmpty && !IsGivenUp)
        {
            document = TakeText(document);
            _inputEnded = document.IsEmpty;
        }

        return Status;
    }

    /// <summary>Reads on, with the next piece of the document as text. An encoding that it declares is ignored.</summary>
    /// <param name="text">The piece; cut anywhere, even within a surrogate pair.</param>
    /// <param name="handler">Is given the events that are complete.</param>
    /// <exception cref="InvalidOperationException">
    /// The document is complete or faulted and the parser was not reset, or was begun as bytes, or a handler called this while the parser was reading.
    /// </exception>
    /// <inheritdoc cref="Feed{THandler}(ReadOnlySpan{byte}, ref THandler)"/>
    public ParseStatus Feed<THandler>(ReadOnlySpan<char> text, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (!typeof(THandler).IsValueType)
        {
            var reference = Wrap(ref handler);
            return Feed(text, ref reference);
        }

        ObjectDisposedException.ThrowIf(_disposed, this);
        ThrowIfInputEnded();
        var isFirst = BeginText(text);
        Begin();
        var completed = false;
        try
        {
            text = JoinHalfPair(isFirst && text is ['\uFEFF', ..] ? text[1..] : text);
            do
            {
                text = TakeText(text);
                if (_exit != Exit.Stopped)
                {
                    ReadWindow(ref handler);
                }
            }
            while (!text.IsEmpty);
            Finish(ref handler);
            completed = true;
            return Status;
        }
        finally
        {
            End(completed);
        }
    }

    private static string HalfPairFault(char half) => $"Half of a surrogate pair stands alone: U+{(int)half:X4}.";

    // Whether this is the first text.
    private bool BeginText(ReadOnlySpan<char> text)
    {
        if (_isText || text.IsEmpty)
        {
            return false;
        }

        if (_phase != Phase.Start || _isEncodingKnown || _window.Length > 0)
        {
            throw new InvalidOperationException("The document was begun as bytes: text cannot go on with it.");
        }

        _isEncodingKnown = _isText = true;
        return true;
    }

    // Gives the window a pair that was cut, and keeps what may be the first half of another one.
    private ReadOnlySpan<char> JoinHalfPair(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return text;
        }

        if (_halfPair != 0)
        {
            ReadOnlySpan<char> pair = [_halfPair, text[0]];
            _halfPair = '\0';
            TakeText(pair);
            text = text[1..];
        }

        if (text is [.., var last] && char.IsHighSurrogate(last))
        {
            _halfPair = last;
            text = text[..^1];
        }

        return text;
    }

    private ReadOnlySpan<char> TakeText(ReadOnlySpan<char> text)
    {
        if (_decoderFault is not null)
        {
            return [];
        }

        var piece = text[..Math.Min(text.Length, StretchLength)];
        var status = Utf8.FromUtf16(piece, _window.GetSpan(piece.Length * 3), out var read, out var written, replaceInvalidSequences: false, isFinalBlock: piece.Length == text.Length);
        _window.Advance(written);
        if (status == OperationStatus.InvalidData)
        {
            _decoderFault = HalfPairFault(text[read]);
            return [];
        }

        return text[read..];
    }
}
