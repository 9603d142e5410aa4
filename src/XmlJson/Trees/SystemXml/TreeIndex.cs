namespace XmlJson.Trees.SystemXml;

/// <summary>What takes a walk through a tree to know of all its nodes at once. Made when first needed, and anew after an edit.</summary>
internal sealed class TreeIndex
{
    private readonly Document _document;
    private readonly int _version;
    private readonly int _top;
    private readonly int[] _order = new int[64];
    private readonly int[] _scope = new int[64];
    private readonly int[] _attributeOrder = [];

    private TreeIndex(Document document, int top)
    {
        _document = document;
        _version = document.Version;
        _top = top;
        var (count, attributes) = (0, 0);
        for (var row = top; row != 0 || count == 0; row = document.Following(row, top))
        {
            Ensure(ref _order, row);
            Ensure(ref _scope, row);
            _order[row] = count++;
            _scope[row] = row == top ? Declares(row) ? row : Document.NoParent : Declares(row) ? row : _scope[document.Node(row).Parent];
            if (document.IsEdited)
            {
                for (var index = document.Node(row).FirstAttribute; index > 0; index = document.NextAttribute(index))
                {
                    Ensure(ref _attributeOrder, index);
                    _attributeOrder[index] = attributes++;
                }
            }
        }
    }

    /// <summary>The index of the tree under a node that has no parent.</summary>
    /// <param name="known">One made before, which may be of another tree or time.</param>
    /// <param name="document">The document.</param>
    /// <param name="top">The node.</param>
    public static TreeIndex For(ref TreeIndex? known, Document document, int top)
    {
        var index = Volatile.Read(ref known);
        if (index is null || index._top != top || index._version != document.Version)
        {
            index = new TreeIndex(document, top);
            Volatile.Write(ref known, index);
        }

        return index;
    }

    /// <summary>A node's place in document order.</summary>
    public int OrderOf(int row) => _order[row];

    /// <summary>An attribute's place among all of the tree, in document order; known where the document was edited.</summary>
    public int OrderOfAttribute(int index) => _attributeOrder[index];

    /// <summary>The nearest element with namespace declarations or <c>xml:space</c>, the node itself included; negative when there is none.</summary>
    public int ScopeOf(int row) => _scope[row];

    private static void Ensure(ref int[] items, int index)
    {
        if (index >= items.Length)
        {
            Array.Resize(ref items, Math.Max(index + 1, items.Length * 2));
        }
    }

    // After an edit every name in a namespace counts as declared where it stands.
    private bool Declares(int row)
    {
        ref var node = ref _document.Node(row);
        if (node.Kind != NodeKind.Element)
        {
            return false;
        }

        if (_document.IsEdited && _document.Names[node.Name].Namespace > XmlNames.NoNamespace)
        {
            return true;
        }

        for (var index = node.FirstAttribute; index > 0; index = _document.NextAttribute(index))
        {
            if (_document.Names[_document.Attribute(index).Name].Namespace is XmlNames.XmlnsNamespace or XmlNames.XmlNamespace)
            {
                return true;
            }
        }

        return false;
    }
}
