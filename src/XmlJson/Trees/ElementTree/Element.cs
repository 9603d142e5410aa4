using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>
/// An element with the members of Python's ElementTree: a tag, attributes, the text before its first child, the tail after its own end, and children by index. It is a handle: copies mean
/// the same element, and making one costs nothing.
/// </summary>
/// <remarks>
/// <para>Comments and processing instructions are elements, too, with a tag of their own, as with Python's <c>TreeBuilder(insert_comments=True, insert_pis=True)</c> and in lxml; to have them
/// left out as by Python's default, build the document with <see cref="DocumentBuilder.KeepComments"/> off.</para>
/// <para>An element stands in one place: adding it elsewhere moves it, together with its tail. <c>root[0].Text = "x"</c> does not compile (CS1612, since this is a struct): put the element in a
/// variable first. What a method or <c>foreach</c> gives can be assigned to: <c>root.SubElement("a").Text = "x"</c>, <c>root.Find("a")?.Text = "x"</c>.</para>
/// <para>Everything throws <see cref="ObjectDisposedException"/> once the document is disposed.</para>
/// </remarks>
public readonly partial struct Element : IReadOnlyList<Element>, IEquatable<Element>
{
    /// <summary>The tag of comments: no element can have it.</summary>
    public const string CommentTag = "<!---->";

    /// <summary>The tag of processing instructions: no element can have it.</summary>
    public const string ProcessingInstructionTag = "<??>";

    private readonly Document? _document;
    private readonly int _row;

    internal Element(Document document, int row)
    {
        _document = document;
        _row = row;
    }

    /// <summary>The document that the element belongs to, whether it stands in its tree or not.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Element)</c>.</exception>
    public Document Document => _document ?? throw new InvalidOperationException("This is default(Element), which is no element of any document.");

    /// <summary>
    /// The name with its namespace in braces before it: <c>{http://www.w3.org/1999/xhtml}body</c>; without braces when it is in none. The same string each time.
    /// Setting it renames the element; a new namespace gets the prefix it has here, or else becomes the default one.
    /// </summary>
    /// <exception cref="ArgumentException">The name set is no name.</exception>
    /// <exception cref="InvalidOperationException">A comment or processing instruction would be renamed.</exception>
    public string Tag
    {
        get => Row.Kind switch
        {
            NodeKind.Element => Document.Names.TagOf(Row.Name),
            NodeKind.Comment => CommentTag,
            _ => ProcessingInstructionTag,
        };

        set
        {
            RequireElement("be renamed");
            var name = Document.AddTag(value, _row, isAttribute: false);
            Document.Edit();
            Row.Rename(name);
        }
    }

    /// <summary>The name as events have it; an empty one for comments, the target for processing instructions.</summary>
    public XmlName Name => Document.Names.NameOf(Row.Name);

    /// <summary>Whether this is a comment.</summary>
    public bool IsComment => Row.Kind == NodeKind.Comment;

    /// <summary>Whether this is a processing instruction.</summary>
    public bool IsProcessingInstruction => Row.Kind == NodeKind.ProcessingInstruction;

    internal int RowIndex => _row;

    private ref NodeRow Row => ref Document.Node(_row);

    /// <summary>Whether both handles mean the same element of the same document, not merely an equal one.</summary>
    public static bool operator ==(Element left, Element right) => left.Equals(right);

    /// <summary>Whether the handles mean different elements, which may be equal.</summary>
    public static bool operator !=(Element left, Element right) => !left.Equals(right);

    /// <summary>Makes a deep copy that stands nowhere; the tail is not copied.</summary>
    public Element Copy() => new(Document, Document.Copy(Document, _row, deep: true));

    /// <summary>Reports the element and all under it as the events of a document: see <see cref="Document.WriteTo{THandler}(ref THandler)"/>. Namespaces in use are declared anew; the tail is left out.</summary>
    /// <typeparam name="THandler">The handler's type; pass classes to the other overload.</typeparam>
    /// <param name="handler">What receives the events.</param>
    /// <returns>Whether the handler stopped it.</returns>
    /// <exception cref="InvalidOperationException">A prefix is used, but neither declared nor in a namespace.</exception>
    public ParseStatus WriteTo<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct => Document.WriteTo(_row, ref handler);

    /// <inheritdoc cref="WriteTo{THandler}(ref THandler)"/>
    public ParseStatus WriteTo(IContentHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return WriteTo(ref handler);
    }

    /// <inheritdoc/>
    public bool Equals(Element other) => ReferenceEquals(_document, other._document) && _row == other._row;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Element other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_document, _row);

    /// <summary>The tag, for people: <c>&lt;Element 'book'&gt;</c>.</summary>
    public override string ToString() => _document is null ? "no element" : $"<Element '{Tag}'>";

    private Element? At(int row) => row == 0 ? null : new Element(Document, row);

    private void RequireElement(string what)
    {
        if (Row.Kind != NodeKind.Element)
        {
            throw new InvalidOperationException($"A {(IsComment ? "comment" : "processing instruction")} cannot {what}.");
        }
    }
}
