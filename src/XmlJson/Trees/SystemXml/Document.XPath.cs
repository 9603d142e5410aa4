using System.Xml.XPath;
using XmlJson.Text;
using XmlJson.Trees.SystemXml;

namespace XmlJson.Trees;

// The document in XPath's data model (XPath 1.0 §5): adjacent texts, CDATA sections and unexpanded references are one text node, which stands at its first row that has characters; where none
// has, there is no node. There are no nodes for document types.
public sealed partial class Document
{
    // Further up than this an index is made, so that the time does not go with the depth for each node.
    private const int ShortWalk = 64;

    private TreeIndex? _treeIndex;
    private NameAtoms? _atoms;

    /// <summary>The names as strings for System.Xml.</summary>
    internal NameAtoms Atoms => _atoms ?? Interlocked.CompareExchange(ref _atoms, new NameAtoms(this), null) ?? _atoms;

    /// <summary>The XPath node that a row, or the first row from there on among its siblings that is one, belongs to; 0 when there is none.</summary>
    /// <param name="row">No row in the middle of a text node.</param>
    internal int XPathNodeFrom(int row)
    {
        while (row != 0 && IsPassedOver(row))
        {
            row = Node(row).Next;
        }

        return row;
    }

    /// <summary>The next sibling in XPath's model; 0 after the last.</summary>
    internal int NextXPathNode(int row)
    {
        var next = Node(row).Next;
        while (IsInXPathText(row) && IsInXPathText(next))
        {
            next = Node(next).Next;
        }

        return XPathNodeFrom(next);
    }

    /// <summary>The previous sibling in XPath's model; 0 before the first.</summary>
    internal int PreviousXPathNode(int row)
    {
        var isText = IsInXPathText(row);
        row = PreviousSibling(row);
        while (isText && IsInXPathText(row))
        {
            row = PreviousSibling(row);
        }

        while (row != 0)
        {
            if (!IsInXPathText(row))
            {
                if (Node(row).Kind != NodeKind.DocumentType)
                {
                    return row;
                }

                row = PreviousSibling(row);
                continue;
            }

            var first = 0;
            for (; IsInXPathText(row); row = PreviousSibling(row))
            {
                first = IsPassedOver(row) ? first : row;
            }

            if (first != 0)
            {
                return first;
            }
        }

        return 0;
    }

    /// <summary>The XPath node that a row is, or is a part of; 0 when it is none.</summary>
    internal int XPathNodeOf(int row)
    {
        if (!IsInXPathText(row))
        {
            return Node(row).Kind == NodeKind.DocumentType ? 0 : row;
        }

        var first = 0;
        var start = row;
        for (; IsInXPathText(row); row = Node(row).Next)
        {
            first = first == 0 && !IsPassedOver(row) ? row : first;
        }

        for (row = PreviousSibling(start); IsInXPathText(row); row = PreviousSibling(row))
        {
            first = IsPassedOver(row) ? first : row;
        }

        return first;
    }

    /// <summary>The kind of an XPath node.</summary>
    /// <param name="row">The node; of a text node, its first row with characters.</param>
    /// <param name="top">The top of its tree.</param>
    internal XPathNodeType XPathTypeOf(int row, int top)
    {
        switch (Node(row).Kind)
        {
            case NodeKind.Document or NodeKind.Fragment:
                return XPathNodeType.Root;
            case NodeKind.Element:
                return XPathNodeType.Element;
            case NodeKind.Comment:
                return XPathNodeType.Comment;
            case NodeKind.ProcessingInstruction:
                return XPathNodeType.ProcessingInstruction;
        }

        for (var piece = row; IsInXPathText(piece); piece = Node(piece).Next)
        {
            if (!IsPassedOver(piece) && (Node(piece).Kind == NodeKind.CData || !Characters.IsWhiteSpace(TextOf(piece))))
            {
                return XPathNodeType.Text;
            }
        }

        return PreservesSpace(Node(row).Parent, top) ? XPathNodeType.SignificantWhitespace : XPathNodeType.Whitespace;
    }

    /// <summary>The string-value of an XPath node (XPath 1.0 §5).</summary>
    internal string XPathValueOf(int row) => Node(row).Kind switch
    {
        NodeKind.Document or NodeKind.Fragment or NodeKind.Element => ContentOf(row, ignorableToo: true),
        NodeKind.Comment or NodeKind.ProcessingInstruction => StringOf(row),
        _ => RunText(row) ?? "",
    };

    /// <summary>The nearest element from a row upwards that declares namespaces or says <c>xml:space</c>, or may do so; negative when there is none.</summary>
    /// <param name="row">The row; negative for none.</param>
    /// <param name="top">The top of its tree.</param>
    /// <param name="steps">How far the walk up has come; 0 at its beginning.</param>
    internal int DeclaringElement(int row, int top, ref int steps)
    {
        while (row >= 0)
        {
            if (steps++ >= ShortWalk)
            {
                return TreeIndex.For(ref _treeIndex, this, top).ScopeOf(row);
            }

            ref var node = ref Node(row);
            if (node.FirstAttribute != 0 || (IsEdited && node.Kind == NodeKind.Element))
            {
                return row;
            }

            row = node.Parent;
        }

        return NoParent;
    }

    /// <summary>Compares places in document order; attributes only with those of the same tree.</summary>
    internal int CompareOrder(int row, int other, bool areAttributes, int top)
    {
        if (!IsEdited)
        {
            return row.CompareTo(other);
        }

        var index = TreeIndex.For(ref _treeIndex, this, top);
        return areAttributes ? index.OrderOfAttribute(row).CompareTo(index.OrderOfAttribute(other)) : index.OrderOf(row).CompareTo(index.OrderOf(other));
    }

    /// <summary>Whether an element declares a prefix to mean a namespace.</summary>
    internal bool DeclaresPrefix(int element, int prefix, int uri) =>
        FindDeclaration(element, prefix) is var declaration and not 0 && Names.Names.FindUri(ValueOf(declaration)) == uri;

    // Whether white space there is significant: xml:space (XML 1.0 §2.10).
    private bool PreservesSpace(int row, int top)
    {
        var name = Names.Names.Find("xml:space"u8);
        if (name < 0)
        {
            return false;
        }

        var steps = 0;
        for (row = DeclaringElement(row, top, ref steps); row >= 0; row = DeclaringElement(Node(row).Parent, top, ref steps))
        {
            if (FindAttribute(row, name) is var space and not 0)
            {
                return ValueOf(space).SequenceEqual("preserve"u8);
            }
        }

        return false;
    }

    private bool IsInXPathText(int row) => row != 0 && Node(row).Kind is >= NodeKind.Text and <= NodeKind.EntityReference;

    // Whether a row is no XPath node, nor the beginning of one.
    private bool IsPassedOver(int row)
    {
        ref var node = ref Node(row);
        return node.Kind is NodeKind.DocumentType or NodeKind.EntityReference || (node.IsText && node.Text.Length == 0);
    }
}
