using System.Xml;
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
}
