using XmlJson.Text;

namespace XmlJson;

/// <summary>
/// Reads XML 1.0 (fifth edition) with Namespaces in XML 1.0 from UTF-8 bytes, checks that it is well-formed, and reports it to a handler: SAX's <c>XMLReader</c>, as a push parser.
/// </summary>
/// <remarks>
/// <para>One parser reads one document at a time and any number one after another; its memory and its names are kept, so a parser that is reused allocates nothing.
/// Each <c>Parse</c> begins a new document. With <see cref="Feed{THandler}(ReadOnlySpan{byte}, ref THandler)"/> and <see cref="Complete"/> the input may come in any pieces; call <see cref="Reset"/> before the next document.</para>
/// <para>Other encodings are recognised by byte order mark and declaration (XML 1.0 appendix F) and transcoded on the way in. Nothing outside the input is ever opened.</para>
/// <para>Not safe for use by several threads at once. After an exception, from the input or from the handler, the parser is faulted until it is reset.</para>
/// </remarks>
public sealed partial class Utf8XmlParser : IDisposable
{
    private readonly XmlParserOptions _options;
    private readonly ParserLocator _locator;
    private readonly NamespaceScope _scope;
    private readonly InputWindow _window = new();
    private XmlNames _names;
    private AttributeBuffer _attributes;
    private Phase _phase;
    private bool _running;
    private bool _awaitsInput;

    private NameLimit _nameLimit;
    private bool _disposed;

    /// <summary>Makes a parser for any number of documents, one after the other, which are read by the same options.</summary>
    /// <param name="options">How to read; <see cref="XmlParserOptions.Default"/> when null.</param>
    public Utf8XmlParser(XmlParserOptions? options = null)
    {
        _options = options ?? XmlParserOptions.Default;
        _longestPlainTag = Math.Min(_options.MaxMarkupLength, _options.MaxAttributeLength);
        _locator = new ParserLocator(this);
        _scope = new NamespaceScope(_options.Namespaces ? XmlNames.NoNamespace : -1);
        _names = new XmlNames();
        _attributes = new AttributeBuffer(_names, AttributeBuffer.UsualRows);
        GrowPlans(XmlNames.EmptyName);
        Reset();
    }

    private enum Phase : byte
    {
        /// <summary>Nothing read: the encoding and the XML declaration come first.</summary>
        Start,

        /// <summary>Before the root element.</summary>
        Prolog,

        /// <summary>In the root element, or at its start tag.</summary>
        Content,

        /// <summary>In a CDATA section.</summary>
        CData,

        /// <summary>Behind the root element.</summary>
        Epilog,

        /// <summary>The document has ended.</summary>
        Done,

        /// <summary>An exception ended the parse.</summary>
        Faulted,
    }

    internal XmlParserOptions Options => _options;

    /// <summary>Whether nobody can resume: then what is left of an input is not kept when a handler stops.</summary>
    internal bool IsForOneCall { get; set; }

    private bool IsGivenUp => IsForOneCall && _exit == Exit.Stopped;

    /// <summary>How the last call returned, for those who look later than at the call.</summary>
    public ParseStatus Status { get; private set; }

    /// <summary>Reads a whole document from memory, after forgetting whatever was read or fed before.</summary>
    /// <param name="document">The document; read where it is.</param>
    /// <param name="handler">Is given the events.</param>
    /// <returns><see cref="ParseStatus.Completed"/>, or <see cref="ParseStatus.Stopped"/> when the handler asked for it; then <see cref="Resume{THandler}(ref THandler)"/> goes on.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="InvalidOperationException">A handler called this while the parser was reading.</exception>
    public ParseStatus Parse<THandler>(ReadOnlySpan<byte> document, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        Reset();
        if (typeof(THandler).IsValueType)
        {
            return ReadDocument(document, ref handler);
        }

        var reference = Wrap(ref handler);
        return ReadDocument(document, ref reference);
    }

    /// <summary>Reads on, with the next piece of the document.</summary>
    /// <param name="bytes">The piece; cut anywhere, even empty. What cannot be used yet is copied.</param>
    /// <param name="handler">Is given the events that are complete.</param>
    /// <returns><see cref="ParseStatus.NeedsInput"/>, or <see cref="ParseStatus.Stopped"/> when the handler asked for it; then <see cref="Resume{THandler}(ref THandler)"/>, or the next piece, goes on.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="InvalidOperationException">The document is complete or faulted and the parser was not reset, or a handler called this while the parser was reading.</exception>
    public ParseStatus Feed<THandler>(ReadOnlySpan<byte> bytes, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (typeof(THandler).IsValueType)
        {
            return FeedBytes(bytes, ref handler);
        }

        var reference = Wrap(ref handler);
        return FeedBytes(bytes, ref reference);
    }

    /// <summary>Says that the input has ended, and reads what is left of it.</summary>
    /// <param name="handler">Is given the last events.</param>
    /// <returns><see cref="ParseStatus.Completed"/>, or <see cref="ParseStatus.Stopped"/> when the handler asked for it; then calling this again goes on.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="InvalidOperationException">The document is complete or faulted and the parser was not reset, or a handler called this while the parser was reading.</exception>
    public ParseStatus Complete<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (typeof(THandler).IsValueType)
        {
            return CompleteInput(ref handler);
        }

        var reference = Wrap(ref handler);
        return CompleteInput(ref reference);
    }

    /// <summary>Goes on after a handler stopped the parse, with the input given so far.</summary>
    /// <param name="handler">Is given the events.</param>
    /// <returns>What the call that was stopped would have returned.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="InvalidOperationException">The parser was not stopped, or a handler called this while the parser was reading.</exception>
    public ParseStatus Resume<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (Status != ParseStatus.Stopped)
        {
            throw new InvalidOperationException("The parser was not stopped, so there is nothing to resume.");
        }

        return _inputEnded ? Complete(ref handler) : Feed(ReadOnlySpan<byte>.Empty, ref handler);
    }

    /// <summary>Forgets the document, whole or not, and makes ready for the next; memory and names are kept.</summary>
    /// <exception cref="InvalidOperationException">A handler called this while the parser was reading.</exception>
    /// <exception cref="ObjectDisposedException">The parser was disposed.</exception>
    public void Reset()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ThrowIfRunning();
        ForgetManyNames();
        TrimMemory();
        _nameLimit = new NameLimit(_options.MaxNames, _names.Total);
        _phase = Phase.Start;
        Status = ParseStatus.NeedsInput;
        _locator.StopRequested = false;
        _scope.Reset();
        ResetInput();
        ResetContent();
        ResetDeclarations();
    }

    /// <summary>Gives the memory back. Names that events handed out stay valid. Does nothing when a handler calls it while the parser is reading.</summary>
    public void Dispose()
    {
        if (_disposed || _running)
        {
            return;
        }

        _disposed = true;
        if (_awaitsInput)
        {
            // A stream still writes there.
            _window.Abandon();
        }
        else
        {
            _window.Dispose();
        }
    }

    private static HandlerReference Wrap<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var reference = (IContentHandler?)ClassArgument.Read(ref handler);
        ArgumentNullException.ThrowIfNull(reference, nameof(handler));
        return new HandlerReference(reference);
    }

    private void ThrowIfRunning()
    {
        if (_awaitsInput)
        {
            throw new InvalidOperationException("The parser waits for input: its asynchronous parse has not ended. Use another parser.");
        }

        if (_running)
        {
            throw new InvalidOperationException("The parser is reading: a handler may not use the parser that calls it. Use another parser.");
        }
    }

    // A parser that lives long must not keep every name it ever met, and what it kept must not count against the limit on names.
    private void ForgetManyNames()
    {
        if (_names.IsLarge || _names.Total > _options.MaxNames / 32)
        {
            _names = new XmlNames();
            _attributes = new AttributeBuffer(_names, AttributeBuffer.UsualRows);
            _plans = [];
            _guesses.Clear();
            GrowPlans(XmlNames.EmptyName);
        }
    }
}
