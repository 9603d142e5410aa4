namespace XmlJson.Trees;

/// <summary>Reports a node and all under it as events.</summary>
internal ref struct NodeSource : IEventSource
{
    private readonly Document _document;
    private readonly NodeLocator _locator;
    private readonly AttributeBuffer _attributes;
    private readonly NamespaceFixup? _fixup;
    private readonly int _top;

    /// <summary>Prepares to report from a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="top">The node; a document's or fragment's own children stand at the top.</param>
    /// <param name="fixup">Adds what declarations are missing; <see langword="null"/> where nothing can be.</param>
    public NodeSource(Document document, int top, NamespaceFixup? fixup)
    {
        _top = top;
        _document = document;
        _locator = new NodeLocator(document);
        _attributes = new AttributeBuffer(document.Names.Names);
        _fixup = fixup;
    }

    /// <inheritdoc/>
    public readonly ParseStatus Run<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var top = _top;
        var start = top == Document.DocumentRow ? _document.GetDeclaration(_locator) : new DocumentStart(_locator);
        handler.StartDocument(start);
        var row = top;
        while (true)
        {
            ref var node = ref _document.Node(row);
            _locator.Row = row;
            Begin(row, ref node, ref handler);
            if (_locator.StopRequested)
            {
                return ParseStatus.Stopped;
            }

            if (node.FirstChild != 0)
            {
                row = node.FirstChild;
                continue;
            }

            // Up from here until there is a next sibling.
            while (true)
            {
                if (node.Kind == NodeKind.Element)
                {
                    _locator.Row = row;
                    var name = _fixup is null ? _document.Names.NameOf(node.Name) : _fixup.End(node.Name);
                    handler.EndElement(in name);
                    if (_locator.StopRequested)
                    {
                        return ParseStatus.Stopped;
                    }
                }

                if (row == top)
                {
                    handler.EndDocument();
                    return _locator.StopRequested ? ParseStatus.Stopped : ParseStatus.Completed;
                }

                if (node.Next != 0)
                {
                    row = node.Next;
                    break;
                }

                row = node.Parent;
                node = ref _document.Node(row);
            }
        }
    }

    private readonly void Begin<THandler>(int row, ref NodeRow node, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        switch (node.Kind)
        {
            case NodeKind.Element:
                StartElement(row, ref node, ref handler);
                break;
            case NodeKind.Text:
                Characters(_document.TextOf(row), TextKind.Text, ref handler);
                break;
            case NodeKind.WhiteSpace:
                Characters(_document.TextOf(row), TextKind.WhiteSpace, ref handler);
                break;
            case NodeKind.CData:
                CData(_document.TextOf(row), ref handler);
                break;
            case NodeKind.EntityReference:
                handler.SkippedEntity(_document.Names.NameOf(node.Name).Qualified);
                break;
            case NodeKind.Comment:
                handler.Comment(_document.TextOf(row));
                break;
            case NodeKind.ProcessingInstruction:
                handler.ProcessingInstruction(_document.Names.NameOf(node.Name).Qualified, _document.TextOf(row));
                break;
            case NodeKind.DocumentType:
                var declaration = _document.GetDocumentType(row);
                handler.DocumentType(declaration);
                break;
            default:
                break;
        }
    }

    private static void Characters<THandler>(ReadOnlySpan<byte> text, TextKind kind, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (!text.IsEmpty)
        {
            handler.Characters(text, kind);
        }
    }

    private readonly void CData<THandler>(ReadOnlySpan<byte> text, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        handler.StartCData();
        if (!_locator.StopRequested)
        {
            Characters(text, TextKind.CData, ref handler);
        }

        if (!_locator.StopRequested)
        {
            handler.EndCData();
        }
    }

    private readonly void StartElement<THandler>(int row, ref NodeRow node, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (_fixup is not null)
        {
            var fixedName = _fixup.Start(row, out var fixedAttributes);
            handler.StartElement(in fixedName, fixedAttributes);
            return;
        }

        var name = _document.Names.NameOf(node.Name);
        var attributes = _document.GetAttributes(node.FirstAttribute, _attributes);
        handler.StartElement(in name, attributes);
    }
}
