using System.Diagnostics;
using XmlJson.Text;

namespace XmlJson;

// From input in any shape to stretches of marked bytes: the outer loop of the parser.
public sealed unsafe partial class Utf8XmlParser
{
    // Shorter documents are copied: that costs less than reading their end apart from the rest.
    private const int ReadInPlaceFrom = 4 * 1024;

    private InputDecoder? _decoder;
    private string? _decoderFault;
    private PendingToken _pending;
    private long _offset;
    private bool _isText;
    private bool _inputEnded;

    // Whether the caller keeps what a handler that stops leaves of the document.
    private bool _leavesRest;

    // What the locator may look at while a handler runs: the caller's document, pinned, and the bytes being read. Both null outside a read.
    private byte* _document;
    private long _documentOffset;
    private byte* _view;
    private long _viewOffset;

    /// <summary>All of the document's bytes, where they are read.</summary>
    internal ReadOnlySpan<byte> WholeInput => _running && _inputEnded && _decoder is null && !_isText && _document is null && _offset == 0 && _openEntities == 0 ? _window.Bytes : [];

    private void ResetInput()
    {
        _window.Clear();
        _decoder = null;
        _decoderFault = null;
        _pending = default;
        _lines.Reset();
        _offset = 0;
        _byteOrderMark = 0;
        _isEncodingKnown = false;
        _isText = false;
        _inputEnded = false;
        _leavesRest = false;
        _damaged = null;
        _damage = null;
        _halfPair = '\0';
    }

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

    private ParseStatus FeedBytes<THandler>(scoped ReadOnlySpan<byte> bytes, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        ThrowIfInputEnded();
        if (_isText && !bytes.IsEmpty)
        {
            throw new InvalidOperationException("The document was begun as text: bytes cannot go on with it.");
        }

        Begin();
        var completed = false;
        try
        {
            ReadPieces(bytes, isLast: false, ref handler);
            completed = true;
            return Status;
        }
        finally
        {
            End(completed);
        }
    }

    private ParseStatus CompleteInput<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        ThrowIfRunning();
        if (_phase is Phase.Done or Phase.Faulted)
        {
            ThrowIfInputEnded();
        }

        if (!_inputEnded)
        {
            EndInput();
        }

        return ReadTaken(ref handler);
    }

    private void ReadPieces<THandler>(scoped ReadOnlySpan<byte> bytes, bool isLast, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        do
        {
            var piece = bytes[..Math.Min(bytes.Length, Math.Max(_window.Free, StretchLength))];
            bytes = bytes[piece.Length..];
            Take(piece);
            if (isLast && bytes.IsEmpty)
            {
                EndInput();
            }

            if (_exit != Exit.Stopped)
            {
                ReadWindow(ref handler);
            }
        }
        while (!bytes.IsEmpty);
        Finish(ref handler);
    }

    // The first bytes wait as they are until they tell the encoding; from then on everything in the window is UTF-8.
    private void Take(scoped ReadOnlySpan<byte> bytes)
    {
        if (IsGivenUp)
        {
            return;
        }

        if (_decoder is not null)
        {
            _decoderFault ??= _decoder.Decode(bytes, _window);
        }
        else
        {
            _window.Append(bytes);
        }
    }

    private void EndInput()
    {
        _inputEnded = true;
        if (_isEncodingKnown)
        {
            _decoderFault ??= _halfPair == 0 ? _decoder?.Complete(_window) : HalfPairFault(_halfPair);
        }
    }

    private void Begin()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ThrowIfRunning();
        _running = true;
        _locator.StopRequested = false;
        _exit = Exit.None;
    }

    private void End(bool completed)
    {
        _running = false;
        _view = null;
        _document = null;
        if (!completed)
        {
            _faultedIn = _phase;
            _phase = Phase.Faulted;
        }
    }

    private void Finish<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (_phase == Phase.Done)
        {
            return;
        }

        if (_exit == Exit.Stopped)
        {
            Status = ParseStatus.Stopped;
        }
        else if (!_inputEnded)
        {
            Status = ParseStatus.NeedsInput;
        }
        else
        {
            Debug.Assert(_phase == Phase.Epilog && _window.Length == 0, "An input that ends elsewhere was refused.");
            _phase = Phase.Done;
            _stretchOffset = _offset;
            _event = 0;
            handler.EndDocument();
            Status = ParseStatus.Completed;
        }
    }

    private void ThrowIfInputEnded()
    {
        if (_inputEnded || _phase is Phase.Done or Phase.Faulted)
        {
            throw new InvalidOperationException(_phase == Phase.Faulted
                ? "The document was refused, or its handler threw: call Reset before the next one."
                : "The document has ended: call Reset before the next one.");
        }
    }

    private void ReadWindow<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if ((!_isEncodingKnown && !DetectWindowEncoding()) || (_damaged is not null && SkipDamaged()))
        {
            return;
        }

        if (_window.Length == 0)
        {
            _window.GetSpan(1);
        }

        if (!_inputEnded && _decoderFault is null && IsWithinLimit(_window.Length) && _pending.IsOpen(_window.Bytes))
        {
            _exit = Exit.NeedsInput;
            return;
        }

        if (_document is null)
        {
            _viewLines = _lines;
        }

        fixed (byte* pointer = &_window.First)
        {
            var used = ReadAll(pointer, _window.Length, isLast: _inputEnded, ref handler);
            if (_inputEnded && _exit == Exit.NeedsInput)
            {
                // Lines need not be counted: who asks for one at the end of the document does so now.
                _window.Consume(used);
                Finish(ref handler);
                _view = null;
                return;
            }

            if (_document is null)
            {
                LeaveView();
            }

            _view = null;
            _window.Consume(used);
        }

        _pending = _exit == Exit.NeedsInput ? PendingToken.At(_window.Bytes, _phase == Phase.CData) : default;
    }

    // The document, and between its pieces the entities that it refers to.
    private int ReadAll<THandler>(byte* start, int length, bool isLast, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        _view = start;
        _viewOffset = _offset;
        var used = 0;

        // Short between two pauses, and between two references to entities, since there may be little to read.
        var stretch = Status == ParseStatus.Stopped ? FirstStretchLength : StretchLength;
        do
        {
            if (_openEntities > 0 && !ReadEntities(ref handler))
            {
                break;
            }

            used += ReadView(start + used, length - used, stretch, isLast, ref handler);
            stretch = FirstStretchLength;
        }
        while (_exit == Exit.EntityOpened);
        return used;
    }

    // What waits for its end may become this long.
    private bool IsWithinLimit(int length) => _pending.IsDocumentType ? length <= _options.MaxDtdLength : length < _options.MaxMarkupLength;

    /// <summary>Reads as much as is complete.</summary>
    /// <param name="start">The first byte, pinned; the padding behind the last must be readable.</param>
    /// <param name="length">How many bytes there are.</param>
    /// <param name="stretch">How many to look at first.</param>
    /// <param name="isLast">Whether the input ends behind them.</param>
    /// <param name="handler">Is given the events.</param>
    /// <returns>How many bytes were read; <see cref="_exit"/> says why no more.</returns>
    private int ReadView<THandler>(byte* start, int length, int stretch, bool isLast, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        // Of one token never more is looked at than the limit needs: so what is wrong in it does not depend on how much has come.
        var longest = Math.Max(_options.MaxMarkupLength, 1);
        var first = Math.Min(StretchLength, longest);
        var position = 0;
        stretch = Math.Min(stretch, first);
        while (true)
        {
            var input = Mark(ref start[position], Math.Min(stretch, length - position), length - position, isLast);
            _stretchOffset = _offset;
            var used = ReadStretch(input, ref handler);
            position += used;
            _offset += used;
            if (_exit is Exit.Stopped or Exit.EntityOpened || _endsView)
            {
                return position;
            }

            // A token longer than the stretch: begin again at its start with more of it.
            stretch = used > 0 ? Math.Min(first, stretch * 4) : stretch < longest && stretch > longest / 2 ? longest : (int)Math.Min(stretch * 2L, int.MaxValue);
        }
    }
}
