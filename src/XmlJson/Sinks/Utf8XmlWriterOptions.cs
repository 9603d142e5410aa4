namespace XmlJson;

/// <summary>How <see cref="Utf8XmlWriter"/> writes. What is written has the same text under all options but <see cref="ReplaceWhiteSpace"/>.</summary>
public sealed record Utf8XmlWriterOptions
{
    /// <summary>The options used when none are given.</summary>
    public static Utf8XmlWriterOptions Default { get; } = new();

    /// <summary>
    /// Whether tags, comments and processing instructions begin new lines, indented by their depth, where that changes no text: in elements that have none of their own. Off by default.
    /// </summary>
    /// <remarks>
    /// <para>An element that has text, a CDATA section or an entity reference among its children is written as it is, and so are the elements in it, however far behind the text comes;
    /// so is what <c>xml:space="preserve"</c> governs (XML 1.0 §2.10). White space is text: a document that is indented already keeps its own indentation, unless <see cref="ReplaceWhiteSpace"/> is on.</para>
    /// <para>Whether an element has text is known at its end. Up to <see cref="IndentLookAhead"/> bytes are held back for it; an element that is longer gets no lines of its own, and the elements in it
    /// are looked at one by one. Levels beyond the hundredth are indented as that one is.</para>
    /// </remarks>
    public bool Indented { get; init; }

    /// <summary>The character that indents: a space, the default, or a tab.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is another character.</exception>
    public char IndentCharacter
    {
        get;
        init => field = value is ' ' or '\t' ? value : throw new ArgumentOutOfRangeException(nameof(value), "A space or a tab indents.");
    } = ' ';

    /// <summary>How many characters one level is indented by, from 0 to 127; 2 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int IndentSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 127);
            field = value;
        }
    } = 2;

    /// <summary>What ends the lines that the writer makes: a line feed, the default, or a carriage return and a line feed. Line ends in text and comments are written as they are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is something else.</exception>
    public string NewLine
    {
        get;
        init => field = value is "\n" or "\r\n" ? value : throw new ArgumentOutOfRangeException(nameof(value), "A line ends with a line feed, or a carriage return and one.");
    } = "\n";

    /// <summary>
    /// Whether <see cref="Indented"/> also replaces white space that is all the text there is between two tags, comments or processing instructions, in elements that have children and no other text.
    /// Off by default: it is text, and only who knows the document can say that it means nothing. Not replaced is what <c>xml:space="preserve"</c> governs, what stands in a CDATA section, and
    /// the carriage return, which stands in no document but as a reference.
    /// </summary>
    public bool ReplaceWhiteSpace { get; init; }

    /// <summary>How many bytes are held back, at most, until it is known whether an element has text; 1 MB by default. Memory in use is a small multiple of it. Only with <see cref="Indented"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int IndentLookAhead
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1024 * 1024;

    /// <summary>How an element without content is written: <c>&lt;br/&gt;</c> by default.</summary>
    public EmptyElementStyle EmptyElements { get; init; }

    /// <summary>Whether an XML declaration is written: by default exactly when the source had one.</summary>
    public XmlDeclarationStyle Declaration { get; init; }

    /// <summary>
    /// Whether what is written is no document but a piece of one: any number of elements and text, at any place. An XML declaration is then left out, and a document
    /// type declaration is refused; several documents' events may follow each other, or come inside an element.
    /// </summary>
    public bool IsFragment { get; init; }

    /// <summary>
    /// Whether attributes that were not in the source's tag but added because their default is declared are written; on by default, since who reads the output may not read the declaration.
    /// </summary>
    public bool WriteDefaultAttributes { get; init; } = true;

    /// <summary>
    /// How many bytes may wait before they are passed on unasked, 16 KB by default. A <see cref="Stream"/> is then written to synchronously; a writer that must not do so is given
    /// <see cref="int.MaxValue"/> and flushed by <see cref="Utf8XmlWriter.FlushAsync"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int BufferSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 16 * 1024;
}
