using System.Xml;
using XmlJson.Text;

namespace XmlJson;

/// <summary>Drives a handler from an <see cref="XmlReader"/>, with the events that <c>Utf8XmlParser</c> gives for the same document; so whatever that reader does on the way, such as validating, applies.</summary>
/// <remarks>
/// <para>A reader that was not read from yet is read to its end. A reader that stands on an element is read to the end of this element, which is then the document, as
/// <see cref="XmlReader.ReadSubtree"/> gives it: declarations from outside that names in it need are added where they are needed, and the reader is left on the element's end. One that stands on other markup outside the root element is read from there to its end.</para>
/// <para>What the reader does not report gives no event: comments it ignores, white space it drops. A reader of a fragment gives as many elements as it has, and text between them; not every
/// handler takes that. White space outside the root element of a document gives no event, as with the parser. Entities that the reader leaves unexpanded give
/// <see cref="IContentHandler.SkippedEntity"/>.</para>
/// <para>Errors in the document are the reader's own: <see cref="XmlException"/>, and <see cref="System.Xml.Schema.XmlSchemaException"/> where it validates, pass unchanged. Its columns count UTF-16
/// units, and it knows no byte offsets, no attribute types but those of a schema, and no difference between an empty internal subset and none. It is neither closed nor disposed.</para>
/// <para>What System.Xml's readers do otherwise than the parser stays as it is. White space in element content is <see cref="TextKind.Text"/>. An external entity without a resolver expands to
/// nothing, and no event tells. Behind a parameter entity that was not read, attribute declarations still count; a reference to an entity that only an unread part may declare is an error (XML 1.0
/// §4.1, §5.1). Parameter entities must nest properly, which is but a validity constraint (§2.8). Names are those of the fourth edition, and version 1.1 is refused. Some malformed documents pass:
/// with something behind <c>1.0</c> in the version, a colon in an entity's name, an element with the prefix <c>xmlns</c>, or a declared encoding that contradicts the byte order mark. White space
/// inside a tag takes time in the square of its length.</para>
/// <para>Text is read in chunks where the reader can do that (<see cref="XmlReader.CanReadValueChunk"/>): memory stays small however long it is, and no strings are made.</para>
/// </remarks>
public sealed partial class XmlReaderSource
{
    private readonly XmlReader _reader;
    private readonly ReaderText _text = new();
    private readonly XmlReaderLocator _locator;
    private Need _need = Need.Node;
    private bool _isBroken;

    /// <summary>Makes a source of a reader that stands outside of all elements, or on the one that is to be reported as a document.</summary>
    /// <param name="reader">The reader, which nobody else may move until the document has ended.</param>
    /// <exception cref="ArgumentException">The reader stands inside an element, but on none.</exception>
    public XmlReaderSource(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.ReadState == ReadState.Interactive)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                reader = reader.ReadSubtree();
            }
            else if (reader.Depth > 0)
            {
                throw new ArgumentException("The reader stands neither on an element nor outside of all elements.", nameof(reader));
            }
            else
            {
                _need = Need.Nothing;
                _hasNode = true;
            }
        }

        var names = new XmlNames();
        _reader = reader;
        _names = new ReaderNames(names);
        _attributes = new AttributeBuffer(names);
        _locator = new XmlReaderLocator(reader);
        _keepsOuterSpace = reader.Settings?.ConformanceLevel == ConformanceLevel.Fragment;
        _readsChunks = reader.CanReadValueChunk;
    }

    // What must be asked of the reader before the next event: the only thing that differs between synchronous and asynchronous reading.
    private enum Need : byte
    {
        Nothing,
        Node,
        Value,
        Chunk,
    }

    /// <summary>Reads on until the document ends or a handler stops it; after a stop, call again to go on.</summary>
    /// <typeparam name="THandler">The handler's type; calls to a struct are inlined.</typeparam>
    /// <param name="handler">Gets the events.</param>
    /// <returns>Whether the document has ended.</returns>
    /// <exception cref="XmlException">The document is not well-formed, or the reader refuses it.</exception>
    /// <exception cref="XmlSyntaxException">The reader gave half of a surrogate pair.</exception>
    /// <exception cref="InvalidOperationException">The document has ended before, or an exception has broken it off.</exception>
    public ParseStatus Parse<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (typeof(THandler).IsValueType)
        {
            return Run(ref handler);
        }

        var reference = (IContentHandler?)ClassArgument.Read(ref handler);
        ArgumentNullException.ThrowIfNull(reference, nameof(handler));
        var wrapped = new HandlerReference(reference);
        return Run(ref wrapped);
    }

    /// <inheritdoc cref="Parse{THandler}(ref THandler)"/>
    public ParseStatus Parse<THandler>(THandler handler)
        where THandler : class, IContentHandler
        => Parse(ref handler);

    /// <inheritdoc cref="Parse{THandler}(ref THandler)"/>
    /// <param name="handler">Gets the events; a struct cast to the interface keeps its state in the box.</param>
    /// <param name="cancellationToken">Ends the reading between two nodes.</param>
    /// <returns>A task that tells whether the document has ended.</returns>
    /// <exception cref="InvalidOperationException">The document has ended before, an exception has broken it off, or the reader was made without <see cref="XmlReaderSettings.Async"/>.</exception>
    public async Task<ParseStatus> ParseAsync(IContentHandler handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handler);
        cancellationToken.ThrowIfCancellationRequested();
        var reference = new HandlerReference(handler);
        Begin();
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (_need)
            {
                case Need.Node:
                    _hasNode = await _reader.ReadAsync().ConfigureAwait(false);
                    break;
                case Need.Value:
                    _text.SetValue(await _reader.GetValueAsync().ConfigureAwait(false));
                    break;
                case Need.Chunk:
                    _text.SetChunk(await _reader.ReadValueChunkAsync(_text.Chars, _text.Start, _text.Free).ConfigureAwait(false));
                    break;
            }

            _need = Advance(ref reference);
        }
        while (!_locator.StopRequested && _step != Step.Ended);
        return End();
    }

    private ParseStatus Run<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        Begin();
        do
        {
            switch (_need)
            {
                case Need.Node:
                    _hasNode = _reader.Read();
                    break;
                case Need.Value:
                    _text.SetValue(_reader.Value);
                    break;
                case Need.Chunk:
                    _text.SetChunk(_reader.ReadValueChunk(_text.Chars, _text.Start, _text.Free));
                    break;
            }

            _need = Advance(ref handler);
        }
        while (!_locator.StopRequested && _step != Step.Ended);
        return End();
    }

    // Until End has run, something has gone wrong.
    private void Begin()
    {
        if (_isBroken || _step == Step.Ended)
        {
            throw new InvalidOperationException(_isBroken ? "An earlier exception has broken off the document, or a handler calls the source that is calling it." : "The document has ended.");
        }

        _isBroken = true;
        _locator.StopRequested = false;
    }

    private ParseStatus End()
    {
        _isBroken = false;
        return _step == Step.Ended ? ParseStatus.Completed : ParseStatus.Stopped;
    }
}
