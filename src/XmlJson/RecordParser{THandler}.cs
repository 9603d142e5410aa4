using System.Diagnostics;
using System.Runtime.ExceptionServices;
using XmlJson.Trees;

namespace XmlJson;

/// <summary>Feeds a document to a handler of records piece by piece, stops when the handler wants to, and passes over records that are damaged.</summary>
/// <typeparam name="THandler">A structure that passes events on to the handler, so that the parser is compiled for it.</typeparam>
internal sealed class RecordParser<THandler> : IDisposable
    where THandler : struct, IContentHandler
{
    private readonly RentedParser _rented;
    private readonly Utf8XmlParser _parser;
    private readonly IRecordHandler _records;
    private readonly RecordErrorPolicy _onError;
    private THandler _handler;
    private ReadOnlyMemory<byte>? _document;
    private ParseStatus _status = ParseStatus.NeedsInput;
    private XmlSyntaxException? _error;

    public RecordParser(IRecordHandler records, THandler handler, XmlParserOptions options, RecordErrorPolicy onError)
    {
        _rented = RentedParser.Rent(options, isForOneCall: false);
        _parser = _rented.Parser;
        _records = records;
        _handler = handler;
        _onError = onError;
    }

    /// <summary>Whether the document has been read to its end.</summary>
    public bool IsCompleted => _status == ParseStatus.Completed;

    /// <summary>Whether <see cref="ReadOn"/> is due: the handler stopped the parser, or a damaged record is to be passed over.</summary>
    public bool IsStopped => _status == ParseStatus.Stopped;

    /// <summary>Whether the parser passes over a damaged record.</summary>
    public bool IsSkipping { get; private set; }

    /// <summary>Reads the next piece, when the parser is not stopped.</summary>
    /// <param name="piece">The piece; empty when the input has ended.</param>
    public void Feed(ReadOnlySpan<byte> piece)
    {
        _parser.MakeRoom(piece.Length);
        try
        {
            _status = piece.IsEmpty ? _parser.Complete(ref _handler) : _parser.Feed(piece, ref _handler);
            EndSkipping();
        }
        catch (XmlSyntaxException error)
        {
            // No filter: those run before the parser has noted that it failed.
            Fail(error);
        }
    }

    /// <summary>Reads a whole document where it is; nothing can be fed then. No damaged record can be passed over.</summary>
    public void Read(ReadOnlyMemory<byte> document)
    {
        Debug.Assert(_onError == RecordErrorPolicy.Fail && Utf8XmlParser.CanReadInPlace(document.Span), "Other records and documents go through the window.");
        _document = document;
        _status = ParseStatus.Stopped;
        ReadOn();
    }

    /// <summary>Goes on with the document, or the piece, that the parser was stopped in.</summary>
    public void ReadOn()
    {
        try
        {
            _status = _document is { } document ? _parser.ReadOn(document.Span, ref _handler) : _parser.Resume(ref _handler);
            EndSkipping();
        }
        catch (XmlSyntaxException error)
        {
            Fail(error);
        }
    }

    /// <summary>Throws what ended the reading, if something did: the records before it are due first.</summary>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    public void ThrowIfFailed()
    {
        if (_error is not null)
        {
            ExceptionDispatchInfo.Throw(_error);
        }
    }

    public void Dispose() => _rented.Dispose();

    private void EndSkipping()
    {
        if (IsSkipping && _status == ParseStatus.Stopped)
        {
            IsSkipping = false;
            _records.EndDamaged(_parser.InputOffset);
        }
    }

    // Passes over the record that is damaged; if that cannot be, the error comes after the records that were found before it.
    private void Fail(XmlSyntaxException error)
    {
        if (_onError != RecordErrorPolicy.Fail
            && (_records.OpenInRecord > 0 || _records.IsBetweenRecords)
            && _parser.TrySkipDamaged(error, _records.AncestorCount, _records.OpenInRecord, name => _records.IsRecord(in name), out var start))
        {
            _records.Damage(error, start);
            IsSkipping = true;
            _status = ParseStatus.Stopped;
        }
        else
        {
            _error = error;
        }
    }
}
