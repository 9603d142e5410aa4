using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using XmlJson.ElementTree;

namespace XmlJson;

// A document's elements one by one while it is read.
public static partial class Xml
{
    // Python reads as much at once.
    private const int IterPieceLength = 64 * 1024;

    /// <summary>Reads a document from a stream, which stays open, and says which elements have come as it is walked through: Python's <c>iterparse</c>.</summary>
    /// <param name="document">The stream; it is read as far as the walk goes, and some way ahead.</param>
    /// <param name="events">What is said.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <returns>
    /// The events, for one walk. All elements are of one document, which is the caller's: dispose <see cref="Element.Document"/> of any of them when none is needed any more, or leave it to the
    /// collector. Cleared elements keep some memory: see <see cref="XmlPullParser"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="events"/> has something that is no kind of event.</exception>
    /// <remarks>The walk throws <see cref="XmlSyntaxException"/>, after the events before the fault, when the document is not well-formed or reaches a limit, and <see cref="IOException"/> when the stream cannot be read.</remarks>
    public static IEnumerable<ElementEvent> IterParse(Stream document, ElementEventKinds events = ElementEventKinds.End, XmlParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Walk(document, new XmlPullParser(events, options));

        static IEnumerable<ElementEvent> Walk(Stream document, XmlPullParser parser)
        {
            var piece = new byte[IterPieceLength];
            using (parser)
            {
                int length;
                do
                {
                    length = document.Read(piece);
                    var fault = Advance(parser, piece.AsSpan(0, length));
                    while (parser.TryRead(out var next))
                    {
                        yield return next;
                    }

                    fault?.Throw();
                }
                while (length > 0);
            }
        }
    }

    /// <summary>Reads a document from a stream without blocking a thread and says which elements have come as it is walked through; the stream stays open.</summary>
    /// <param name="document">The stream; it is read as far as the walk goes, and some way ahead.</param>
    /// <param name="events">What is said.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the walk between two reads.</param>
    /// <inheritdoc cref="IterParse"/>
    public static IAsyncEnumerable<ElementEvent> IterParseAsync(
        Stream document, ElementEventKinds events = ElementEventKinds.End, XmlParserOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Walk(document, new XmlPullParser(events, options), cancellationToken);

        static async IAsyncEnumerable<ElementEvent> Walk(Stream document, XmlPullParser parser, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var piece = new byte[IterPieceLength];
            using (parser)
            {
                int length;
                do
                {
                    length = await document.ReadAsync(piece, cancellationToken).ConfigureAwait(false);
                    var fault = Advance(parser, piece.AsSpan(0, length));
                    while (parser.TryRead(out var next))
                    {
                        yield return next;
                    }

                    fault?.Throw();
                }
                while (length > 0);
            }
        }
    }

    // The events before a fault come first.
    private static ExceptionDispatchInfo? Advance(XmlPullParser parser, ReadOnlySpan<byte> piece)
    {
        try
        {
            if (piece.IsEmpty)
            {
                parser.Complete();
            }
            else
            {
                parser.Feed(piece);
            }

            return null;
        }
        catch (XmlSyntaxException fault)
        {
            return ExceptionDispatchInfo.Capture(fault);
        }
    }
}
