using System.Buffers;
using System.Text.Json;
using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>What a <see cref="JsonSink"/> writes with. One waits on each thread, with the convention and options last used there: small documents then cost no more than what is in them.</summary>
internal sealed class JsonWriting
{
    [ThreadStatic]
    private static JsonWriting? s_waiting;

    private readonly MappingConvention _convention;
    private readonly MappingOptions _options;
    private readonly Utf8JsonWriter _writer;

    // Null when the writer is the caller's.
    private readonly StreamBuffer? _buffer;
    private bool _isToStream;

    private JsonWriting(MappingConvention convention, MappingOptions options, Utf8JsonWriter? writer)
    {
        _convention = convention;
        _options = options;
        _buffer = writer is null ? new StreamBuffer() : null;
        _writer = writer ?? new Utf8JsonWriter(_buffer!, WriterOptions(options));
        Losses = new LossRecorder(options);
        Mapper = convention.CreateWriter(_writer, options, Losses);
    }

    /// <summary>What is lost.</summary>
    public LossRecorder Losses { get; }

    /// <summary>What the events are told.</summary>
    public JsonMapper Mapper { get; private set; }

    /// <summary>Writes by the caller's writer.</summary>
    public static JsonWriting Make(Utf8JsonWriter writer, MappingConvention? convention, MappingOptions? options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return new JsonWriting(convention ?? JsonConvention.Default, options ?? MappingOptions.Default, writer);
    }

    /// <summary>Writes to a stream.</summary>
    public static JsonWriting Rent(Stream output, MappingConvention? convention, MappingOptions? options)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!output.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written to.", nameof(output));
        }

        var writing = Rent(convention, options);
        writing._isToStream = true;
        writing._buffer!.Stream = output;
        return writing;
    }

    /// <summary>Writes to a buffer.</summary>
    public static JsonWriting Rent(IBufferWriter<byte> output, MappingConvention? convention, MappingOptions? options)
    {
        ArgumentNullException.ThrowIfNull(output);
        var writing = Rent(convention, options);
        writing._isToStream = false;
        writing._writer.Reset(output);
        return writing;
    }

    /// <summary>Begins a document. What waits of one that was broken off is forgotten.</summary>
    public void Begin()
    {
        if (_buffer is not null)
        {
            _buffer.Clear();
            _writer.Reset();
        }

        if (Mapper.IsSpent)
        {
            Mapper.Release();
            Mapper = _convention.CreateWriter(_writer, _options, Losses);
        }
    }

    /// <summary>Passes on what waits of a document that has ended.</summary>
    public void End()
    {
        if (_isToStream)
        {
            _buffer!.Drain();
        }
    }

    /// <summary>Waits for the next sink on this thread, or gives its memory back.</summary>
    /// <param name="isWhole">Whether no document was broken off.</param>
    public void Return(bool isWhole)
    {
        if (_buffer is null || !isWhole || Mapper.IsSpent || _convention.AsksCaller)
        {
            Release();
            return;
        }

        // Objects that belong to a caller are not kept alive.
        _buffer.Stream = Stream.Null;
        _writer.Reset(_buffer);
        Mapper.Forget();
        Losses.Forget();
        s_waiting?.Release();
        s_waiting = this;
    }

    private static JsonWriting Rent(MappingConvention? convention, MappingOptions? options)
    {
        convention ??= JsonConvention.Default;
        options ??= MappingOptions.Default;
        if (s_waiting is { } waiting && ReferenceEquals(waiting._convention, convention) && waiting._options.Equals(options))
        {
            s_waiting = null;
            return waiting;
        }

        return new JsonWriting(convention, options, null);
    }

    private void Release()
    {
        Mapper.Release();
        _buffer?.Dispose();
    }

    private static JsonWriterOptions WriterOptions(MappingOptions options) => new()
    {
        // What is written is escaped before: see JsonOutput.
        Encoder = RawJsonEncoder.Instance,
        Indented = options.Indented,
        MaxDepth = Math.Max(1, options.MaxDepth),
        NewLine = "\n",
        SkipValidation = true,
    };
}
