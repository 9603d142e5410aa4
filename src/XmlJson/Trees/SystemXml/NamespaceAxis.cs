namespace XmlJson.Trees.SystemXml;

/// <summary>Collects the namespace nodes of an element: its own first, the last one declared at the front, then those of each ancestor that are not hidden, and <c>xml</c> at the end.</summary>
/// <remarks>In an edited document what its names imply, and no declaration says, counts as declared: writing the document declares it.</remarks>
internal readonly ref struct NamespaceAxis
{
    private readonly Document _document;
    private readonly List<NamespaceNode> _nodes = [];
    private readonly HashSet<int> _hidden = [];

    private NamespaceAxis(Document document) => _document = document;

    private NameTable Names => _document.Names;

    /// <summary>The namespaces that an element declares.</summary>
    public static NamespaceNode[] Local(Document document, int element)
    {
        var axis = new NamespaceAxis(document);
        axis.AddDeclarations(element);
        return [.. axis._nodes];
    }

    /// <summary>All namespaces in scope at an element.</summary>
    /// <param name="document">The document.</param>
    /// <param name="element">The element.</param>
    /// <param name="top">The top of its tree.</param>
    public static NamespaceNode[] InScope(Document document, int element, int top)
    {
        var axis = new NamespaceAxis(document);
        var steps = 0;
        for (var row = document.DeclaringElement(element, top, ref steps); row >= 0; row = document.DeclaringElement(document.Node(row).Parent, top, ref steps))
        {
            axis.AddDeclarations(row);
        }

        axis._nodes.Add(new NamespaceNode(XmlNames.XmlPrefix, XmlNames.XmlNamespace, Document.NoParent));
        return [.. axis._nodes];
    }

    private void AddDeclarations(int element)
    {
        ref var node = ref _document.Node(element);
        var start = _nodes.Count;
        if (_document.IsEdited)
        {
            AddImplied(element, in Names[node.Name], isAttribute: false);
        }

        for (var index = node.FirstAttribute; index > 0; index = _document.NextAttribute(index))
        {
            ref readonly var name = ref Names[_document.Attribute(index).Name];
            if (name.Namespace == XmlNames.XmlnsNamespace)
            {
                Add(name.DeclaredPrefix, Names.Names.FindUri(_document.ValueOf(index)), element);
            }
            else if (_document.IsEdited)
            {
                AddImplied(element, in name, isAttribute: true);
            }
        }

        _nodes.Reverse(start, _nodes.Count - start);
    }

    private void AddImplied(int element, in NameRow name, bool isAttribute)
    {
        if (name.Prefix == XmlNames.XmlPrefix || name.Namespace < 0 || (name.Prefix == XmlNames.EmptyName && isAttribute))
        {
            return;
        }

        var parent = _document.Node(element).Parent;
        var bound = Math.Max(_document.NamespaceBoundTo(name.Prefix, parent), XmlNames.NoNamespace);
        if (bound != name.Namespace && (name.Namespace != XmlNames.NoNamespace || name.Prefix == XmlNames.EmptyName) && !_document.DeclaresPrefix(element, name.Prefix, name.Namespace))
        {
            Add(name.Prefix, name.Namespace, element);
        }
    }

    private void Add(int prefix, int uri, int owner)
    {
        if (prefix == XmlNames.XmlPrefix)
        {
            return;
        }

        if (_hidden.Add(prefix))
        {
            _nodes.Add(new NamespaceNode(prefix, uri, owner));
        }
    }
}
