using System.Runtime.ExceptionServices;
using XmlJson.Mapping;

namespace XmlJson;

/// <summary>Joins the parser and the sink that writes lines: pieces of XML in, lines of JSON out.</summary>
internal sealed class RecordConversion : IDisposable
{
    /// <summary>How much input is read at once.</summary>
    public const int PieceLength = 16 * 1024;

    private readonly RecordLines _lines;
    private readonly RecordParser<RecordLinesReference> _parser;

    public RecordConversion(string path, MappingConvention? convention, MappingOptions? options, JsonLinesOptions? linesOptions)
    {
        ArgumentNullException.ThrowIfNull(path);
        linesOptions ??= JsonLinesOptions.Default;
        _lines = new RecordLines(ElementPathPattern.Parse(path), convention, options, linesOptions.OnError, linesOptions.Report, linesOptions.MaxLineLength);
        _parser = new RecordParser<RecordLinesReference>(_lines, new RecordLinesReference(_lines), linesOptions.Parser, linesOptions.OnError);
    }

    /// <summary>Whether the document has been read to its end.</summary>
    public bool IsCompleted => _parser.IsCompleted;

    /// <summary>The lines made since the last <see cref="ReadOn"/> or <see cref="Feed"/>.</summary>
    public ReadOnlyMemory<byte> Lines => _lines.Lines;

    /// <summary>What was done so far.</summary>
    public JsonLinesSummary Summary => new(_lines.Written, _lines.Damaged, _lines.FirstError, _lines.Report) { LeftOut = _lines.LeftOut, FirstLeftOut = _lines.FirstLeftOut };

    /// <summary>Reads the next piece, when <see cref="ReadOn"/> found nothing more in the last one.</summary>
    /// <param name="piece">The piece; empty when the input has ended.</param>
    public void Feed(ReadOnlySpan<byte> piece) => _parser.Feed(piece);

    /// <summary>Goes on behind <see cref="Lines"/>, which were passed on.</summary>
    /// <returns>Whether there was more to read in the last piece.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="MappingException">The convention cannot express a record, or a limit is reached.</exception>
    public bool ReadOn()
    {
        _lines.DropLines();
        if (_lines.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        _parser.ThrowIfFailed();
        if (!_parser.IsStopped)
        {
            return false;
        }

        _parser.ReadOn();
        return true;
    }

    public void Dispose()
    {
        _parser.Dispose();
        _lines.Dispose();
    }
}
