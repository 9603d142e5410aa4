using System.Buffers;
using System.Text.Json;
using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>Writes a document as JSON, by a <see cref="MappingConvention"/>: a handler to be driven by any source.</summary>
/// <remarks>
/// <para>One sink writes one document at a time and any number one after another. JSON is passed on as it is finished; what must wait, and how much memory that takes, is the convention's matter.
/// What was written before an exception is incomplete and stays written.</para>
/// <para>Strings are escaped as RFC 8259 §7 requires and no further: do not paste the JSON into HTML unescaped, or give a <see cref="Utf8JsonWriter"/> with an encoder for that.</para>
/// </remarks>
public sealed class JsonSink : IContentHandler, IDisposable
{
    private readonly MappingConvention _convention;
    private readonly MappingOptions _options;
    private readonly LossRecorder _losses;
    private JsonMapper _mapper;
    private readonly Utf8JsonWriter _writer;
    private readonly bool _ownsWriter;
    private bool _isDisposed;

    /// <summary>Makes a sink that writes to a stream, which stays open. It is flushed into, never itself flushed.</summary>
    /// <param name="output">Where the JSON goes, as UTF-8 without a byte order mark.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners; <see cref="MappingOptions.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The convention contradicts itself.</exception>
    public JsonSink(Stream output, MappingConvention? convention = null, MappingOptions? options = null)
        : this(new Utf8JsonWriter(output, WriterOptions(options)), convention, options) => _ownsWriter = true;

    /// <summary>Makes a sink that writes to a buffer.</summary>
    /// <inheritdoc cref="JsonSink(Stream, MappingConvention?, MappingOptions?)"/>
    public JsonSink(IBufferWriter<byte> output, MappingConvention? convention = null, MappingOptions? options = null)
        : this(new Utf8JsonWriter(output, WriterOptions(options)), convention, options) => _ownsWriter = true;

    /// <summary>Makes a sink that writes one value by a writer that is the caller's, with its options.</summary>
    /// <param name="writer">Writes the JSON. It is flushed, and stays usable. Its own depth limit should not be below <see cref="MappingOptions.MaxDepth"/>.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners; <see cref="MappingOptions.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The convention contradicts itself.</exception>
    public JsonSink(Utf8JsonWriter writer, MappingConvention? convention = null, MappingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _convention = convention ?? JsonConvention.Default;
        _options = options ?? MappingOptions.Default;
        _writer = writer;
        _losses = new LossRecorder(_options);
        _mapper = _convention.CreateWriter(writer, _options, _losses);
    }

    /// <summary>What the convention dropped or changed in the document being written, or written last.</summary>
    public MappingReport Report => _losses.Report;

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The sink was disposed.</exception>
    public void StartDocument(scoped DocumentStart document)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_ownsWriter)
        {
            _writer.Reset();
        }

        if (_mapper.IsSpent)
        {
            _mapper.Release();
            _mapper = _convention.CreateWriter(_writer, _options, _losses);
        }

        _mapper.StartDocument(document);
    }

    /// <inheritdoc/>
    /// <exception cref="MappingException">The convention cannot express the document, or a limit is reached; so for every event.</exception>
    public void DocumentType(scoped DocumentTypeDeclaration documentType) => _mapper.DocumentType(documentType);

    /// <inheritdoc/>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => _mapper.StartElement(in name, attributes);

    /// <inheritdoc/>
    public void EndElement(scoped in XmlName name) => _mapper.EndElement(in name);

    /// <inheritdoc/>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => _mapper.Characters(text, kind);

    /// <inheritdoc/>
    public void StartCData() => _mapper.StartCData();

    /// <inheritdoc/>
    public void EndCData() => _mapper.EndCData();

    /// <inheritdoc/>
    public void Comment(scoped ReadOnlySpan<byte> text) => _mapper.Comment(text);

    /// <inheritdoc/>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => _mapper.ProcessingInstruction(target, data);

    /// <inheritdoc/>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => _mapper.SkippedEntity(name);

    /// <inheritdoc/>
    public void EndDocument() => _mapper.EndDocument();

    /// <summary>Gives memory back. Nothing is written: a document that did not end stays incomplete.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _mapper.Release();
        }
    }

    private static JsonWriterOptions WriterOptions(MappingOptions? options) => new()
    {
        Encoder = JsonTextEncoder.Instance,
        Indented = options?.Indented ?? false,
        MaxDepth = Math.Max(1, (options ?? MappingOptions.Default).MaxDepth),
        NewLine = "\n",
        SkipValidation = true,
    };
}
