using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>A sink that keeps events as a tree which can be read and changed while it grows, and says what came.</summary>
internal sealed class ElementEventQueue : IContentHandler
{
    private readonly GrowingTree _tree = new();
    private readonly Queue<ElementEvent> _events = [];
    private readonly ElementEventKinds _kinds;
    private readonly NameMap _names;

    // How many namespaces each open element declares.
    private readonly Stack<int> _declarations = [];

    /// <summary>Begins a document.</summary>
    /// <param name="kinds">What is said.</param>
    public ElementEventQueue(ElementEventKinds kinds)
    {
        _kinds = kinds;
        _names = new NameMap(Document.Names);
    }

    /// <summary>Whether comments stand in the tree.</summary>
    public bool KeepComments { get; init; } = true;

    /// <summary>Whether processing instructions stand in the tree.</summary>
    public bool KeepProcessingInstructions { get; init; } = true;

    /// <summary>The document as far as it has come.</summary>
    public Document Document => _tree.Document;

    /// <summary>Takes the next event.</summary>
    public bool TryTake(out ElementEvent next) => _events.TryDequeue(out next);

    /// <inheritdoc/>
    public void StartDocument(scoped DocumentStart document) => Document.SetDeclaration(document);

    /// <inheritdoc/>
    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        var row = Document.AddNode(NodeKind.DocumentType, Document.Names.Add(documentType.Name));
        Document.Node(row).Text = Document.StoreDocumentType(documentType);
        _tree.Add(row);
    }

    /// <inheritdoc/>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        var row = Document.AddNode(NodeKind.Element, _names[in name]);
        if (attributes.Count > 0)
        {
            Document.Node(row).FirstAttribute = Document.AddAttributes(attributes, _names, row);
        }

        if (Wants(ElementEventKinds.StartNamespace | ElementEventKinds.EndNamespace))
        {
            StartNamespaces(attributes);
        }

        _tree.Start(row);
        Say(ElementEventKinds.Start, row);
    }

    /// <inheritdoc/>
    public void EndElement(scoped in XmlName name)
    {
        Say(ElementEventKinds.End, _tree.End());
        if (Wants(ElementEventKinds.StartNamespace | ElementEventKinds.EndNamespace))
        {
            EndNamespaces();
        }
    }

    /// <inheritdoc/>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => _tree.AddText(DocumentBuilder.KindOf(kind), text);

    /// <inheritdoc/>
    public void StartCData()
    {
        _tree.BreakText();
        _tree.AddText(NodeKind.CData, []);
    }

    /// <inheritdoc/>
    public void EndCData() => _tree.BreakText();

    /// <inheritdoc/>
    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        if (KeepComments || Wants(ElementEventKinds.Comment))
        {
            Add(Document.AddNode(NodeKind.Comment, 0), text, ElementEventKinds.Comment, KeepComments);
        }
    }

    /// <inheritdoc/>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        if (KeepProcessingInstructions || Wants(ElementEventKinds.ProcessingInstruction))
        {
            Add(Document.AddNode(NodeKind.ProcessingInstruction, Document.Names.Add(target)), data, ElementEventKinds.ProcessingInstruction, KeepProcessingInstructions);
        }
    }

    /// <inheritdoc/>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => _tree.AddToRun(Document.AddNode(NodeKind.EntityReference, Document.Names.Add(name)));

    /// <inheritdoc/>
    public void EndDocument()
    {
    }

    private bool Wants(ElementEventKinds kind) => (_kinds & kind) != 0;

    private void Say(ElementEventKinds kind, int row)
    {
        if (Wants(kind))
        {
            _events.Enqueue(new ElementEvent(kind, new Element(Document, row)));
        }
    }

    private void Add(int row, ReadOnlySpan<byte> text, ElementEventKinds kind, bool keep)
    {
        Document.Node(row).Text = Document.StoreText(text);
        if (keep)
        {
            _tree.Add(row);
        }

        Say(kind, row);
    }

    private void StartNamespaces(scoped AttributeList attributes)
    {
        var count = 0;
        foreach (var attribute in attributes)
        {
            if (!attribute.IsNamespaceDeclaration)
            {
                continue;
            }

            count++;
            if (Wants(ElementEventKinds.StartNamespace))
            {
                var prefix = attribute.Name.Prefix.IsEmpty ? "" : attribute.Name.GetLocal();
                _events.Enqueue(new ElementEvent(ElementEventKinds.StartNamespace, prefix, attribute.GetString()));
            }
        }

        _declarations.Push(count);
    }

    private void EndNamespaces()
    {
        for (var count = _declarations.Pop(); count > 0 && Wants(ElementEventKinds.EndNamespace); count--)
        {
            _events.Enqueue(new ElementEvent(ElementEventKinds.EndNamespace, null, null));
        }
    }
}
