using XmlJson.Trees;

namespace XmlJson.Dom;

// An element's attributes, and what an attribute has.
public readonly partial struct Node
{
    /// <summary>The attributes, namespace declarations included, always those of the moment; an empty map for kinds that have none, where the DOM says null.</summary>
    public NamedNodeMap Attributes => new(OwnerDocument, _row);

    /// <summary>An attribute's value, references resolved. Only attributes have one here; other kinds are asked for <see cref="NodeValue"/>.</summary>
    /// <exception cref="InvalidOperationException">The node is no attribute.</exception>
    /// <exception cref="ArgumentException">The value set holds what XML does not allow.</exception>
    public string Value
    {
        get
        {
            if (!IsAttribute)
            {
                Require(NodeType.Attribute, nameof(Value));
            }

            return OwnerDocument.StringOfAttribute(~_row);
        }

        set
        {
            Require(NodeType.Attribute, nameof(Value));
            NodeValue = value;
        }
    }

    /// <summary>The element that an attribute stands on; <see langword="null"/> when it stands on none.</summary>
    /// <exception cref="InvalidOperationException">The node is no attribute.</exception>
    public Node? OwnerElement
    {
        get
        {
            Require(NodeType.Attribute, nameof(OwnerElement));
            return OwnerDocument.OwnerOf(~_row) is var owner and >= 0 ? new Node(OwnerDocument, owner) : null;
        }
    }

    /// <summary>Whether an attribute was in the start tag or set since, rather than added because its default is declared.</summary>
    /// <exception cref="InvalidOperationException">The node is no attribute.</exception>
    public bool Specified
    {
        get
        {
            Require(NodeType.Attribute, nameof(Specified));
            return OwnerDocument.Attribute(~_row).IsSpecified;
        }
    }

    /// <summary>Whether an attribute identifies its element: it is declared as an ID, <see cref="SetIdAttributeNode"/> made it one, or it is <c>xml:id</c>.</summary>
    /// <exception cref="InvalidOperationException">The node is no attribute.</exception>
    public bool IsId
    {
        get
        {
            Require(NodeType.Attribute, nameof(IsId));
            return OwnerDocument.IsId(~_row);
        }
    }

    /// <summary>Whether the node is an element with attributes.</summary>
    public bool HasAttributes() => !IsAttribute && Row.FirstAttribute != 0;

    /// <summary>Whether an element has an attribute with this qualified name.</summary>
    /// <inheritdoc cref="GetAttribute"/>
    public bool HasAttribute(string name) => Find(name) != 0;

    /// <summary>Whether an element has an attribute with this name.</summary>
    /// <inheritdoc cref="GetAttributeNS"/>
    public bool HasAttributeNS(string? namespaceUri, string localName) => Find(namespaceUri, localName) != 0;

    /// <summary>The value of the attribute with this qualified name; empty when there is none, as in the DOM.</summary>
    /// <param name="name">The qualified name.</param>
    /// <exception cref="InvalidOperationException">The node is no element.</exception>
    public string GetAttribute(string name) => Find(name) is var index and not 0 ? OwnerDocument.StringOfAttribute(index) : "";

    /// <summary>The value of the attribute with this name; empty when there is none, as in the DOM.</summary>
    /// <param name="namespaceUri">The namespace name; <see langword="null"/> or empty for none.</param>
    /// <param name="localName">The local part.</param>
    /// <exception cref="InvalidOperationException">The node is no element.</exception>
    public string GetAttributeNS(string? namespaceUri, string localName) => Find(namespaceUri, localName) is var index and not 0 ? OwnerDocument.StringOfAttribute(index) : "";

    /// <summary>The attribute with this qualified name.</summary>
    /// <inheritdoc cref="GetAttribute"/>
    public Node? GetAttributeNode(string name) => AttributeAt(Find(name));

    /// <summary>The attribute with this name.</summary>
    /// <inheritdoc cref="GetAttributeNS"/>
    public Node? GetAttributeNodeNS(string? namespaceUri, string localName) => AttributeAt(Find(namespaceUri, localName));

    /// <summary>Sets an attribute's value, adding the attribute if need be. <c>xmlns</c> and <c>xmlns:…</c> declare namespaces.</summary>
    /// <param name="name">The qualified name.</param>
    /// <param name="value">The value, as it is to be read: nothing is escaped here.</param>
    /// <exception cref="ArgumentException">The name is no qualified name, or the value holds what XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">The node is no element.</exception>
    public void SetAttribute(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var index = Find(name);
        OwnerDocument.SetAttribute(_row, index, index == 0 ? OwnerDocument.Names.Add(name, "", isAttribute: true) : 0, value);
    }

    /// <summary>Sets the value and the prefix of the attribute with this namespace and local part, adding the attribute if need be.</summary>
    /// <param name="namespaceUri">The namespace name; <see langword="null"/> or empty for none.</param>
    /// <param name="qualifiedName">The qualified name. A prefix that lacks a declaration gets one when the document is written; so does an attribute in a namespace without a prefix.</param>
    /// <param name="value">The value, as it is to be read.</param>
    /// <exception cref="ArgumentException">The name is no qualified name, has a prefix but no namespace, or the value holds what XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">The node is no element.</exception>
    public void SetAttributeNS(string? namespaceUri, string qualifiedName, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Require(NodeType.Element, nameof(SetAttributeNS));
        var document = OwnerDocument;
        var name = document.AddName(namespaceUri, qualifiedName, isAttribute: true);
        ref readonly var parts = ref document.Names[name];
        var index = document.FindAttribute(_row, parts.Namespace, parts.Local);
        document.SetAttribute(_row, index, name, value);
        if (index != 0)
        {
            document.SetAttributeName(index, name);
        }
    }

    /// <summary>Puts an attribute on this element, in the place of one with the same qualified name.</summary>
    /// <param name="attribute">An attribute of this document that stands on no element, or on this one.</param>
    /// <returns>The attribute that was replaced, if there was one.</returns>
    /// <exception cref="ArgumentException">It is no attribute, one of another document, or stands on another element.</exception>
    /// <exception cref="InvalidOperationException">The node is no element.</exception>
    public Node? SetAttributeNode(Node attribute)
    {
        Require(NodeType.Element, nameof(SetAttributeNode));
        CheckAttribute(attribute);
        return Put(attribute, OwnerDocument.FindAttribute(_row, OwnerDocument.Names[attribute.NameId].Qualified));
    }

    /// <summary>Puts an attribute on this element, in the place of one with the same namespace and local part.</summary>
    /// <inheritdoc cref="SetAttributeNode"/>
    public Node? SetAttributeNodeNS(Node attribute)
    {
        Require(NodeType.Element, nameof(SetAttributeNodeNS));
        CheckAttribute(attribute);
        ref readonly var name = ref OwnerDocument.Names[attribute.NameId];
        return Put(attribute, OwnerDocument.FindAttribute(_row, name.Namespace, name.Local));
    }

    /// <summary>Makes an attribute identify this element, so that <see cref="DomExtensions.GetElementById"/> finds it, or takes that back (DOM Level 3 Core). What is declared stays.</summary>
    /// <param name="name">The qualified name.</param>
    /// <param name="isId">Whether it is to identify the element. Clones do not take it over.</param>
    /// <exception cref="ArgumentException">There is no such attribute.</exception>
    /// <exception cref="InvalidOperationException">The node is no element.</exception>
    public void SetIdAttribute(string name, bool isId) =>
        MakeId(Find(name) is var index and not 0 ? index : throw new ArgumentException($"{this} has no attribute '{name}'.", nameof(name)), isId);

    /// <inheritdoc cref="SetIdAttribute"/>
    /// <param name="namespaceUri">The namespace name; <see langword="null"/> or empty for none.</param>
    /// <param name="localName">The local part.</param>
    /// <param name="isId">Whether it is to identify the element.</param>
    public void SetIdAttributeNS(string? namespaceUri, string localName, bool isId) => MakeId(
        Find(namespaceUri, localName) is var index and not 0 ? index : throw new ArgumentException($"{this} has no attribute '{{{namespaceUri}}}{localName}'.", nameof(localName)), isId);

    /// <inheritdoc cref="SetIdAttribute"/>
    /// <param name="attribute">An attribute of this element.</param>
    /// <param name="isId">Whether it is to identify the element.</param>
    public void SetIdAttributeNode(Node attribute, bool isId)
    {
        Require(NodeType.Element, nameof(SetIdAttributeNode));
        CheckIsOwn(attribute);
        MakeId(~attribute._row, isId);
    }

    /// <summary>Removes the attribute with this qualified name, if there is one.</summary>
    /// <inheritdoc cref="GetAttribute"/>
    public void RemoveAttribute(string name) => Remove(Find(name));

    /// <summary>Removes the attribute with this name, if there is one.</summary>
    /// <inheritdoc cref="GetAttributeNS"/>
    public void RemoveAttributeNS(string? namespaceUri, string localName) => Remove(Find(namespaceUri, localName));

    /// <summary>Takes an attribute off this element; the node is kept and may be put on another.</summary>
    /// <param name="attribute">An attribute of this element.</param>
    /// <returns>The attribute, which stands nowhere now.</returns>
    /// <exception cref="ArgumentException">It is none of this element's attributes.</exception>
    /// <exception cref="InvalidOperationException">The node is no element.</exception>
    public Node RemoveAttributeNode(Node attribute)
    {
        Require(NodeType.Element, nameof(RemoveAttributeNode));
        CheckIsOwn(attribute);
        Remove(~attribute._row);
        return attribute;
    }

    private int Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Require(NodeType.Element, "An attribute");
        return OwnerDocument.FindAttribute(_row, OwnerDocument.Names.Find(name));
    }

    private int Find(string? namespaceUri, string localName)
    {
        ArgumentNullException.ThrowIfNull(localName);
        Require(NodeType.Element, "An attribute");
        return OwnerDocument.FindAttribute(_row, OwnerDocument.Names.FindUri(namespaceUri), OwnerDocument.Names.Find(localName));
    }

    private void Remove(int index)
    {
        if (index != 0)
        {
            OwnerDocument.UnlinkAttribute(_row, index);
        }
    }

    private Node? Put(Node attribute, int replaced)
    {
        if (replaced == ~attribute._row)
        {
            return attribute;
        }

        if (OwnerDocument.OwnerOf(~attribute._row) != Document.NoParent)
        {
            throw new ArgumentException($"{attribute} stands on an element already: remove it there, or clone it.", nameof(attribute));
        }

        Remove(replaced);
        OwnerDocument.LinkAttribute(_row, ~attribute._row);
        return AttributeAt(replaced);
    }

    private void CheckAttribute(Node attribute)
    {
        CheckDocument(attribute, nameof(attribute));
        if (!attribute.IsAttribute)
        {
            throw new ArgumentException($"{attribute} is no attribute.", nameof(attribute));
        }
    }

    private void CheckIsOwn(Node attribute)
    {
        if (!attribute.IsAttribute || !ReferenceEquals(attribute._document, OwnerDocument) || OwnerDocument.OwnerOf(~attribute._row) != _row)
        {
            throw new ArgumentException($"{attribute} is no attribute of {this}.", nameof(attribute));
        }
    }

    private void MakeId(int index, bool isId)
    {
        OwnerDocument.Edit();
        OwnerDocument.Attribute(index).IsMadeId = isId;
    }

    private void CheckDocument(Node node, string parameter)
    {
        if (!ReferenceEquals(node.OwnerDocument, OwnerDocument))
        {
            throw new ArgumentException($"{node} belongs to another document: use ImportNode or AdoptNode.", parameter);
        }
    }
}
