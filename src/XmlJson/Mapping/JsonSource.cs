using System.Runtime.InteropServices;
using System.Text.Json;
using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>Reads JSON and reports it as an XML document, by a <see cref="MappingConvention"/>: a source that drives any handler.</summary>
/// <remarks>
/// <para>One source reads one text at a time and any number one after another; its memory and its names are kept. Whatever the JSON holds, the events are those of a well-formed document with
/// namespaces: no key or value can become markup.</para>
/// <para>Attributes must be known before their element begins, so a part of the text, <see cref="MappingOptions.MaxLookAhead"/>, is read ahead. Memory is that, one token, and the distinct keys.</para>
/// <para>The input is UTF-8; a byte order mark is skipped. Not safe for use by several threads at once.</para>
/// </remarks>
public sealed class JsonSource : IDisposable
{
    private const int InitialBuffer = 32 * 1024;

    private readonly MappingConvention _convention;
    private readonly MappingOptions _options;
    private readonly LossRecorder _losses;
    private readonly EventTape _tape = new();
    private readonly StreamWindow _window = new();
    private JsonUnmapper _unmapper;
    private EventReplay _replay;
    private JsonReaderState _state;
    private InputCursor _cursor;

    // Whether more than comments has come.
    private bool _hasValue;
    private bool _isReading;
    private bool _isDisposed;

    /// <summary>Makes a source that reads any number of texts, one after the other, by one convention.</summary>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners; <see cref="MappingOptions.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The convention contradicts itself.</exception>
    public JsonSource(MappingConvention? convention = null, MappingOptions? options = null)
    {
        _options = options ?? MappingOptions.Default;
        _losses = new LossRecorder(_options);
        _convention = convention ?? JsonConvention.Default;
        _unmapper = _convention.CreateReader(_tape, _options, _losses);
        _replay = new EventReplay(_tape, _unmapper.Names, _options, _losses);
    }

    /// <summary>What the convention dropped or changed in the text read last.</summary>
    public MappingReport Report => _losses.Report;

    /// <summary>Reads a JSON text and reports it, as the convention has it, as an XML document.</summary>
    /// <param name="json">The text, whole.</param>
    /// <param name="handler">Is given the events.</param>
    /// <returns><see cref="ParseStatus.Completed"/>, or <see cref="ParseStatus.Stopped"/> when the handler asked for it.</returns>
    /// <exception cref="JsonException">The text is not JSON (RFC 8259). Events may have been given before.</exception>
    /// <exception cref="MappingException">The JSON cannot be XML under the convention, or a limit is reached.</exception>
    /// <exception cref="InvalidOperationException">A handler called this while the source was reading.</exception>
    public ParseStatus Parse<THandler>(ReadOnlySpan<byte> json, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (typeof(THandler).IsValueType)
        {
            return ParseSpan(json, ref handler);
        }

        var reference = Wrap(ref handler, out var textElements);
        return ParseSpan(json, ref reference, textElements);
    }

    /// <inheritdoc cref="Parse{THandler}(ReadOnlySpan{byte}, ref THandler)"/>
    /// <param name="json">A stream with the text; read to its end, not closed.</param>
    /// <param name="handler">Is given the events.</param>
    public ParseStatus Parse<THandler>(Stream json, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(json);
        if (typeof(THandler).IsValueType)
        {
            return ParseStream(json, ref handler);
        }

        var reference = Wrap(ref handler, out var textElements);
        return ParseStream(json, ref reference, textElements);
    }

    /// <inheritdoc cref="Parse{THandler}(ReadOnlySpan{byte}, ref THandler)"/>
    /// <param name="json">A value of a document that is not disposed.</param>
    /// <param name="handler">Is given the events.</param>
    public ParseStatus Parse<THandler>(JsonElement json, ref THandler handler)
        where THandler : IContentHandler, allows ref struct => Parse(JsonMarshal.GetRawUtf8Value(json), ref handler);

    /// <inheritdoc cref="Parse{THandler}(ReadOnlySpan{byte}, ref THandler)"/>
    public ParseStatus Parse(ReadOnlySpan<byte> json, IContentHandler handler) => Parse<IContentHandler>(json, ref handler);

    /// <inheritdoc cref="Parse{THandler}(Stream, ref THandler)"/>
    public ParseStatus Parse(Stream json, IContentHandler handler) => Parse<IContentHandler>(json, ref handler);

    /// <inheritdoc cref="Parse{THandler}(JsonElement, ref THandler)"/>
    public ParseStatus Parse(JsonElement json, IContentHandler handler) => Parse<IContentHandler>(json, ref handler);

    /// <summary>Reads a JSON text as it arrives, without blocking a thread, and reports what has come.</summary>
    /// <param name="json">A stream with the text; read to its end, not closed.</param>
    /// <param name="handler">Is given the events.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns><see cref="ParseStatus.Completed"/>, or <see cref="ParseStatus.Stopped"/> when the handler asked for it.</returns>
    /// <exception cref="JsonException">The text is not JSON (RFC 8259). Events may have been given before.</exception>
    /// <exception cref="MappingException">The JSON cannot be XML under the convention, or a limit is reached.</exception>
    /// <exception cref="InvalidOperationException">A handler called this while the source was reading.</exception>
    /// <exception cref="ObjectDisposedException">The source was disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ParseStatus> ParseAsync(Stream json, IContentHandler handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(handler);
        var reference = new HandlerReference(handler);
        Begin(handler as ITextElementHandler);
        using var window = _window.Begin(InitialBuffer);
        try
        {
            while (true)
            {
                while (window.WantsMore)
                {
                    window.Added(await json.ReadAsync(window.Room, cancellationToken).ConfigureAwait(false));
                }

                if (Advance(window, ref reference) is { } status)
                {
                    return status;
                }
            }
        }
        finally
        {
            _isReading = false;
            _replay.Forget();
        }
    }

    /// <summary>Whether the source reads by this convention and these options.</summary>
    internal bool Reads(MappingConvention convention, MappingOptions options) => ReferenceEquals(_convention, convention) && _options.Equals(options);

    /// <summary>Lets go of all that belongs to a caller and to the text read last.</summary>
    /// <returns>Whether the source is of further use; if not, it must be disposed.</returns>
    internal bool TryForget()
    {
        _losses.Forget();
        return !_isReading && !_convention.AsksCaller && !_unmapper.IsSpent && !_tape.IsLarge;
    }

    /// <summary>Gives the pooled memory back; the source cannot read any more, its report can be read.</summary>
    public void Dispose()
    {
        if (!_isDisposed && !_isReading)
        {
            _isDisposed = true;
            _tape.Dispose();
        }
    }

    private static HandlerReference Wrap<THandler>(ref THandler handler, out ITextElementHandler? textElements)
        where THandler : IContentHandler, allows ref struct
    {
        var reference = (IContentHandler?)ClassArgument.Read(ref handler);
        ArgumentNullException.ThrowIfNull(reference, nameof(handler));
        textElements = reference as ITextElementHandler;
        return new HandlerReference(reference);
    }

    private ParseStatus ParseSpan<THandler>(ReadOnlySpan<byte> json, ref THandler handler, ITextElementHandler? textElements = null)
        where THandler : IContentHandler, allows ref struct
    {
        Begin(textElements);
        try
        {
            var mark = json.StartsWith("\uFEFF"u8) ? 3 : 0;
            _cursor.Offset = mark;
            return Read(json[mark..], isFinal: true, ref handler, out _) ?? Complete(ref handler);
        }
        finally
        {
            _isReading = false;
            _replay.Forget();
        }
    }

    private ParseStatus ParseStream<THandler>(Stream json, ref THandler handler, ITextElementHandler? textElements = null)
        where THandler : IContentHandler, allows ref struct
    {
        Begin(textElements);
        using var window = _window.Begin(InitialBuffer);
        try
        {
            while (true)
            {
                while (window.WantsMore)
                {
                    window.Added(json.Read(window.Room.Span));
                }

                if (Advance(window, ref handler) is { } status)
                {
                    return status;
                }
            }
        }
        finally
        {
            _isReading = false;
            _replay.Forget();
        }
    }

    // Reads what is in the window; null when more is needed.
    private ParseStatus? Advance<THandler>(StreamWindow window, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (window.IsAtStart && window.Unread.StartsWith("\uFEFF"u8))
        {
            window.Use(3);
            _cursor.Offset = 3;
        }

        var status = Read(window.Unread, window.HasEnded, ref handler, out var used);
        if (status is null)
        {
            _cursor.Pass(window.Unread[..used]);
            window.Use(used);
            status = window.HasEnded ? Complete(ref handler) : null;
        }

        return status;
    }

    private void Begin(ITextElementHandler? textElements)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isReading)
        {
            throw new InvalidOperationException("The source is reading: a handler may not use the source that calls it. Use another one.");
        }

        _isReading = true;
        _tape.Clear();
        if (_unmapper.IsSpent)
        {
            _unmapper = _convention.CreateReader(_tape, _options, _losses);
            _replay = new EventReplay(_tape, _unmapper.Names, _options, _losses);
        }

        _unmapper.Begin();
        _replay.Begin(textElements);
        _cursor = InputCursor.AtStart;
        _hasValue = false;
        _state = new JsonReaderState(new JsonReaderOptions
        {
            CommentHandling = _convention.UsesJsonComments ? JsonCommentHandling.Allow : JsonCommentHandling.Disallow,
            // The convention refuses one level before the reader would.
            MaxDepth = Math.Min(_options.MaxDepth, int.MaxValue - 2) + 1,
        });
    }

    // Returns Stopped, or null when all that could be read was.
    private ParseStatus? Read<THandler>(ReadOnlySpan<byte> json, bool isFinal, ref THandler handler, out int used)
        where THandler : IContentHandler, allows ref struct
    {
        var reader = new Utf8JsonReader(json, isFinal, _state);
        used = 0;
        _tape.InputLength = json.Length;
        try
        {
            while (_unmapper.Take(ref reader, _cursor.Offset))
            {
                // The value's end, if not more, is always decided when it is taken.
                _hasValue |= reader.TokenType != JsonTokenType.Comment;
                _losses.Place = _replay;
                if (!_replay.Run(ref handler))
                {
                    return ParseStatus.Stopped;
                }

                _losses.Place = _unmapper;
                if (_tape.Compact() is > 0 and var moved)
                {
                    _unmapper.Moved(moved);
                }
            }
        }
        catch (MappingException error) when (_losses.IsOwn(error) && error.Position.ByteOffset >= _cursor.Offset)
        {
            // What waited on the tape while the window moved on has its byte offset alone.
            throw new MappingException(error.Code, error.Description, _cursor.PositionIn(json, (int)(error.Position.ByteOffset - _cursor.Offset)), error.Path, error);
        }
        catch (JsonException error) when (error.LineNumber is null && ReferenceEquals(_losses.Place, _unmapper))
        {
            var position = _cursor.PositionIn(json, (int)reader.TokenStartIndex);
            throw new JsonException($"{error.Message} LineNumber: {position.Line - 1} | BytePositionInLine: {_cursor.BytesInLine(json, (int)reader.TokenStartIndex)}.", null, position.Line - 1, _cursor.BytesInLine(json, (int)reader.TokenStartIndex), error);
        }

        if (isFinal && !_hasValue)
        {
            ThrowNoValue(json);
        }

        used = (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return null;
    }

    // RFC 8259 §2: a text is one value. A reader that allows comments is content with those.
    private void ThrowNoValue(ReadOnlySpan<byte> json)
    {
        var end = _cursor.PositionIn(json, json.Length);
        var inLine = _cursor.BytesInLine(json, json.Length);
        throw new JsonException($"There is no JSON value, only comments. LineNumber: {end.Line - 1} | BytePositionInLine: {inLine}.", null, end.Line - 1, inLine);
    }

    private ParseStatus Complete<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        handler.EndDocument();
        return _replay.Locator.StopRequested ? ParseStatus.Stopped : ParseStatus.Completed;
    }
}
