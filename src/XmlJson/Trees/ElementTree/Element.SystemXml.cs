using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using XmlJson.Trees.SystemXml;

namespace XmlJson.ElementTree;

// The element as the platform's XML classes see it.
public readonly partial struct Element : IXPathNavigable
{
    /// <summary>Makes a cursor in XPath's data model that stands on this element, in its whole tree: see <see cref="Trees.Document.CreateNavigator"/>.</summary>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    public XPathNavigator CreateNavigator() => new DocumentNavigator(Document, _row);

    /// <summary>Makes a reader of this element without its tail; the namespaces around it are known to it. See <see cref="Trees.Document.CreateReader"/>.</summary>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    public XmlReader CreateReader() => new DocumentReader(Document, _row);

    /// <summary>Makes an <see cref="XElement"/> of this element, without its tail: see <see cref="Trees.Document.ToXDocument"/>. Namespaces in use are declared anew.</summary>
    /// <exception cref="InvalidOperationException">
    /// This is a comment or processing instruction; or the element holds what an <see cref="XElement"/> cannot hold, or a prefix that is neither declared nor in a namespace.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    public XElement ToXElement()
    {
        RequireElement("be an XElement");
        var builder = new XDocumentBuilder();
        WriteTo(builder);
        var element = builder.Document.Root!;
        element.Remove();
        return element;
    }
}
