using System.Diagnostics;

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

    /// <summary>Makes a builder.</summary>
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

    private Document Target => _document ?? throw NotStarted();

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
        _names = null;
        _isComplete = false;
        return document;
    }

    /// <summary>Releases the document, unless it was taken.</summary>
    public void Dispose()
    {
        _document?.Dispose();
        _document = null;
        _names = null;
        _isComplete = false;
    }

    /// <inheritdoc/>
    public void StartDocument(scoped DocumentStart document)
    {
        Dispose();
        _document = new Document();
        _document.SetDeclaration(document);
        _document.KeepSource(_source);
        _names = new NameMap(_document.Names);
        _open = _last = _text = 0;
    }

    /// <inheritdoc/>
    public void DocumentType(scoped DocumentTypeDeclaration documentType) =>
        Target.Node(Append(NodeKind.DocumentType, Target.Names.Add(documentType.Name))).Text = Target.StoreDocumentType(documentType);

    /// <inheritdoc/>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        var row = Append(NodeKind.Element, Names[in name]);
        if (attributes.Count > 0)
        {
            Target.Node(row).FirstAttribute = AddAttributes(row, attributes);
        }

        _open = row;
        _last = 0;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No element is open.</exception>
    public void EndElement(scoped in XmlName name)
    {
        var row = _open;
        ref var element = ref Target.Node(row);
        if (element.Kind != NodeKind.Element)
        {
            throw new InvalidOperationException("No element is open that could end.");
        }

        CloseList(ref element);
        _open = element.Parent;
        _last = row;
        _text = 0;
    }

    /// <inheritdoc/>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        var document = Target;
        if (_text != 0)
        {
            ref var open = ref document.Node(_text);
            if (open.Kind == KindOf(kind))
            {
                open.Text = document.ExtendText(open.Text, text);
                return;
            }
        }

        var row = Append(KindOf(kind), 0);
        document.Node(row).Text = document.StoreText(text);
        _text = row;
    }

    /// <inheritdoc/>
    public void StartCData() => _text = Append(NodeKind.CData, 0);

    /// <inheritdoc/>
    public void EndCData() => _text = 0;

    /// <inheritdoc/>
    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        if (KeepComments)
        {
            Target.Node(Append(NodeKind.Comment, 0)).Text = Target.StoreText(text);
        }
    }

    /// <inheritdoc/>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        if (KeepProcessingInstructions)
        {
            Target.Node(Append(NodeKind.ProcessingInstruction, Target.Names.Add(target))).Text = Target.StoreText(data);
        }
    }

    /// <inheritdoc/>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => Append(NodeKind.EntityReference, Target.Names.Add(name));

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Elements are still open.</exception>
    public void EndDocument()
    {
        if (_open != 0)
        {
            throw new InvalidOperationException($"The element '{Target.Names.NameOf(Target.Node(_open).Name)}' is still open.");
        }

        CloseList(ref Target.Node(0));
        _isComplete = true;
    }

    private static InvalidOperationException NotStarted() => new("StartDocument comes first.");

    private static NodeKind KindOf(TextKind kind) => kind switch
    {
        TextKind.Text => NodeKind.Text,
        TextKind.WhiteSpace => NodeKind.WhiteSpace,
        _ => NodeKind.CData,
    };

    private int Append(NodeKind kind, int name)
    {
        var document = Target;
        var row = document.AddNode(kind, name);
        ref var node = ref document.Node(row);
        node.Parent = _open;
        if (_last == 0)
        {
            document.Node(_open).FirstChild = row;
            node.Previous = row;
        }
        else
        {
            document.Node(_last).Next = row;
            node.Previous = _last;
        }

        _last = row;
        _text = 0;
        return row;
    }

    // The first child knows the last one; that is put right once, when the last one is known.
    private void CloseList(ref NodeRow parent)
    {
        if (parent.FirstChild != _last)
        {
            Target.Node(parent.FirstChild).Previous = _last;
        }
    }

    private int AddAttributes(int element, scoped AttributeList attributes)
    {
        var document = Target;
        var first = 0;
        foreach (var attribute in attributes)
        {
            var name = attribute.Name;
            var index = document.AddAttribute(Names[in name], attribute.IsSpecified, attribute.Type, document.StoreText(attribute.Value));
            document.Attribute(index).Next = index + 1;
            if (attribute.IsNamespaceDeclaration)
            {
                document.NoteDeclaration(index);
            }

            if (first == 0)
            {
                first = index;
            }
        }

        document.Attribute(first + attributes.Count - 1).Next = ~element;
        Debug.Assert(first > 0, "Index 0 is taken.");
        return first;
    }
}
