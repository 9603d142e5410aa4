using System.Buffers;
using XmlJson.Trees;

namespace XmlJson.Mapping;

/// <summary>A sink that writes each element at a path as JSON on a line of its own. A line is there whole or not at all. When many wait, the source is stopped behind a record.</summary>
internal sealed partial class RecordLines : IRecordHandler, IDisposable
{
    // Beyond so many bytes the source is stopped.
    private const int BatchSize = 64 * 1024;

    // The lines that wait, and that of the record being read: a JSON writer keeps hold of the memory it was given, so nothing may move under it.
    private readonly PooledBuffer _lines = new();
    private readonly PooledBuffer _line = new();
    private readonly RecordScope _scope = new();
    private readonly ReportSum _reports = new();
    private readonly ElementPathMatcher _paths;
    private readonly JsonSink _sink;
    private readonly RecordErrorPolicy _onError;
    private readonly Action<DamagedRecord>? _report;
    private readonly int _maxLength;
    private Locator? _locator;

    // How many elements of the record are open, and of one that was refused.
    private int _inRecord;
    private int _inRefused;

    // The record being read: its place in the document, and what is wrong with it.
    private TextPosition _position;
    private Exception? _damage;
    private long _count;

    /// <summary>Makes a sink.</summary>
    /// <param name="path">Which elements are records.</param>
    /// <param name="convention">How a record becomes JSON.</param>
    /// <param name="options">Limits and manners of that; lines are never indented.</param>
    /// <param name="onError">What becomes of a record that is damaged, or that the convention refuses.</param>
    /// <param name="report">Is told of those that are left out.</param>
    /// <param name="maxLength">How many bytes a line may have.</param>
    public RecordLines(ElementPathPattern path, MappingConvention? convention, MappingOptions? options, RecordErrorPolicy onError, Action<DamagedRecord>? report, int maxLength)
    {
        _paths = new ElementPathMatcher([path]);
        _states.Push(_paths.Start);
        _sink = new JsonSink(_line, (convention ?? JsonConvention.Default).ForLines, (options ?? MappingOptions.Default) with { Indented = false });
        _sink.AddUpReports(_reports.Total);
        _onError = onError;
        _report = onError == RecordErrorPolicy.Report ? report : null;
        _maxLength = maxLength;
    }

    /// <summary>The lines that wait, each whole; valid until the next event.</summary>
    public ReadOnlyMemory<byte> Lines => _lines.Written;

    /// <summary>Why the source was stopped for good; <see langword="null"/> as long as it may go on.</summary>
    public MappingException? Failure { get; private set; }

    /// <summary>How many records were written.</summary>
    public long Written { get; private set; }

    /// <summary>How many were left out.</summary>
    public long Damaged { get; private set; }

    /// <summary>What was wrong with the first of those.</summary>
    public Exception? FirstError { get; private set; }

    /// <summary>What all records written have lost.</summary>
    public MappingReport Report => _reports.Total;

    /// <summary>Forgets <see cref="Lines"/>, which were passed on.</summary>
    public void DropLines() => _lines.Clear();

    /// <inheritdoc/>
    public int AncestorCount => _states.Count - 1;

    /// <inheritdoc/>
    public int OpenInRecord => _inRecord + _inRefused;

    /// <inheritdoc/>
    public bool IsBetweenRecords => OpenInRecord == 0 && _elsewhere == 0;

    /// <inheritdoc/>
    public bool IsRecord(in XmlName name)
    {
        _paths.Enter(_states.Peek(), in name, out var isMatch);
        return isMatch;
    }

    /// <inheritdoc/>
    public void Damage(XmlSyntaxException error, TextPosition start)
    {
        if (OpenInRecord == 0)
        {
            _position = start;
            _count++;
        }

        TakeBack(error);
        _inRecord = _inRefused = 0;
    }

    /// <inheritdoc/>
    public void EndDamaged(long end)
    {
        Damaged++;
        FirstError ??= _damage;
        var error = _damage!;
        _damage = null;
        _report?.Invoke(new DamagedRecord(_count - 1, _position, end, error));
    }

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        if (_inRecord == 0)
        {
            StartOutside(in name, attributes);
            return;
        }

        _inRecord++;
        Pass(in name, attributes);
    }

    public void EndElement(scoped in XmlName name)
    {
        if (_inRecord == 0)
        {
            EndOutside();
            return;
        }

        try
        {
            _sink.EndElement(in name);
            _scope.End();
            if (_inRecord == 1)
            {
                _sink.EndDocument();
            }
        }
        catch (MappingException error)
        {
            Refuse(error);
            EndOutside();
            return;
        }

        _inRecord--;
        if (_inRecord == 0)
        {
            EndRecord();
        }
        else
        {
            CheckLength();
        }
    }

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (_inRecord == 0)
        {
            CharactersOutside(text);
            return;
        }

        try
        {
            _sink.Characters(text, kind);
        }
        catch (MappingException error)
        {
            Refuse(error);
            return;
        }

        CheckLength();
    }

    /// <summary>Gives memory back.</summary>
    public void Dispose()
    {
        _sink.Dispose();
        _lines.Dispose();
        _line.Dispose();
    }

    private void StartRecord(scoped in XmlName name, scoped AttributeList attributes)
    {
        _count++;
        _inRecord = 1;
        _position = _locator!.Position;
        _scope.Begin();
        _sink.StartDocument(new DocumentStart(_locator));
        Pass(in name, attributes);
    }

    private void Pass(scoped in XmlName name, scoped AttributeList attributes)
    {
        try
        {
            if (_scope.Start(in name, attributes))
            {
                _sink.StartElement(in name, _scope.Attributes);
            }
            else
            {
                _sink.StartElement(in name, attributes);
            }
        }
        catch (MappingException error)
        {
            Refuse(error);
            return;
        }

        CheckLength();
    }

    private void EndRecord()
    {
        if (_line.Length > _maxLength)
        {
            _inRecord = 1;
            Refuse(TooLong());
            EndOutside();
            return;
        }

        _lines.Write(_line.Written.Span);
        _lines.Write("\n"u8);
        _line.Clear();
        _reports.Add(_sink.Report);
        Written++;
        if (_lines.Length >= BatchSize)
        {
            _locator!.Stop();
        }
    }

    // The JSON writer passes its bytes on in pieces, so this is not to the byte: at the record's end it is.
    private void CheckLength()
    {
        if (_line.Length > _maxLength)
        {
            Refuse(TooLong());
        }
    }

    private MappingException TooLong() => new(
        MappingErrorCode.BufferLimit,
        $"The record's line is longer than JsonLinesOptions.MaxLineLength allows ({_maxLength} bytes).",
        _position,
        _locator!.ElementPath);

    // What the convention cannot express is well-formed all the same: its events are left alone up to its end.
    private void Refuse(MappingException error)
    {
        TakeBack(error);
        _inRefused = _inRecord;
        _inRecord = 0;
        if (_onError == RecordErrorPolicy.Fail)
        {
            Failure = error;
            _locator!.Stop();
        }
    }

    // The first error is the one that counts.
    private void TakeBack(Exception error)
    {
        _damage ??= error;
        _line.Clear();
    }
}
