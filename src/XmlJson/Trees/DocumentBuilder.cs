namespace XmlJson.Trees;

/// <summary>A sink that keeps all events as a <see cref="Document"/>. It may be used for one document after the other.</summary>
/// <remarks>
/// Nothing is lost but what does not matter: pieces of text are joined. The XML declaration, the document type declaration, comments, processing instructions, CDATA sections,
/// entities that were not expanded, prefixes, namespace declarations and the order of attributes are all kept.
/// </remarks>
public sealed class DocumentBuilder : IContentHandler, IDisposable
{
    private readonly ReadOnlyMemory<byte> _source;
    private Document? _document;
    private NameMap? _names;
    private bool _isComplete;

    // The open element; its children so far end with this one, 0 when there are none.
    private int _open;
    private int _last;

    // The text that the next piece belongs to; 0 when it begins a new one.
    private int _text;

    /// <summary>Makes a builder whose documents hold copies of all text, so that the input may go.</summary>
    public DocumentBuilder()
    {
    }

    /// <summary>Makes a builder whose document refers to the bytes that are parsed, wherever text and values stand in them unchanged, instead of copying.</summary>
    /// <param name="source">The bytes that a parser will read the events from; they must not change as long as the document is in use. Anything else is copied as usual.</param>
    public DocumentBuilder(ReadOnlyMemory<byte> source) => _source = source;

    /// <summary>Whether comments are kept, as they are by default. Without them the text before and after one is joined: Python's <c>TreeBuilder(insert_comments=False)</c>.</summary>
    public bool KeepComments { get; init; } = true;

    /// <summary>Whether processing instructions are kept, as they are by default: Python's <c>TreeBuilder(insert_pis=…)</c>.</summary>
    public bool KeepProcessingInstructions { get; init; } = true;

    /// <summary>Whether the source is parsed by one call, which no handler stops: then a copy of it that the parser reads stays where it is.</summary>
    internal bool ReadsSourceAtOnce { get; init; }

    /// <summary>The document that is being built.</summary>
    internal Document Target => _document ?? throw NotStarted();

    /// <summary>The row of the innermost open element; the document's when none is.</summary>
    internal int OpenRow => _open;

    private NameMap Names => _names ?? throw NotStarted();

    /// <summary>Hands the document over: its memory is the caller's to dispose now.</summary>
    /// <exception cref="InvalidOperationException">No document has ended since the last call.</exception>
    public Document TakeDocument()
    {
        if (!_isComplete)
        {
            throw new InvalidOperationException("There is no complete document: EndDocument has not come, or the document was taken already.");
        }

        var document = Target;
        _document = null;
        _isComplete = false;
        ReturnNames();
        return document;
    }

    /// <summary>Goes on elsewhere in the document.</summary>
    /// <param name="open">The element that what comes next belongs to; the document's row for none.</param>
    /// <param name="last">Its last child; 0 for none.</param>
    internal void GoOn(int open, int last)
    {
        _open = open;
        _last = last;
        _text = 0;
    }

    /// <summary>Releases the document, unless it was taken.</summary>
    public void Dispose()
    {
        _document?.Dispose();
        _document = null;
        _isComplete = false;
        ReturnNames();
    }

    /// <inheritdoc/>
    public void StartDocument(scoped DocumentStart document)
    {
        Dispose();
        _names ??= NameMap.Rent();
        _document = new Document(_names.Begin());
        _document.SetDeclaration(document);
        if (!_source.IsEmpty)
        {
            _document.KeepSource(_source);
            if (ReadsSourceAtOnce)
            {
                _document.ReadFrom(document.Locator.Input);
            }
        }

        _open = _last = _text = 0;
    }

    /// <inheritdoc/>
    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        var record = Target.StoreDocumentType(documentType);
        Append(NodeKind.DocumentType, Target.Names.Add(documentType.Name), record.Start, record.Length);
    }

    /// <inheritdoc/>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        var first = 0;
        if (attributes.Count > 0)
        {
            first = Target.AddAttributes(attributes, Names, Target.NextRow);
        }

        Target.AddRow(out var row).Set(NodeKind.Element, Names[in name], _open, next: 0, _last, 0, first);
        _open = row;
        _last = _text = 0;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No element is open.</exception>
    public void EndElement(scoped in XmlName name)
    {
        var row = _open;
        if (row == 0)
        {
            throw new InvalidOperationException("No element is open that could end.");
        }

        ref var element = ref Target.RecentNode(row);
        CloseList(row, ref element);
        element.Next = Target.NextRow;
        _open = element.Parent;
        _last = row;
        _text = 0;
    }

    /// <inheritdoc/>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (_text != 0)
        {
            ref var open = ref Target.RecentNode(_text);
            if (open.Kind == KindOf(kind))
            {
                open.Text = Target.ExtendText(open.Text, text);
                return;
            }
        }

        _text = Append(KindOf(kind), 0, Target.StoreBytes(text), text.Length);
    }

    /// <inheritdoc/>
    public void StartCData() => _text = Append(NodeKind.CData, 0, 0, 0);

    /// <inheritdoc/>
    public void EndCData() => _text = 0;

    /// <inheritdoc/>
    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        if (KeepComments)
        {
            Append(NodeKind.Comment, 0, Target.StoreBytes(text), text.Length);
        }
    }

    /// <inheritdoc/>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        if (KeepProcessingInstructions)
        {
            Append(NodeKind.ProcessingInstruction, Target.Names.Add(target), Target.StoreBytes(data), data.Length);
        }
    }

    /// <inheritdoc/>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => Append(NodeKind.EntityReference, Target.Names.Add(name), 0, 0);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Elements are still open.</exception>
    public void EndDocument()
    {
        if (_open != 0)
        {
            throw new InvalidOperationException($"The element '{Target.Names.NameOf(Target.Node(_open).Name)}' is still open.");
        }

        CloseList(Document.DocumentRow, ref Target.Node(Document.DocumentRow));
        Target.EndReading();
        _isComplete = true;
    }

    /// <summary>The kind of node that text of a kind becomes.</summary>
    internal static NodeKind KindOf(TextKind kind) => kind switch
    {
        TextKind.Text => NodeKind.Text,
        TextKind.WhiteSpace => NodeKind.WhiteSpace,
        _ => NodeKind.CData,
    };

    private static InvalidOperationException NotStarted() => new("StartDocument comes first.");

    // What comes next stands behind it, unless nothing does: its parent's end tells.
    private int Append(NodeKind kind, int name, int fifth, int sixth)
    {
        Target.AddRow(out var row).Set(kind, name, _open, next: row + 1, _last, fifth, sixth);
        _last = row;
        _text = 0;
        return row;
    }

    // The first child stands behind its parent, and knows the last one; nothing follows that.
    private void CloseList(int row, ref NodeRow parent)
    {
        if (_last != 0)
        {
            parent.FirstChild = row + 1;
            Target.RecentNode(row + 1).Previous = _last;
            Target.RecentNode(_last).Next = 0;
        }
    }

    private void ReturnNames()
    {
        _names?.Return();
        _names = null;
    }
}
