using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>
/// Builds a document call by call, as a parser would: Python's <c>TreeBuilder</c>. The elements can be read and changed while it grows. Events of a source are kept faster by a
/// <see cref="DocumentBuilder"/>, and said one by one by an <see cref="XmlPullParser"/>.
/// </summary>
/// <remarks>
/// <para>A namespace gets the prefix that <see cref="ElementTreeExtensions.RegisterNamespace"/> gave it on <see cref="Document"/>, and otherwise is the default one of the element, or
/// <c>ns0</c> and so on of an attribute. Attributes <c>xmlns</c> and <c>xmlns:…</c> declare namespaces.</para>
/// <para>Each call takes time by what it is given, however deep or wide the document is. A builder is used once.</para>
/// </remarks>
public sealed class TreeBuilder
{
    private readonly GrowingTree _tree = new();
    private bool _isClosed;

    /// <summary>Whether comments stand in the tree, as they do by default: Python's <c>insert_comments</c>, which is off.</summary>
    public bool KeepComments { get; init; } = true;

    /// <summary>Whether processing instructions stand in the tree, as they do by default: Python's <c>insert_pis</c>, which is off.</summary>
    public bool KeepProcessingInstructions { get; init; } = true;

    /// <summary>The document as far as it has come: it is the caller's, to be disposed when it is not needed any more, whether it was closed or not.</summary>
    public Document Document => _tree.Document;

    /// <summary>Begins an element in the one that is open, or the root element.</summary>
    /// <param name="tag">Its name, with its namespace in braces if it is in one.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <returns>The element, which is in its place.</returns>
    /// <exception cref="ArgumentException">A name is no name, or a value holds what XML does not allow. Nothing was begun.</exception>
    /// <exception cref="InvalidOperationException">The root element has ended, or the document was closed.</exception>
    public Element Start(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        ThrowIfClosed();
        if (_tree.Depth == 0 && Document.RootRow != 0)
        {
            throw new InvalidOperationException($"'{tag}' cannot stand beside the root element: there is one (XML 1.0 §2.1 [1]).");
        }

        var element = Document.MakeElement(tag, attributes);
        _tree.Start(element.RowIndex);
        return element;
    }

    /// <summary>Ends the element that began last and is open.</summary>
    /// <param name="tag">Its name, with its namespace in braces if it is in one.</param>
    /// <returns>The element.</returns>
    /// <exception cref="InvalidOperationException">Another one is open, or none; or the document was closed.</exception>
    public Element End(string tag)
    {
        ThrowIfClosed();
        if (_tree.Depth == 0)
        {
            throw new InvalidOperationException($"'{tag}' cannot end: no element is open.");
        }

        var element = new Element(Document, _tree.Open);
        if (element.Tag != tag)
        {
            throw new InvalidOperationException($"'{tag}' cannot end: '{element.Tag}' is open.");
        }

        _tree.End();
        return element;
    }

    /// <summary>Adds text: to the open element's before its first child, or to the tail of its last child. White space outside the root element is passed over.</summary>
    /// <param name="data">The text, as it is to be read: nothing is escaped here. A run of text may come in any number of pieces.</param>
    /// <exception cref="ArgumentException">It holds what XML does not allow (XML 1.0 §2.2 [2]), such as half of a surrogate pair.</exception>
    /// <exception cref="InvalidOperationException">No element is open, and this is no white space; or the document was closed.</exception>
    public void Data(ReadOnlySpan<char> data)
    {
        ThrowIfClosed();
        if (_tree.Depth == 0)
        {
            if (data.ContainsAnyExcept(" \t\r\n"))
            {
                throw new InvalidOperationException("There can be no text beside the root element (XML 1.0 §2.1 [1]).");
            }

            return;
        }

        Document.CheckCharacters(data);
        if (!data.IsEmpty)
        {
            using var bytes = new Utf8Buffer(data, stackalloc byte[Utf8Buffer.TypicalLength]);
            _tree.AddText(NodeKind.Text, bytes.Bytes);
        }
    }

    /// <summary>Adds a comment to the element that is open, or beside the root element.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>The comment, which stands nowhere unless <see cref="KeepComments"/> is on.</returns>
    /// <exception cref="ArgumentException">It holds what XML does not allow, <c>--</c>, or a hyphen at its end.</exception>
    /// <exception cref="InvalidOperationException">The document was closed.</exception>
    public Element Comment(string text)
    {
        ThrowIfClosed();
        return Add(Document.MakeComment(text), KeepComments);
    }

    /// <summary>Adds a processing instruction to the element that is open, or beside the root element.</summary>
    /// <param name="target">Its target.</param>
    /// <param name="text">Its data.</param>
    /// <returns>The processing instruction, which stands nowhere unless <see cref="KeepProcessingInstructions"/> is on.</returns>
    /// <exception cref="ArgumentException">The target is no name or is <c>xml</c>; or the data hold what XML does not allow, or <c>?&gt;</c>.</exception>
    /// <exception cref="InvalidOperationException">The document was closed.</exception>
    public Element ProcessingInstruction(string target, string text = "")
    {
        ThrowIfClosed();
        return Add(Document.MakeProcessingInstruction(target, text), KeepProcessingInstructions);
    }

    /// <summary>Says that the document is complete, which ends the building; nothing can be added by this any more.</summary>
    /// <returns>The root element.</returns>
    /// <exception cref="InvalidOperationException">An element is open, there was none, or this was called already.</exception>
    public Element Close()
    {
        ThrowIfClosed();
        if (_tree.Depth > 0)
        {
            throw new InvalidOperationException($"The element '{new Element(Document, _tree.Open).Tag}' is still open.");
        }

        var root = Document.Root;
        _isClosed = true;
        return root;
    }

    private Element Add(Element element, bool keep)
    {
        if (keep)
        {
            _tree.Add(element.RowIndex);
        }

        return element;
    }

    private void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw new InvalidOperationException("The document was closed.");
        }
    }
}
