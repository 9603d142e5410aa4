using XmlJson.Trees;

namespace XmlJson.Dom;

/// <summary>
/// A node of a <see cref="Document"/> of any kind, with the members of the W3C DOM under their own names. It is a handle: copies mean the same node, and making one costs nothing.
/// </summary>
/// <remarks>
/// <para>One type has all members, as in Python's minidom; a member that the node's kind does not have throws <see cref="InvalidOperationException"/>. Where the DOM says null, the result is a
/// nullable <see cref="Node"/>, so that <c>node.FirstChild?.NodeValue</c> works, and assigning to it, too.</para>
/// <para>Everything throws <see cref="ObjectDisposedException"/> once the document is disposed. What the DOM calls a <c>DOMException</c> is an <see cref="ArgumentException"/>.</para>
/// </remarks>
//  A row of 0 or more is a node; below that it is the complement of an attribute's index.
public readonly partial struct Node : IEquatable<Node>
{
    private readonly Document? _document;
    private readonly int _row;

    internal Node(Document document, int row)
    {
        _document = document;
        _row = row;
    }

    /// <summary>What kind of node this is, with the DOM's numbers.</summary>
    public NodeType NodeType => IsAttribute ? NodeType.Attribute : KindOf(Row.Kind);

    /// <summary>The qualified name of an element or attribute, the target of a processing instruction, the name of a document type or entity; for others <c>#text</c> and the like, as the DOM says.</summary>
    public string NodeName => NodeType switch
    {
        NodeType.Text => "#text",
        NodeType.CDataSection => "#cdata-section",
        NodeType.Comment => "#comment",
        NodeType.Document => "#document",
        NodeType.DocumentFragment => "#document-fragment",
        _ => Name.ToString(),
    };

    /// <summary>
    /// An attribute's value, the text of a text, CDATA section or comment, a processing instruction's data; otherwise <see langword="null"/>, and setting it does nothing.
    /// </summary>
    /// <exception cref="ArgumentException">The value set holds what XML does not allow there.</exception>
    public string? NodeValue
    {
        get
        {
            var document = OwnerDocument;
            if (IsAttribute)
            {
                return document.StringOfAttribute(~_row);
            }

            ref var row = ref document.Node(_row);
            return HasText(row.Kind) ? document.StringOf(row.Text) : null;
        }

        set
        {
            if (IsAttribute)
            {
                OwnerDocument.SetValue(~_row, value);
            }
            else if (HasData)
            {
                OwnerDocument.SetData(_row, value);
            }
        }
    }

    /// <summary>The same as <see cref="NodeValue"/> in UTF-8, without making a string; empty where that is null. Valid until the document is disposed.</summary>
    public ReadOnlySpan<byte> NodeValueUtf8
    {
        get
        {
            var document = OwnerDocument;
            if (IsAttribute)
            {
                return document.ValueOf(~_row);
            }

            ref readonly var row = ref document.Node(_row);
            return HasText(row.Kind) ? document.TextAt(row.Text) : [];
        }
    }

    /// <summary>The document, whether the node stands in its tree or not. For the document's own node, too, where the DOM says null.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Node)</c>.</exception>
    public Document OwnerDocument => _document ?? throw new InvalidOperationException("This is default(Node), which is no node of any document.");

    /// <summary>The name of an element or attribute as events have it; an empty one for other kinds.</summary>
    public XmlName Name => OwnerDocument.Names.NameOf(NameId);

    internal int RowIndex => _row;

    private bool IsAttribute => _row < 0;

    private ref NodeRow Row => ref OwnerDocument.Node(_row);

    private int NameId => IsAttribute ? OwnerDocument.Attribute(~_row).Name : Row.Name;

    private bool HasData => !IsAttribute && HasText(Row.Kind);

    /// <summary>Whether both handles mean the same node of the same document, not merely an equal one: see <see cref="IsEqualNode"/>.</summary>
    public static bool operator ==(Node left, Node right) => left.Equals(right);

    /// <summary>Whether the handles mean different nodes, which may be equal.</summary>
    public static bool operator !=(Node left, Node right) => !left.Equals(right);

    /// <summary>Reports this node and all under it as the events of a document: see <see cref="Document.WriteTo{THandler}(ref THandler)"/>. Namespaces in use are declared anew.</summary>
    /// <typeparam name="THandler">The handler's type; pass classes to the other overload.</typeparam>
    /// <param name="handler">What receives the events.</param>
    /// <returns>Whether the handler stopped it.</returns>
    /// <exception cref="InvalidOperationException">The node is an attribute; or a prefix is used, but neither declared nor in a namespace.</exception>
    public ParseStatus WriteTo<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        RefuseAttribute("cannot be written by itself");
        return OwnerDocument.WriteTo(_row, ref handler);
    }

    /// <inheritdoc cref="WriteTo{THandler}(ref THandler)"/>
    public ParseStatus WriteTo(IContentHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return WriteTo(ref handler);
    }

    /// <inheritdoc/>
    public bool Equals(Node other) => ReferenceEquals(_document, other._document) && _row == other._row;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Node other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_document, _row);

    /// <summary>The kind and the name, for people: <c>Element book</c>.</summary>
    public override string ToString() => _document is null ? "no node" : $"{NodeType} {NodeName}";

    private static bool HasText(NodeKind kind) => kind is NodeKind.Text or NodeKind.WhiteSpace or NodeKind.CData or NodeKind.Comment or NodeKind.ProcessingInstruction;

    // In the order of NodeKind.
    private static ReadOnlySpan<byte> Kinds =>
    [
        (byte)NodeType.Document,
        (byte)NodeType.DocumentFragment,
        (byte)NodeType.Element,
        (byte)NodeType.Text,
        (byte)NodeType.Text,
        (byte)NodeType.CDataSection,
        (byte)NodeType.EntityReference,
        (byte)NodeType.Comment,
        (byte)NodeType.ProcessingInstruction,
        (byte)NodeType.DocumentType,
    ];

    private static NodeType KindOf(NodeKind kind) => (NodeType)Kinds[(int)kind];

    private Node? At(int row) => row == 0 ? null : new Node(OwnerDocument, row);

    private Node? AttributeAt(int index) => index == 0 ? null : new Node(OwnerDocument, ~index);

    private void Require(NodeType kind, string member)
    {
        if (NodeType != kind)
        {
            throw new InvalidOperationException($"{member} belongs to nodes of kind {kind}; this one is {this}.");
        }
    }

    private void RefuseAttribute(string what)
    {
        if (IsAttribute)
        {
            throw new InvalidOperationException($"An attribute {what}.");
        }
    }
}
