namespace XmlJson.Dom;

// The order of nodes.
public readonly partial struct Node
{
    /// <summary>How another node stands to this one (DOM Level 3 Core).</summary>
    /// <param name="other">The other node. Where the two are in different trees, it is the trees that have an order, and it lasts as long as they are not put together.</param>
    public DocumentPosition CompareDocumentPosition(Node other)
    {
        OwnerDocument.RefuseDisposed();
        other.OwnerDocument.RefuseDisposed();
        if (this == other)
        {
            return DocumentPosition.Same;
        }

        // Attributes stand where their element does, before its children.
        var here = IsAttribute ? OwnerElement : this;
        var there = other.IsAttribute ? other.OwnerElement : other;
        if (here is not { } x || there is not { } y || !ReferenceEquals(OwnerDocument, other.OwnerDocument))
        {
            return Disconnected(other);
        }

        if (x == y)
        {
            return IsAttribute && other.IsAttribute
                ? DocumentPosition.ImplementationSpecific | (ComesFirst(~_row, ~other._row) ? DocumentPosition.Following : DocumentPosition.Preceding)
                : IsAttribute ? DocumentPosition.Contains | DocumentPosition.Preceding : DocumentPosition.ContainedBy | DocumentPosition.Following;
        }

        var xDepth = x.Depth;
        var yDepth = y.Depth;
        var xTop = x.Up(xDepth - yDepth);
        var yTop = y.Up(yDepth - xDepth);
        if (xTop == yTop)
        {
            return yDepth > xDepth
                ? (IsAttribute ? 0 : DocumentPosition.ContainedBy) | DocumentPosition.Following
                : (other.IsAttribute ? 0 : DocumentPosition.Contains) | DocumentPosition.Preceding;
        }

        while (xTop.ParentNode != yTop.ParentNode)
        {
            xTop = xTop.ParentNode!.Value;
            yTop = yTop.ParentNode!.Value;
        }

        return xTop.ParentNode is null ? Disconnected(other) : IsBefore(xTop, yTop) ? DocumentPosition.Following : DocumentPosition.Preceding;
    }

    private int Depth
    {
        get
        {
            var depth = 0;
            for (var node = ParentNode; node is { } parent; node = parent.ParentNode)
            {
                depth++;
            }

            return depth;
        }
    }

    private Node Up(int levels)
    {
        var node = this;
        for (; levels > 0; levels--)
        {
            node = node.ParentNode!.Value;
        }

        return node;
    }

    // Looks in both directions at once, so that it takes no longer than the two are apart.
    private static bool IsBefore(Node x, Node y)
    {
        Node? after = x.NextSibling, before = x.PreviousSibling;
        while (after is not null && before is not null)
        {
            if (after == y || before == y)
            {
                return after == y;
            }

            after = after.Value.NextSibling;
            before = before.Value.PreviousSibling;
        }

        while (after is not null && after != y)
        {
            after = after.Value.NextSibling;
        }

        return after is not null;
    }

    private bool ComesFirst(int attribute, int other)
    {
        while (attribute != 0 && attribute != other)
        {
            attribute = OwnerDocument.NextAttribute(attribute);
        }

        return attribute != 0;
    }

    // The outermost node: a document, or what stands nowhere.
    private Node Top
    {
        get
        {
            var top = (IsAttribute ? OwnerElement : null) ?? this;
            while (top.ParentNode is { } parent)
            {
                top = parent;
            }

            return top;
        }
    }

    private DocumentPosition Disconnected(Node other)
    {
        var order = OwnerDocument.Serial.CompareTo(other.OwnerDocument.Serial) is var documents and not 0 ? documents : Top._row.CompareTo(other.Top._row);
        return DocumentPosition.Disconnected | DocumentPosition.ImplementationSpecific | (order < 0 ? DocumentPosition.Following : DocumentPosition.Preceding);
    }
}
