using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;
using XmlJson.Mapping;
using XmlJson.Trees;

namespace XmlJson;

/// <summary>Joins the reader of lines and a writer of XML: pieces of NDJSON in, an XML document out. A record's XML is passed on when it is whole.</summary>
internal sealed class LinesConversion : IDisposable
{
    // Beyond so many bytes what was made is passed on.
    private const int BatchSize = 64 * 1024;

    private readonly JsonLinesOptions _options;
    private readonly JsonLineReader _lines;
    private readonly JsonSource _source;
    private readonly PooledBuffer _output = new();
    private readonly PooledBuffer _record = new();
    private readonly Utf8XmlWriter _recordWriter;
    private readonly Utf8XmlWriter _documentWriter;
    private readonly LineContent _content;
    private readonly ReportSum _reports = new();
    private readonly byte[] _newLine;
    private readonly XmlName _root;
    private long _count;
    private long _written;
    private long _damaged;
    private Exception? _firstError;
    private Exception? _failure;
    private bool _hasBegun;

    public LinesConversion(MappingConvention? convention, MappingOptions? options, JsonLinesOptions? linesOptions, Utf8XmlWriterOptions? writerOptions)
    {
        _options = linesOptions ?? JsonLinesOptions.Default;
        writerOptions ??= Utf8XmlWriterOptions.Default;
        _root = RootOf(_options.RootName);
        _lines = new JsonLineReader(_options.MaxLineLength);
        _source = new JsonSource(NamingItems(convention ?? JsonConvention.Default, _options.ItemName), options);
        _recordWriter = new Utf8XmlWriter(_record, writerOptions with { IsFragment = true });
        _documentWriter = new Utf8XmlWriter(_output, writerOptions with { Indented = false });
        _content = new LineContent(_recordWriter);
        _newLine = Encoding.ASCII.GetBytes(writerOptions.NewLine);
    }

    /// <summary>Whether the document has been written to its end.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>The XML made since the last <see cref="TryAdvance"/>.</summary>
    public ReadOnlyMemory<byte> Output => _output.Written;

    /// <summary>What was done so far.</summary>
    public JsonLinesSummary Summary => new(_written, _damaged, _firstError, _reports.Total);

    /// <summary>Where the next piece of the input goes; never empty.</summary>
    public Memory<byte> Room => _lines.Room;

    /// <summary>So many bytes were put into <see cref="Room"/>; none means the end.</summary>
    public void Added(int count) => _lines.Added(count);

    /// <summary>Makes XML of the lines that have come, behind <see cref="Output"/>, which was passed on.</summary>
    /// <returns>Whether there is output; if not, more input is needed, unless <see cref="IsCompleted"/>.</returns>
    /// <exception cref="JsonException">A line is not JSON.</exception>
    /// <exception cref="MappingException">A line cannot be XML under the convention, or a limit is reached.</exception>
    public bool TryAdvance()
    {
        if (!_hasBegun)
        {
            Begin();
        }
        else
        {
            _output.Clear();
        }

        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        while (_failure is null && _output.Length < BatchSize && _lines.TryRead(out var line))
        {
            Convert(in line);
        }

        if (_failure is null && _lines.IsCompleted && !IsCompleted)
        {
            _documentWriter.EndElement(in _root);
            _documentWriter.EndDocument();
            _documentWriter.Flush();
            _output.Write(_newLine);
            IsCompleted = true;
        }

        return _output.Length > 0 || _failure is not null;
    }

    public void Dispose()
    {
        _documentWriter.Dispose();
        _recordWriter.Dispose();
        _source.Dispose();
        _lines.Dispose();
        _output.Dispose();
        _record.Dispose();
    }

    private static XmlName RootOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Contains(':', StringComparison.Ordinal)
            ? throw new ArgumentException($"JsonLinesOptions.RootName is '{name}': it cannot have a prefix, since there is no namespace for it.", nameof(name))
            : new XmlNames().Get(name);
    }

    private static MappingConvention NamingItems(MappingConvention convention, string? itemName) => (convention, itemName) switch
    {
        (_, null) => convention,
        (JsonConvention keyed, _) => keyed with { KeepRoot = false, RootName = itemName },
        _ => throw new ArgumentException("JsonLinesOptions.ItemName is for a JsonConvention: under any other one a line says itself what its element is called.", nameof(itemName)),
    };

    private void Begin()
    {
        _hasBegun = true;
        _documentWriter.StartDocument(new DocumentStart(Locator.CreateUnknown()));
        _documentWriter.StartElement(in _root, default);
        _documentWriter.Characters(_newLine, TextKind.WhiteSpace);
        _documentWriter.Flush();
    }

    private void Convert(in JsonLine line)
    {
        var record = _count++;
        try
        {
            if (line.IsTooLong)
            {
                throw new MappingException(MappingErrorCode.BufferLimit, $"The line is longer than JsonLinesOptions.MaxLineLength allows ({_options.MaxLineLength} bytes).", new TextPosition(0, 0, 0), "");
            }

            _recordWriter.Reset(_record);
            _source.Parse(line.Bytes.Span, _content);
            _recordWriter.Flush();
        }
        catch (JsonException error)
        {
            Damage(in line, record, line.Place(error, record));
            return;
        }
        catch (MappingException error)
        {
            Damage(in line, record, line.Place(error, record));
            return;
        }

        _output.Write(_record.Written.Span);
        _output.Write(_newLine);
        _record.Clear();
        _written++;
        Count(in line);
    }

    private void Count(in JsonLine line)
    {
        var report = _source.Report;
        if (!report.IsEmpty)
        {
            var place = line;
            _reports.Add(report, position => place.Place(position));
        }

        if (_content.HadDeclaration)
        {
            _reports.Count(MappingLossKind.XmlDeclaration, line.Start, "/");
        }
    }

    private void Damage(in JsonLine line, long record, Exception error)
    {
        _record.Clear();
        if (_options.OnError == RecordErrorPolicy.Fail)
        {
            _failure = error;
            return;
        }

        _damaged++;
        _firstError ??= error;
        if (_options.OnError == RecordErrorPolicy.Report)
        {
            _options.Report?.Invoke(new DamagedRecord(record, line.Start, line.Offset + line.Length, error));
        }
    }
}
