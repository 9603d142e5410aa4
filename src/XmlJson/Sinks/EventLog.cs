using System.Buffers;
using System.Globalization;
using System.Text;

namespace XmlJson;

/// <summary>Writes one readable line for each event. Pieces of one run of text share a line, so the log does not depend on how the input was cut.</summary>
/// <remarks>
/// <code>
/// document version="1.0" encoding="UTF-8"
/// doctype catalog system="catalog.dtd"
/// start catalog {urn:books} xmlns="urn:books"
/// text "\n  "
/// start book {urn:books} id="bk101"
/// cdata "XML &amp; JSON"
/// end book
/// comment " the end "
/// pi target "data"
/// skipped entity
/// end catalog
/// end-document
/// </code>
/// <para>A name in a namespace is followed by the namespace's name in braces, for attributes too, except for those that declare a namespace; an attribute that was added by default is followed
/// by <c>(default)</c>. White space that a DTD makes ignorable is <c>whitespace</c>. In quotes a backslash begins an escape: <c>\n \r \t \" \\</c>, <c>\u{…}</c>
/// for other control characters, line and paragraph separators and the byte order mark, <c>\x{…}</c> for a byte that is no UTF-8; so every event is exactly one line, ended by a line feed.</para>
/// <para>Lines are passed on when some kilobytes wait, at the end of the document, and by <see cref="Flush"/> and <see cref="Dispose"/>: dispose the log to see the last events before an error.</para>
/// </remarks>
/// <exception cref="ObjectDisposedException">From any event: the log was disposed.</exception>
public sealed class EventLog : IContentHandler, IDisposable
{
    private const int Threshold = 4096;

    private readonly bool _positions;
    private readonly StringWriter? _ownText;
    private OutputBuffer _output;
    private Locator? _locator;
    private bool _isDisposed;
    private TextKind? _openText;

    /// <summary>Makes a log that collects its lines: see <see cref="ToString"/>.</summary>
    /// <param name="positions">Whether each line begins with the event's line and column, as <c>12:5</c>; the first piece's for text.</param>
    public EventLog(bool positions = false)
        : this(new StringWriter(CultureInfo.InvariantCulture), positions)
    {
        _ownText = (StringWriter)_output.Target;
    }

    /// <summary>Makes a log that writes to a text writer, which stays open.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="positions">Whether each line begins with the event's line and column, as <c>12:5</c>; the first piece's for text.</param>
    public EventLog(TextWriter output, bool positions = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = new OutputBuffer(output, Threshold);
        _positions = positions;
    }

    /// <summary>Makes a log that writes UTF-8.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="positions">Whether each line begins with the event's line and column, as <c>12:5</c>; the first piece's for text.</param>
    public EventLog(IBufferWriter<byte> output, bool positions = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = new OutputBuffer(output, Threshold);
        _positions = positions;
    }

    /// <inheritdoc/>
    public void StartDocument(scoped DocumentStart document)
    {
        _locator = document.Locator;
        BeginLine("document"u8);
        if (document.HasDeclaration)
        {
            WriteField(" version="u8, document.Version);
            if (!document.Encoding.IsEmpty)
            {
                WriteField(" encoding="u8, document.Encoding);
            }

            if (document.Standalone is { } standalone)
            {
                WriteField(" standalone="u8, standalone ? "yes"u8 : "no"u8);
            }
        }

        EndLine();
    }

    /// <inheritdoc/>
    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        BeginLine("doctype "u8);
        _output.Write(documentType.Name);
        if (documentType.HasPublicId)
        {
            WriteField(" public="u8, documentType.PublicId);
        }

        if (documentType.HasSystemId)
        {
            WriteField(" system="u8, documentType.SystemId);
        }

        if (documentType.HasInternalSubset)
        {
            WriteField(" subset="u8, documentType.InternalSubset);
        }

        EndLine();
    }

    /// <inheritdoc/>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        BeginLine("start "u8);
        WriteName(in name);
        foreach (var attribute in attributes)
        {
            _output.Write((byte)' ');
            if (attribute.IsNamespaceDeclaration)
            {
                _output.Write(attribute.Name.Qualified);
            }
            else
            {
                WriteName(attribute.Name);
            }

            WriteField("="u8, attribute.Value);
            if (!attribute.IsSpecified)
            {
                _output.Write(" (default)"u8);
            }
        }

        EndLine();
    }

    /// <inheritdoc/>
    public void EndElement(scoped in XmlName name)
    {
        BeginLine("end "u8);
        _output.Write(name.Qualified);
        EndLine();
    }

    /// <inheritdoc/>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (_openText != kind)
        {
            BeginLine(kind switch
            {
                TextKind.CData => "cdata \""u8,
                TextKind.WhiteSpace => "whitespace \""u8,
                _ => "text \""u8,
            });
            _openText = kind;
        }

        EventLogEscaper.Write(ref _output, text);
    }

    /// <inheritdoc/>
    public void StartCData()
    {
        BeginLine("cdata \""u8);
        _openText = TextKind.CData;
    }

    /// <inheritdoc/>
    public void EndCData() => EndText();

    /// <inheritdoc/>
    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        BeginLine("comment"u8);
        WriteField(" "u8, text);
        EndLine();
    }

    /// <inheritdoc/>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        BeginLine("pi "u8);
        _output.Write(target);
        WriteField(" "u8, data);
        EndLine();
    }

    /// <inheritdoc/>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        BeginLine("skipped "u8);
        _output.Write(name);
        EndLine();
    }

    /// <inheritdoc/>
    public void EndDocument()
    {
        BeginLine("end-document"u8);
        EndLine();
        _output.Drain();
    }

    /// <summary>Ends a line of text that is open and passes on every line written so far. Text that goes on after this begins a line of its own.</summary>
    public void Flush()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        EndText();
        _output.Drain();
        (_output.Target as TextWriter)?.Flush();
    }

    /// <summary>Flushes the log and gives its memory back; the writer it writes to stays open.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            if (!_output.HasFailed)
            {
                Flush();
            }

            _output.Release();
            _isDisposed = true;
        }
    }

    /// <summary>The lines so far, of a log that collects them; the type's name for a log that writes elsewhere.</summary>
    public override string ToString()
    {
        if (_ownText is null)
        {
            return nameof(EventLog);
        }

        if (!_isDisposed)
        {
            Flush();
        }

        return _ownText.ToString();
    }

    private void BeginLine(scoped ReadOnlySpan<byte> keyword)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        EndText();
        if (_positions)
        {
            WritePosition();
        }

        _output.Write(keyword);
    }

    private void EndLine() => _output.Write((byte)'\n');

    private void EndText()
    {
        if (_openText is not null)
        {
            _output.Write("\"\n"u8);
            _openText = null;
        }
    }

    private void WritePosition()
    {
        var position = _locator?.Position ?? TextPosition.Unknown;
        _output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{position} ")));
    }

    private void WriteName(scoped in XmlName name)
    {
        _output.Write(name.Qualified);
        if (!name.NamespaceUri.IsEmpty)
        {
            _output.Write(" {"u8);
            EventLogEscaper.Write(ref _output, name.NamespaceUri);
            _output.Write((byte)'}');
        }
    }

    private void WriteField(scoped ReadOnlySpan<byte> label, scoped ReadOnlySpan<byte> value)
    {
        _output.Write(label);
        _output.Write((byte)'"');
        EventLogEscaper.Write(ref _output, value);
        _output.Write((byte)'"');
    }
}
