using XmlJson.Trees;

namespace XmlJson.Dom;

// Where a node stands.
public readonly partial struct Node
{
    /// <summary>The node this one is a child of; <see langword="null"/> for the document, for attributes, and for what stands nowhere.</summary>
    public Node? ParentNode => !IsAttribute && Row.Parent is var parent and >= 0 ? new Node(OwnerDocument, parent) : null;

    /// <summary>The children: always those of the moment, and none for kinds that have none. An attribute's value is not split into children.</summary>
    public NodeList ChildNodes => new(OwnerDocument, _row);

    /// <summary>The first child; <see langword="null"/> when there is none.</summary>
    public Node? FirstChild => IsAttribute ? null : At(Row.FirstChild);

    /// <summary>The last child; <see langword="null"/> when there is none.</summary>
    public Node? LastChild => IsAttribute ? null : At(OwnerDocument.LastChild(_row));

    /// <summary>The next child of the same parent; <see langword="null"/> behind the last one, for attributes, and for what stands nowhere.</summary>
    public Node? NextSibling => IsAttribute ? null : At(Row.Next);

    /// <summary>The previous child of the same parent; <see langword="null"/> before the first one, for attributes, and for what stands nowhere.</summary>
    public Node? PreviousSibling => IsAttribute ? null : At(OwnerDocument.PreviousSibling(_row));

    /// <summary>The first child that is an element (DOM Element Traversal).</summary>
    public Node? FirstElementChild => IsAttribute ? null : ElementFrom(Row.FirstChild, forward: true);

    /// <summary>The last child that is an element; text, comments and processing instructions are passed over.</summary>
    public Node? LastElementChild => IsAttribute ? null : ElementFrom(OwnerDocument.LastChild(_row), forward: false);

    /// <summary>The next sibling that is an element; text, comments and processing instructions are passed over.</summary>
    public Node? NextElementSibling => IsAttribute ? null : ElementFrom(Row.Next, forward: true);

    /// <summary>The previous sibling that is an element; text, comments and processing instructions are passed over.</summary>
    public Node? PreviousElementSibling => IsAttribute ? null : ElementFrom(OwnerDocument.PreviousSibling(_row), forward: false);

    /// <summary>Whether there are children.</summary>
    public bool HasChildNodes() => !IsAttribute && Row.FirstChild != 0;

    /// <summary>Whether a node is this one or stands under it.</summary>
    /// <param name="other">The other node.</param>
    public bool Contains(Node other)
    {
        OwnerDocument.RefuseDisposed();
        return !IsAttribute && !other.IsAttribute && ReferenceEquals(OwnerDocument, other.OwnerDocument) && OwnerDocument.IsInside(other._row, _row);
    }

    private Node? ElementFrom(int row, bool forward)
    {
        while (row != 0 && OwnerDocument.Node(row).Kind != NodeKind.Element)
        {
            row = forward ? OwnerDocument.Node(row).Next : OwnerDocument.PreviousSibling(row);
        }

        return At(row);
    }
}
