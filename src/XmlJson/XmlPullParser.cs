using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson;

/// <summary>
/// Is fed a document in pieces, builds a tree of it, and says which elements have come: Python's <c>XMLPullParser</c>. For a stream there is <see cref="Xml.IterParse"/>.
/// </summary>
/// <remarks>
/// <para>The elements said can be read, cleared, moved and removed while the tree grows; what comes later goes where it belongs all the same. <see cref="Element.Clear"/> makes the tree small,
/// for whoever walks it, but not the document: about 24 bytes for each node, and the text, are kept until the document is disposed. What is too large for that is read record
/// by record, in the memory of one: see <see cref="Xml.LoadEach(Stream, string, RecordOptions?)"/>.</para>
/// <para>Comments outside the root element, the document type and namespace declarations are kept in the document as by <see cref="Xml.Load(Stream, XmlParserOptions?)"/>.</para>
/// </remarks>
public sealed class XmlPullParser : IDisposable
{
    private readonly Utf8XmlParser _parser;
    private readonly ElementEventKinds _events;
    private ElementEventQueue? _queue;

    /// <summary>Makes a parser for one document.</summary>
    /// <param name="events">What it says.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="events"/> has something that is no kind of event.</exception>
    public XmlPullParser(ElementEventKinds events = ElementEventKinds.End, XmlParserOptions? options = null)
    {
        if ((events & ~ElementEventKinds.All) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(events), events, "There is no such kind of event.");
        }

        _events = events;
        _parser = new Utf8XmlParser(options);
    }

    /// <summary>Whether comments stand in the tree, as they do by default. They are said, if that was chosen, in any case.</summary>
    public bool KeepComments { get; init; } = true;

    /// <summary>Whether processing instructions stand in the tree, as they do by default. They are said, if that was chosen, in any case.</summary>
    public bool KeepProcessingInstructions { get; init; } = true;

    /// <summary>The document as far as it has come: it is the caller's, to be disposed when its elements are not needed any more.</summary>
    public Document Document => Queue.Document;

    private ElementEventQueue Queue => _queue ??= new ElementEventQueue(_events) { KeepComments = KeepComments, KeepProcessingInstructions = KeepProcessingInstructions };

    /// <summary>Reads on, with the next piece of the document.</summary>
    /// <param name="bytes">The piece, cut anywhere; the encoding is recognised (XML 1.0 appendix F).</param>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit; the events before that can still be read.</exception>
    /// <exception cref="InvalidOperationException">The document is complete or was refused, or was begun as text.</exception>
    /// <exception cref="ObjectDisposedException">The parser or the document was disposed.</exception>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        var queue = Queue;
        _parser.Feed(bytes, ref queue);
    }

    /// <summary>Reads on, with the next piece of the document as text. An encoding that it declares is ignored.</summary>
    /// <param name="text">The piece, cut anywhere, even within a surrogate pair.</param>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit; the events before that can still be read.</exception>
    /// <exception cref="InvalidOperationException">The document is complete or was refused, or was begun as bytes.</exception>
    /// <exception cref="ObjectDisposedException">The parser or the document was disposed.</exception>
    public void Feed(ReadOnlySpan<char> text)
    {
        var queue = Queue;
        _parser.Feed(text, ref queue);
    }

    /// <summary>Says that the input has ended, and reads what is left of it: Python's <c>close</c>. The last events can be read then.</summary>
    /// <returns>The document, which is the caller's.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="InvalidOperationException">The document is complete already or was refused.</exception>
    /// <exception cref="ObjectDisposedException">The parser or the document was disposed.</exception>
    public Document Complete()
    {
        var queue = Queue;
        _parser.Complete(ref queue);
        return Document;
    }

    /// <summary>Takes the next event that has come.</summary>
    /// <param name="next">The event.</param>
    /// <returns>Whether there was one: if not, feed more.</returns>
    public bool TryRead(out ElementEvent next) => Queue.TryTake(out next);

    /// <summary>Takes the events that have come and those that come meanwhile: each is given once, whoever asks. Python's <c>read_events</c>.</summary>
    public IEnumerable<ElementEvent> ReadEvents()
    {
        while (TryRead(out var next))
        {
            yield return next;
        }
    }

    /// <summary>Gives the parser's memory back. The document is not disposed, and events that have come can still be read.</summary>
    public void Dispose() => _parser.Dispose();
}
