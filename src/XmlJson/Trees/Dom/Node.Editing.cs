using XmlJson.Trees;

namespace XmlJson.Dom;

// Changes of the tree.
public readonly partial struct Node
{
    /// <summary>
    /// The text under an element or fragment, comments, processing instructions and ignorable white space left out; the value of other kinds; <see langword="null"/> for documents and
    /// document types. Setting it replaces all children by one text (DOM Level 3 Core).
    /// </summary>
    /// <exception cref="ArgumentException">The text set holds what XML does not allow.</exception>
    public string? TextContent
    {
        get => NodeType is NodeType.Element or NodeType.DocumentFragment ? OwnerDocument.ContentOf(_row, ignorableToo: false) : NodeValue;
        set
        {
            if (NodeType is not (NodeType.Element or NodeType.DocumentFragment))
            {
                NodeValue = value;
                return;
            }

            var text = string.IsNullOrEmpty(value) ? 0 : OwnerDocument.AddNode(NodeKind.Text, 0, value);
            OwnerDocument.UnlinkChildren(_row);
            if (text != 0)
            {
                OwnerDocument.Link(_row, text, before: 0);
            }
        }
    }

    /// <summary>Makes a node the last child of this one, taking it from where it stands; of a fragment, its children.</summary>
    /// <param name="newChild">A node of this document.</param>
    /// <returns>The node.</returns>
    /// <exception cref="ArgumentException">It belongs to another document, or cannot stand here.</exception>
    public Node AppendChild(Node newChild) => InsertBefore(newChild, null);

    /// <summary>Puts a node among the children of this one, taking it from where it stands; of a fragment, its children.</summary>
    /// <param name="newChild">A node of this document.</param>
    /// <param name="refChild">The child before which it goes; <see langword="null"/> for the end.</param>
    /// <returns>The node.</returns>
    /// <exception cref="ArgumentException">It belongs to another document, or cannot stand here; or <paramref name="refChild"/> is no child of this node.</exception>
    public Node InsertBefore(Node newChild, Node? refChild)
    {
        if (refChild is { } child)
        {
            CheckIsChild(child, nameof(refChild));
        }

        CheckChild(newChild, refChild?._row ?? 0, isReplaced: false);
        Insert(newChild, refChild?._row ?? 0);
        return newChild;
    }

    /// <summary>Puts a node in the place of a child of this one.</summary>
    /// <param name="newChild">A node of this document; of a fragment, its children.</param>
    /// <param name="oldChild">The child.</param>
    /// <returns>The child that was replaced, which stands nowhere now.</returns>
    /// <exception cref="ArgumentException">The new one belongs to another document, or cannot stand here; or the old one is no child of this node.</exception>
    public Node ReplaceChild(Node newChild, Node oldChild)
    {
        CheckIsChild(oldChild, nameof(oldChild));
        CheckChild(newChild, oldChild._row, isReplaced: true);
        if (newChild != oldChild)
        {
            Insert(newChild, oldChild._row);
            OwnerDocument.Unlink(oldChild._row);
        }

        return oldChild;
    }

    /// <summary>Takes a child, with all under it, out of this node.</summary>
    /// <param name="oldChild">The child.</param>
    /// <returns>The child, which stands nowhere now and may be put elsewhere.</returns>
    /// <exception cref="ArgumentException">It is no child of this node.</exception>
    public Node RemoveChild(Node oldChild)
    {
        CheckIsChild(oldChild, nameof(oldChild));
        OwnerDocument.Unlink(oldChild._row);
        return oldChild;
    }

    /// <summary>Joins adjacent texts under this node and removes empty ones. CDATA sections stay as they are.</summary>
    public void Normalize()
    {
        if (!IsAttribute)
        {
            OwnerDocument.Normalize(_row);
        }
    }

    private void Insert(Node newChild, int before)
    {
        var document = OwnerDocument;
        if (newChild.Row.Kind != NodeKind.Fragment)
        {
            before = before == newChild._row ? newChild.Row.Next : before;
            document.Unlink(newChild._row);
            document.Link(_row, newChild._row, before);
            return;
        }

        while (newChild.Row.FirstChild is var child and not 0)
        {
            document.Unlink(child);
            document.Link(_row, child, before);
        }
    }

    private void CheckIsChild(Node child, string parameter)
    {
        CheckDocument(child, parameter);
        if (child.IsAttribute || IsAttribute || child.Row.Parent != _row)
        {
            throw new ArgumentException($"{child} is no child of {this}.", parameter);
        }
    }

    private void CheckChild(Node newChild, int before, bool isReplaced)
    {
        CheckDocument(newChild, nameof(newChild));
        if (IsAttribute || !Row.IsContainer || newChild.IsAttribute || !MayStandIn(Row.Kind, newChild.Row.Kind))
        {
            throw new ArgumentException($"{newChild} cannot be a child of {this}.", nameof(newChild));
        }

        if (OwnerDocument.IsInside(_row, newChild._row))
        {
            throw new ArgumentException($"{newChild} cannot stand under itself.", nameof(newChild));
        }

        // Comments and processing instructions may stand anywhere: so many of them take linear time.
        if (Row.Kind == NodeKind.Document && newChild.Row.Kind is not (NodeKind.Comment or NodeKind.ProcessingInstruction))
        {
            CheckDocumentChild(newChild, before, isReplaced);
        }
    }

    private static bool MayStandIn(NodeKind parent, NodeKind child) => child switch
    {
        NodeKind.Document => false,
        NodeKind.DocumentType => parent == NodeKind.Document,
        NodeKind.Text or NodeKind.WhiteSpace or NodeKind.CData or NodeKind.EntityReference => parent != NodeKind.Document,
        _ => true,
    };

    // XML 1.0 §2.1 [1] document: one element, and before it at most one document type. Looks at the children as they would be.
    private void CheckDocumentChild(Node newChild, int before, bool isReplaced)
    {
        var document = OwnerDocument;
        var order = default(DocumentOrder);
        for (var row = Row.FirstChild; row != 0; row = document.Node(row).Next)
        {
            if (row == before)
            {
                AddNew(ref order);
            }

            if (row != newChild._row && !(isReplaced && row == before))
            {
                order.Add(document.Node(row).Kind);
            }
        }

        if (before == 0)
        {
            AddNew(ref order);
        }

        if (!order.IsValid)
        {
            throw new ArgumentException($"{newChild} cannot be put there: a document has one root element, at most one document type, which comes before it, and no text of its own.", nameof(newChild));
        }

        void AddNew(ref DocumentOrder order)
        {
            var isFragment = document.Node(newChild._row).Kind == NodeKind.Fragment;
            for (var row = isFragment ? document.Node(newChild._row).FirstChild : newChild._row; row != 0; row = isFragment ? document.Node(row).Next : 0)
            {
                order.Add(document.Node(row).Kind);
            }
        }
    }

    private struct DocumentOrder
    {
        private bool _hasDocumentType;
        private bool _hasRoot;
        private bool _isWrong;

        public readonly bool IsValid => !_isWrong;

        public void Add(NodeKind kind)
        {
            _isWrong |= !MayStandIn(NodeKind.Document, kind)
                || (kind == NodeKind.DocumentType && (_hasDocumentType || _hasRoot))
                || (kind == NodeKind.Element && _hasRoot);
            _hasDocumentType |= kind == NodeKind.DocumentType;
            _hasRoot |= kind == NodeKind.Element;
        }
    }
}
