using System.Buffers;
using System.Text.Json;

namespace XmlJson.Mapping;

/// <summary>Writes a document as JSON, by a <see cref="MappingConvention"/>: a handler to be driven by any source.</summary>
/// <remarks>
/// <para>One sink writes one document at a time and any number one after another. JSON is passed on as it is finished; what must wait, and how much memory that takes, is the convention's matter.
/// What was written before an exception is incomplete and stays written.</para>
/// <para>Strings are escaped as RFC 8259 §7 requires and no further: do not paste the JSON into HTML unescaped, or give a <see cref="Utf8JsonWriter"/> with an encoder for that.</para>
/// </remarks>
public sealed class JsonSink : IContentHandler, IDisposable
{
    private readonly JsonWriting _writing;
    private JsonMapper? _mapper;
    private MappingReport? _report;
    private bool _isInDocument;

    /// <summary>Makes a sink that writes to a stream, which stays open. It is flushed into, never itself flushed.</summary>
    /// <param name="output">Where the JSON goes, as UTF-8 without a byte order mark.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners; <see cref="MappingOptions.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The convention contradicts itself, or the stream cannot be written to.</exception>
    public JsonSink(Stream output, MappingConvention? convention = null, MappingOptions? options = null)
        : this(JsonWriting.Rent(output, convention, options))
    {
    }

    /// <summary>Makes a sink that writes to a buffer.</summary>
    /// <inheritdoc cref="JsonSink(Stream, MappingConvention?, MappingOptions?)"/>
    public JsonSink(IBufferWriter<byte> output, MappingConvention? convention = null, MappingOptions? options = null)
        : this(JsonWriting.Rent(output, convention, options))
    {
    }

    /// <summary>Makes a sink that writes one value by a writer that is the caller's, with its options.</summary>
    /// <param name="writer">Writes the JSON. It is flushed, and stays usable. Its own depth limit should not be below <see cref="MappingOptions.MaxDepth"/>.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners; <see cref="MappingOptions.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The convention contradicts itself.</exception>
    public JsonSink(Utf8JsonWriter writer, MappingConvention? convention = null, MappingOptions? options = null)
        : this(JsonWriting.Make(writer, convention, options))
    {
    }

    private JsonSink(JsonWriting writing)
    {
        _writing = writing;
        _mapper = writing.Mapper;
    }

    // What waits for another sink is no longer this one's.
    private JsonMapper Mapper => _mapper ?? throw new ObjectDisposedException(nameof(JsonSink));

    /// <summary>What the convention dropped or changed in the document being written, or written last.</summary>
    public MappingReport Report => _report ?? _writing.Losses.Report;

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The sink was disposed; so for every event.</exception>
    public void StartDocument(scoped DocumentStart document)
    {
        ObjectDisposedException.ThrowIf(_mapper is null, this);
        _writing.Begin();
        _isInDocument = true;
        _mapper = _writing.Mapper;
        _mapper.StartDocument(document);
    }

    /// <inheritdoc/>
    /// <exception cref="MappingException">The convention cannot express the document, or a limit is reached; so for every event.</exception>
    public void DocumentType(scoped DocumentTypeDeclaration documentType) => Mapper.DocumentType(documentType);

    /// <inheritdoc/>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Mapper.StartElement(in name, attributes);

    /// <inheritdoc/>
    public void EndElement(scoped in XmlName name) => Mapper.EndElement(in name);

    /// <inheritdoc/>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Mapper.Characters(text, kind);

    /// <inheritdoc/>
    public void StartCData() => Mapper.StartCData();

    /// <inheritdoc/>
    public void EndCData() => Mapper.EndCData();

    /// <inheritdoc/>
    public void Comment(scoped ReadOnlySpan<byte> text) => Mapper.Comment(text);

    /// <inheritdoc/>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => Mapper.ProcessingInstruction(target, data);

    /// <inheritdoc/>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => Mapper.SkippedEntity(name);

    /// <inheritdoc/>
    public void EndDocument()
    {
        Mapper.EndDocument();
        _writing.End();
        _isInDocument = false;
    }

    /// <summary>All reports are added to a sum and not kept.</summary>
    internal void AddUpReports(MappingReport sum) => _writing.Losses.AddUp(sum);

    /// <summary>Gives memory back. Nothing is written: a document that did not end stays incomplete.</summary>
    public void Dispose()
    {
        if (_mapper is not null)
        {
            _mapper = null;
            _report = _writing.Losses.Report;
            _writing.Return(isWhole: !_isInDocument);
        }
    }
}
