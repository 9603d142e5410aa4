namespace XmlJson;

/// <summary>
/// Tells a handler where the current event stands, and lets it end the parse: SAX's <c>Locator</c>. Asking costs time; not asking costs nothing.
/// </summary>
/// <remarks>Meaningful only inside an event of the parse that gave it out, on the thread that runs it.</remarks>
public abstract class Locator
{
    /// <summary>A locator for a source that knows no positions, such as a tree; it can still be asked to stop.</summary>
    /// <returns>A new locator: <see cref="StopRequested"/> belongs to one parse.</returns>
    public static Locator CreateUnknown() => new UnknownLocator();

    /// <summary>Where the current event begins: for an element its <c>&lt;</c>, for text its first character.</summary>
    public abstract TextPosition Position { get; }

    /// <summary>The open elements from the root to the current one, as <c>/catalog/book/title</c>; <c>/</c> outside the root element.</summary>
    public abstract string ElementPath { get; }

    /// <summary>How many elements are open: at a start tag and at its end tag the element itself is one of them, so the root element is at 1.</summary>
    public abstract int Depth { get; }

    /// <summary>The URI that relative references at the current event are relative to: of the document, or of the external entity whose text it stands in. Null where it is not known (SAX's <c>getSystemId</c>).</summary>
    public virtual string? BaseUri => null;

    /// <summary>The name of the entity whose text the current event stands in, the innermost one; null in the document itself. In a document type definition <c>%</c> and the name of a parameter entity, or <c>[dtd]</c> for the external subset.</summary>
    public virtual string? EntityName => null;

    /// <summary>The name of the encoding that the document is read in, as <see cref="System.Text.Encoding.WebName"/> has it; null where there is none, as for text, or it is not known yet (SAX2's <c>Locator2.getEncoding</c>).</summary>
    public virtual string? Encoding => null;

    /// <summary>At the end of an element: the number of bytes before the first one behind it; -1 where <see cref="TextPosition.ByteOffset"/> is.</summary>
    internal virtual long EventEnd => -1;

    /// <summary>At the start of a document: all bytes of it, where they are read and stay until the call that reads them returns; empty when they come in pieces or from another encoding.</summary>
    internal virtual ReadOnlySpan<byte> Input => [];

    /// <summary>Whether <see cref="Stop"/> was called.</summary>
    public bool StopRequested { get; internal set; }

    /// <summary>
    /// Ends the parse after the current event, without an exception: the source returns <see cref="ParseStatus.Stopped"/>.
    /// A source that can be resumed goes on with the next event when asked to. Asked for inside a document type definition, it ends behind that.
    /// </summary>
    public void Stop() => StopRequested = true;

    private sealed class UnknownLocator : Locator
    {
        public override TextPosition Position => TextPosition.Unknown;

        public override string ElementPath => "/";

        public override int Depth => 0;
    }
}
