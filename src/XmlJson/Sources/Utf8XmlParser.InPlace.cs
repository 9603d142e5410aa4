using XmlJson.Text;

namespace XmlJson;

// Documents in memory that are read where they are: nothing is copied but their end.
public sealed unsafe partial class Utf8XmlParser
{
    // Shorter documents are copied: that costs less than reading their end apart from the rest.
    private const int ReadInPlaceFrom = 4 * 1024;

    // Whether the caller keeps what a handler that stops leaves of the document.
    private bool _leavesRest;

    /// <summary>Whether a document can be read where it is, or is so short that it is copied as a whole.</summary>
    internal static bool CanReadInPlace(ReadOnlySpan<byte> document) =>
        document.Length < ReadInPlaceFrom || EncodingDetector.Detect(document, isWhole: true, out _, out _) is { Encoding: null };

    /// <summary>Reads a document that <see cref="CanReadInPlace"/>, after <see cref="Reset"/>; or goes on with it after a handler stopped. Between two calls nothing of it is kept or copied but its end.</summary>
    /// <param name="document">All of the document, in every call.</param>
    /// <param name="handler">Is given the events.</param>
    internal ParseStatus ReadOn<THandler>(ReadOnlySpan<byte> document, ref THandler handler)
        where THandler : struct, IContentHandler
    {
        if (_inputEnded)
        {
            return Resume(ref handler);
        }

        _leavesRest = true;
        return ReadDocument(document, ref handler);
    }

    private ParseStatus ReadDocument<THandler>(scoped ReadOnlySpan<byte> document, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        Begin();
        var completed = false;
        try
        {
            if (document.Length >= ReadInPlaceFrom && (_isEncodingKnown ? _decoder is null : IsUtf8(document)))
            {
                ReadInPlace(document[(int)_offset..], ref handler);
            }
            else
            {
                ReadPieces(_isEncodingKnown ? document[_byteOrderMark..] : document, isLast: true, ref handler);
            }

            completed = true;
            return Status;
        }
        finally
        {
            End(completed);
        }
    }

    // Nothing is copied but what lies at the end, where reading ahead must find padding.
    private void ReadInPlace<THandler>(scoped ReadOnlySpan<byte> document, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        fixed (byte* pointer = document)
        {
            _document = pointer;
            _documentOffset = _offset;
            _viewLines = _lines;
            var used = ReadAll(pointer, document.Length - MarkedBytes.Padding, isLast: false, ref handler);
            if (IsGivenUp)
            {
                Status = ParseStatus.Stopped;
                _document = null;
                return;
            }

            if (_leavesRest && _exit == Exit.Stopped)
            {
                Status = ParseStatus.Stopped;
                LeaveView();
                _document = null;
                return;
            }

            _window.Append(document[used..]);
            _inputEnded = true;
            if (_exit != Exit.Stopped)
            {
                ReadWindow(ref handler);
            }

            Finish(ref handler);
            if (Status == ParseStatus.Stopped)
            {
                // The document is the caller's again; what follows is counted in the window.
                LeaveView();
            }

            _document = null;
        }
    }
}
