using System.Runtime.ExceptionServices;
using XmlJson.Trees;

namespace XmlJson;

/// <summary>Joins the parser and the builder of records: pieces of the input in, records out.</summary>
internal sealed class RecordReader : IDisposable
{
    /// <summary>How much input is read at once.</summary>
    public const int PieceLength = 16 * 1024;

    private readonly RentedParser _rented;
    private readonly Utf8XmlParser _parser;
    private readonly RecordBuilder _builder;
    private readonly RecordErrorPolicy _onError;
    private readonly Func<XmlName, bool> _isRecord;
    private RecordBuilderReference _handler;
    private ParseStatus _status = ParseStatus.NeedsInput;
    private XmlSyntaxException? _error;

    // Whether the parser passes over a damaged record.
    private bool _isSkipping;

    public RecordReader(ElementPathPattern path, RecordOptions options)
    {
        _rented = RentedParser.Rent(options.Parser, isForOneCall: false);
        _parser = _rented.Parser;
        _builder = new RecordBuilder(path, options.OnError, options.MaxRecordSize);
        _handler = new RecordBuilderReference(_builder);
        _onError = options.OnError;
        _isRecord = name => _builder.IsRecord(in name);
    }

    /// <summary>Whether the document has been read to its end.</summary>
    public bool IsCompleted => _status == ParseStatus.Completed;

    /// <summary>Reads the next piece, when <see cref="TryRead"/> found nothing more in the last one.</summary>
    /// <param name="piece">The piece; empty when the input has ended.</param>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit; records found before have not been read.</exception>
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

    /// <summary>Reads the next record of the input that has come; the one before is gone with that.</summary>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    public bool TryRead(out XmlRecord record)
    {
        while (!_builder.TryTake(out record))
        {
            if (_error is not null)
            {
                ExceptionDispatchInfo.Throw(_error);
            }

            if (_status != ParseStatus.Stopped)
            {
                return false;
            }

            ReadOn();
        }

        return true;
    }

    public void Dispose()
    {
        _rented.Dispose();
        _builder.Dispose();
    }

    private void ReadOn()
    {
        if (!_isSkipping)
        {
            _builder.MakeRoom();
        }

        try
        {
            _status = _parser.Resume(ref _handler);
            EndSkipping();
        }
        catch (XmlSyntaxException error)
        {
            Fail(error);
        }
    }

    private void EndSkipping()
    {
        if (_isSkipping && _status == ParseStatus.Stopped)
        {
            _isSkipping = false;
            _builder.EndDamaged(_parser.InputOffset);
        }
    }

    // Passes over the record that is damaged; if that cannot be, the error comes after the records that were found before it.
    private void Fail(XmlSyntaxException error)
    {
        if (_onError != RecordErrorPolicy.Fail
            && (_builder.OpenInRecord > 0 || _builder.IsBetweenRecords)
            && _parser.TrySkipDamaged(error, _builder.AncestorCount, _builder.OpenInRecord, _isRecord, out var start))
        {
            _builder.Damage(error, start);
            _isSkipping = true;
            _status = ParseStatus.Stopped;
        }
        else
        {
            _error = error;
        }
    }
}
