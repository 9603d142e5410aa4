using System.Xml;
using System.Xml.XPath;
using XmlJson.Trees.SystemXml;

namespace XmlJson.Dom;

// The node as the platform's XML classes see it.
public readonly partial struct Node : IXPathNavigable
{
    /// <summary>Makes a cursor in XPath's data model that stands on this node, in its whole tree: see <see cref="Trees.Document.CreateNavigator"/>.</summary>
    /// <exception cref="InvalidOperationException">
    /// XPath has no such node: it is a document type, a namespace declaration, an attribute without an element, or a text or reference in a run of text without characters.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    public XPathNavigator CreateNavigator()
    {
        var document = OwnerDocument;
        if (IsAttribute)
        {
            var isDeclaration = document.Names[NameId].Namespace == XmlNames.XmlnsNamespace;
            return !isDeclaration && document.OwnerOf(~_row) is var owner and >= 0 ? new DocumentNavigator(document, owner, ~_row) : throw NoXPathNode();
        }

        var row = document.XPathNodeOf(_row);
        return row == 0 && _row != 0 ? throw NoXPathNode() : new DocumentNavigator(document, row);
    }

    /// <summary>Makes a reader of this node and all under it; the namespaces around it are known to it. See <see cref="Trees.Document.CreateReader"/>.</summary>
    /// <exception cref="InvalidOperationException">The node is an attribute.</exception>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    public XmlReader CreateReader()
    {
        RefuseAttribute("cannot be read by itself");
        return new DocumentReader(OwnerDocument, _row);
    }

    private InvalidOperationException NoXPathNode() =>
        new($"{this} is no node in XPath's data model (XPath 1.0 §5): document types, namespace declarations, attributes without an element and empty texts are none.");
}
