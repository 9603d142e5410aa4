using XmlJson.Trees;

namespace XmlJson.Dom;

// Names of elements, and finding them.
public readonly partial struct Node
{
    /// <summary>An element's qualified name; the same string each time.</summary>
    /// <exception cref="InvalidOperationException">The node is no element.</exception>
    public string TagName
    {
        get
        {
            Require(NodeType.Element, nameof(TagName));
            return NodeName;
        }
    }

    /// <summary>The local part of an element's or attribute's name; <see langword="null"/> for other kinds.</summary>
    public string? LocalName
    {
        get
        {
            var document = OwnerDocument;
            if (IsAttribute)
            {
                return document.Names.LocalOf(document.Attribute(~_row).Name);
            }

            ref readonly var row = ref document.Node(_row);
            return row.Kind == NodeKind.Element ? document.Names.LocalOf(row.Name) : null;
        }
    }

    /// <summary>
    /// The prefix of an element's or attribute's name; <see langword="null"/> when it has none. Setting it changes the name and keeps the namespace; null or empty removes it. For other kinds
    /// setting it does nothing.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The prefix set is none, or reserved for another namespace (Namespaces in XML 1.0 §3); the name is in no namespace; or the element has another attribute of the name that would result.
    /// </exception>
    public string? Prefix
    {
        get => HasParts ? NullIfEmpty(Name.GetPrefix()) : null;
        set
        {
            if (HasParts)
            {
                OwnerDocument.RenameNode(this, NamespaceUri, string.IsNullOrEmpty(value) ? LocalName! : $"{value}:{LocalName}");
            }
        }
    }

    /// <summary>The namespace name of an element or attribute; <see langword="null"/> when it is in none.</summary>
    public string? NamespaceUri => HasParts ? NullIfEmpty(Name.GetNamespaceUri()) : null;

    private bool HasParts => NodeType is NodeType.Element or NodeType.Attribute;

    /// <summary>The elements under this node with a name, in document order, as they are now.</summary>
    /// <param name="qualifiedName">The qualified name, or <c>*</c> for all.</param>
    public NodeList GetElementsByTagName(string qualifiedName)
    {
        ArgumentNullException.ThrowIfNull(qualifiedName);
        return Find(qualifiedName == "*" ? default : new NameTest(OwnerDocument, qualifiedName));
    }

    /// <summary>The elements under this node with a name in a namespace, in document order, as they are now.</summary>
    /// <param name="namespaceUri">The namespace name; <see langword="null"/> or empty for none, <c>*</c> for any.</param>
    /// <param name="localName">The local part, or <c>*</c> for any.</param>
    public NodeList GetElementsByTagNameNS(string? namespaceUri, string localName)
    {
        ArgumentNullException.ThrowIfNull(localName);
        return Find(new NameTest(OwnerDocument, namespaceUri ?? "", localName));
    }

    /// <summary>The namespace that a prefix means here (DOM Level 3 Core, <c>lookupNamespaceURI</c>).</summary>
    /// <param name="prefix">The prefix; <see langword="null"/> or empty for the default namespace.</param>
    /// <returns>The namespace name, or <see langword="null"/> when there is none.</returns>
    public string? LookupNamespaceUri(string? prefix)
    {
        var document = OwnerDocument;
        var element = NearestElement;
        var wanted = document.Names.Find(prefix);
        return wanted switch
        {
            XmlNames.XmlPrefix => document.Names.Names.UriString(XmlNames.XmlNamespace),
            XmlNames.XmlnsPrefix => document.Names.Names.UriString(XmlNames.XmlnsNamespace),
            < 0 => null,
            _ => NullIfEmpty(document.Names.Names.UriString(Math.Max(document.NamespaceBoundTo(wanted, element), XmlNames.NoNamespace))),
        };
    }

    /// <summary>A prefix that means a namespace here (DOM Level 3 Core, <c>lookupPrefix</c>).</summary>
    /// <param name="namespaceUri">The namespace name.</param>
    /// <returns>The prefix, or <see langword="null"/> when there is none but perhaps the default namespace.</returns>
    public string? LookupPrefix(string? namespaceUri)
    {
        var uri = OwnerDocument.Names.FindUri(namespaceUri);
        var prefix = OwnerDocument.PrefixBoundTo(uri, NearestElement, emptyToo: false);
        return prefix < 0 ? null : OwnerDocument.Names.Names.NameString(prefix);
    }

    /// <summary>Whether a namespace is the default one here (DOM Level 3 Core, <c>isDefaultNamespace</c>).</summary>
    /// <param name="namespaceUri">The namespace name; <see langword="null"/> or empty for none.</param>
    public bool IsDefaultNamespace(string? namespaceUri) => LookupNamespaceUri(null) == NullIfEmpty(namespaceUri);

    // The element whose scope counts: this one, an attribute's owner, the parent's, for a document its root element.
    private int NearestElement
    {
        get
        {
            if (IsAttribute)
            {
                return OwnerDocument.OwnerOf(~_row);
            }

            var row = Row.Kind == NodeKind.Document && FirstElementChild is { } root ? root._row : _row;
            while (row >= 0 && OwnerDocument.Node(row).Kind != NodeKind.Element)
            {
                row = OwnerDocument.Node(row).Parent;
            }

            return row;
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private NodeList Find(NameTest test)
    {
        var document = OwnerDocument;
        document.RefuseDisposed();
        if (IsAttribute || test.MatchesNothing)
        {
            return new NodeList(document, []);
        }

        var found = new List<int>();
        for (var row = document.Following(_row, _row); row != 0; row = document.Following(row, _row))
        {
            ref var node = ref document.Node(row);
            if (node.Kind == NodeKind.Element && test.Matches(document, node.Name))
            {
                found.Add(row);
            }
        }

        return new NodeList(document, [.. found]);
    }
}
