using System.Xml;
using System.Xml.XPath;
using XmlJson.Dom;

namespace XmlJson.Trees.SystemXml;

/// <summary>A cursor on a <see cref="Document"/> in XPath's data model: what <see cref="Document.CreateNavigator"/> gives.</summary>
//  Where it stands: on the node _row; or on that element's attribute _attribute, if that is not 0; or on its namespace _namespaces[_namespace], if _namespaces is not null.
internal sealed partial class DocumentNavigator : XPathNavigator
{
    private Document _document;
    private int _top;
    private int _row;
    private int _attribute;
    private NamespaceNode[]? _namespaces;
    private int _namespace;

    /// <summary>Makes a navigator.</summary>
    /// <param name="document">The document.</param>
    /// <param name="row">An XPath node.</param>
    /// <param name="attribute">The attribute of it to stand on; 0 for the node itself.</param>
    public DocumentNavigator(Document document, int row, int attribute = 0)
    {
        _document = document;
        _row = _top = row;
        _attribute = attribute;
        while (document.Node(_top).Parent is var parent and >= 0 && _top != Document.DocumentRow)
        {
            _top = parent;
        }
    }

    private DocumentNavigator(DocumentNavigator other)
    {
        _document = other._document;
        CopyPlace(other);
    }

    /// <inheritdoc/>
    public override string BaseURI
    {
        get
        {
            _ = Node;
            return "";
        }
    }

    /// <inheritdoc/>
    public override XmlNameTable NameTable => _document.Atoms.Table;

    /// <inheritdoc/>
    public override XPathNodeType NodeType
    {
        get
        {
            _ = Node;
            return _attribute != 0 ? XPathNodeType.Attribute : _namespaces is not null ? XPathNodeType.Namespace : _document.XPathTypeOf(_row, _top);
        }
    }

    /// <inheritdoc/>
    public override string LocalName => _namespaces is null ? AtomizedName.Local : PrefixOfNamespace;

    /// <inheritdoc/>
    public override string Name => _namespaces is null ? AtomizedName.Qualified : PrefixOfNamespace;

    /// <inheritdoc/>
    public override string NamespaceURI => IsNamespace ? "" : AtomizedName.NamespaceUri;

    /// <inheritdoc/>
    public override string Prefix => IsNamespace ? "" : AtomizedName.Prefix;

    /// <inheritdoc/>
    public override string Value => _attribute != 0 ? _document.StringOfAttribute(_attribute)
        : _namespaces is null ? _document.XPathValueOf(_row)
        : NameTable.Add(_document.Names.Names.UriString(CurrentNamespace.Namespace));

    /// <summary>Whether it is an element without children: a tree does not know whether it was written with one tag or two.</summary>
    public override bool IsEmptyElement => IsOnNode && Node.Kind == NodeKind.Element && _document.XPathNodeFrom(Node.FirstChild) == 0;

    /// <inheritdoc/>
    public override bool HasChildren => IsOnNode && _document.XPathNodeFrom(Node.FirstChild) != 0;

    /// <inheritdoc/>
    public override bool HasAttributes => IsOnNode && FirstProperAttribute(Node.FirstAttribute) != 0;

    /// <summary>The node in the DOM's view: a <see cref="Dom.Node"/>. For a text node the first of those that it is made of, for a namespace node the element that it was reached from.</summary>
    public override object UnderlyingObject => new Node(_document, _attribute != 0 ? ~_attribute : _row);

    private bool IsOnNode
    {
        get
        {
            _ = Node;
            return _attribute == 0 && _namespaces is null;
        }
    }

    private bool IsNamespace
    {
        get
        {
            _ = Node;
            return _namespaces is not null;
        }
    }

    // Asking for it finds out whether the document was disposed.
    private ref NodeRow Node => ref _document.Node(_row);

    private AtomizedName AtomizedName => _document.Atoms[
        _attribute != 0 ? _document.Attribute(_attribute).Name
        : Node.Kind is NodeKind.Element or NodeKind.ProcessingInstruction ? Node.Name
        : 0];

    private string PrefixOfNamespace => NameTable.Add(_document.Names.Names.NameString(CurrentNamespace.Prefix));

    /// <inheritdoc/>
    public override XPathNavigator Clone() => new DocumentNavigator(this);

    /// <inheritdoc/>
    public override bool IsSamePosition(XPathNavigator other) =>
        other is DocumentNavigator navigator
        && ReferenceEquals(navigator._document, _document)
        && navigator._row == _row
        && navigator._attribute == _attribute
        && (_namespaces is null ? navigator._namespaces is null : navigator._namespaces is not null && navigator.CurrentNamespace.Prefix == CurrentNamespace.Prefix);

    /// <inheritdoc/>
    public override XmlNodeOrder ComparePosition(XPathNavigator? nav)
    {
        if (nav is not DocumentNavigator other || !ReferenceEquals(other._document, _document) || other._top != _top)
        {
            return XmlNodeOrder.Unknown;
        }

        var order = other._row != _row ? _document.CompareOrder(_row, other._row, areAttributes: false, _top)
            : other.PlaceAtElement != PlaceAtElement ? PlaceAtElement.CompareTo(other.PlaceAtElement)
            : _attribute != other._attribute ? _document.CompareOrder(_attribute, other._attribute, areAttributes: true, _top)
            : IsSamePosition(other) ? 0
            : CompareNamespaces(other);
        return order == 0 ? XmlNodeOrder.Same : order < 0 ? XmlNodeOrder.Before : XmlNodeOrder.After;
    }

    /// <inheritdoc/>
    public override bool IsDescendant(XPathNavigator? nav) =>
        nav is DocumentNavigator other
        && ReferenceEquals(other._document, _document)
        && IsOnNode
        && (other._row == _row ? !other.IsOnNode : _document.IsInside(other._row, _row));

    // The element itself, then its namespaces, then its attributes.
    private int PlaceAtElement => _attribute != 0 ? 2 : _namespaces is null ? 0 : 1;

    private NamespaceNode CurrentNamespace
    {
        get
        {
            _ = Node;
            return _namespaces![_namespace];
        }
    }

    // The two may come from lists of different scopes: the places in the longer one of all namespaces count.
    private int CompareNamespaces(DocumentNavigator other)
    {
        foreach (var node in NamespaceAxis.InScope(_document, _row, _top))
        {
            if (node.Prefix == CurrentNamespace.Prefix)
            {
                return -1;
            }

            if (node.Prefix == other.CurrentNamespace.Prefix)
            {
                return 1;
            }
        }

        return 0;
    }

    private void CopyPlace(DocumentNavigator other)
    {
        _document = other._document;
        _top = other._top;
        _row = other._row;
        _attribute = other._attribute;
        _namespaces = other._namespaces;
        _namespace = other._namespace;
    }
}
