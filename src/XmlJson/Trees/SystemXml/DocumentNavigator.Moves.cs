using System.Xml.XPath;

namespace XmlJson.Trees.SystemXml;

// The moves that every navigator must have. From an attribute or namespace, only to others of its kind or to the parent.
internal sealed partial class DocumentNavigator
{
    /// <inheritdoc/>
    public override bool MoveTo(XPathNavigator other)
    {
        if (other is not DocumentNavigator navigator)
        {
            return false;
        }

        CopyPlace(navigator);
        return true;
    }

    /// <inheritdoc/>
    public override void MoveToRoot() => StandOn(_top);

    /// <inheritdoc/>
    public override bool MoveToParent()
    {
        ref var node = ref Node;
        if (!IsOnNode)
        {
            StandOn(_row);
            return true;
        }

        return _row != _top && MoveToNode(Math.Max(node.Parent, Document.DocumentRow), exists: node.Parent >= 0);
    }

    /// <inheritdoc/>
    public override bool MoveToFirstChild() => IsOnNode && MoveToNode(_document.XPathNodeFrom(Node.FirstChild));

    /// <inheritdoc/>
    public override bool MoveToNext() => IsOnNode && MoveToNode(_document.NextXPathNode(_row));

    /// <inheritdoc/>
    public override bool MoveToPrevious() => IsOnNode && MoveToNode(_document.PreviousXPathNode(_row));

    /// <inheritdoc/>
    public override bool MoveToFirst() =>
        IsOnNode && _row != _top && Node.Parent is var parent and >= 0 && MoveToNode(_document.XPathNodeFrom(_document.Node(parent).FirstChild));

    /// <summary>Moves to the first element in document order that an attribute identifies: one declared as an ID, or <c>xml:id</c>.</summary>
    public override bool MoveToId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        _ = Node;
        if (_top != Document.DocumentRow || _document.FindById(id) is not (var row and not 0))
        {
            return false;
        }

        StandOn(row);
        return true;
    }

    /// <inheritdoc/>
    public override bool MoveToFirstAttribute() => IsOnNode && MoveToAttribute(FirstProperAttribute(Node.FirstAttribute));

    /// <inheritdoc/>
    public override bool MoveToNextAttribute() => !IsOnNode && _attribute != 0 && MoveToAttribute(FirstProperAttribute(_document.NextAttribute(_attribute)));

    /// <inheritdoc/>
    public override bool MoveToAttribute(string localName, string namespaceURI)
    {
        if (!IsOnNode)
        {
            return false;
        }

        var names = _document.Names;
        var (uri, local) = (names.FindUri(namespaceURI), names.Find(localName));
        if (uri == XmlNames.XmlnsNamespace)
        {
            return false;
        }

        var index = _document.FindAttribute(_row, uri, local);
        if (index == 0 && uri == XmlNames.NoNamespace)
        {
            // A name that was read with namespace processing off is in no namespace, and has no parts.
            index = _document.FindAttribute(_row, local);
            index = index != 0 && names[_document.Attribute(index).Name].Namespace < 0 ? index : 0;
        }

        return MoveToAttribute(index);
    }

    /// <inheritdoc/>
    public override bool MoveToFirstNamespace(XPathNamespaceScope namespaceScope)
    {
        if (!IsOnNode || Node.Kind != NodeKind.Element)
        {
            return false;
        }

        return MoveToNamespace(
            namespaceScope == XPathNamespaceScope.Local ? NamespaceAxis.Local(_document, _row) : NamespaceAxis.InScope(_document, _row, _top), 0, namespaceScope);
    }

    /// <inheritdoc/>
    public override bool MoveToNextNamespace(XPathNamespaceScope namespaceScope)
    {
        _ = Node;
        return _namespaces is not null && MoveToNamespace(_namespaces, _namespace + 1, namespaceScope);
    }

    private bool MoveToNamespace(NamespaceNode[] namespaces, int index, XPathNamespaceScope scope)
    {
        if (index >= namespaces.Length
            || (scope != XPathNamespaceScope.All && namespaces[index].Owner == Document.NoParent)
            || (scope == XPathNamespaceScope.Local && namespaces[index].Owner != _row))
        {
            return false;
        }

        _namespaces = namespaces;
        _namespace = index;
        return true;
    }

    private bool MoveToAttribute(int index)
    {
        if (index == 0)
        {
            return false;
        }

        _attribute = index;
        return true;
    }

    private bool MoveToNode(int row) => MoveToNode(row, row != 0);

    private bool MoveToNode(int row, bool exists)
    {
        if (exists)
        {
            _row = row;
        }

        return exists;
    }

    private void StandOn(int row)
    {
        _ = _document.Node(row);
        _row = row;
        _attribute = 0;
        _namespaces = null;
    }

    // Namespace declarations are no attributes to XPath.
    private int FirstProperAttribute(int index)
    {
        while (index != 0 && _document.Names[_document.Attribute(index).Name].Namespace == XmlNames.XmlnsNamespace)
        {
            index = _document.NextAttribute(index);
        }

        return index;
    }
}
