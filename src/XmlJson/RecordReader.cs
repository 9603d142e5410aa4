using XmlJson.Trees;

namespace XmlJson;

/// <summary>Joins the parser and the builder of records: pieces of the input in, records out.</summary>
internal sealed class RecordReader : IDisposable
{
    /// <summary>How much input is read at once.</summary>
    public const int PieceLength = 16 * 1024;

    private readonly RecordBuilder _builder;
    private readonly RecordParser<RecordBuilderReference> _parser;

    public RecordReader(ElementPathPattern path, RecordOptions options, ReadOnlyMemory<byte> source = default)
    {
        _builder = new RecordBuilder(path, options.OnError, options.MaxRecordSize, source);
        _parser = new RecordParser<RecordBuilderReference>(_builder, new RecordBuilderReference(_builder), options.Parser, options.OnError);
    }

    /// <summary>Whether the document has been read to its end.</summary>
    public bool IsCompleted => _parser.IsCompleted;

    /// <summary>Whether a document in memory can be read where it is, so that records refer to its bytes. What is damaged can only be passed over in the parser's window.</summary>
    public static bool CanReadInPlace(ReadOnlySpan<byte> document, RecordOptions options) => options.OnError == RecordErrorPolicy.Fail && Utf8XmlParser.CanReadInPlace(document);

    /// <summary>Reads the source where it is; nothing is fed then.</summary>
    public void Read(ReadOnlyMemory<byte> source) => _parser.Read(source);

    /// <summary>Reads the next piece, when <see cref="TryRead"/> found nothing more in the last one.</summary>
    /// <param name="piece">The piece; empty when the input has ended.</param>
    public void Feed(ReadOnlySpan<byte> piece) => _parser.Feed(piece);

    /// <summary>Reads the next record of the input that has come; the one before is gone with that.</summary>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    public bool TryRead(out XmlRecord record)
    {
        while (!_builder.TryTake(out record))
        {
            _parser.ThrowIfFailed();
            if (!_parser.IsStopped)
            {
                return false;
            }

            if (!_parser.IsSkipping)
            {
                _builder.MakeRoom();
            }

            _parser.ReadOn();
        }

        return true;
    }

    public void Dispose()
    {
        _parser.Dispose();
        _builder.Dispose();
    }
}
