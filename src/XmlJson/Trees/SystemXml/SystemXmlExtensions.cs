using System.Xml;
using System.Xml.Linq;
using XmlJson.Trees.SystemXml;

namespace XmlJson.Trees;

/// <summary>Makes documents of the platform's trees. The way back is <see cref="Document.ToXDocument"/> and <see cref="Document.ToXmlDocument"/>.</summary>
public static class SystemXmlExtensions
{
    /// <summary>Makes a <see cref="Document"/> of an <see cref="XDocument"/>.</summary>
    /// <remarks>A name gets the prefix that was declared last for its namespace; declarations that are missing are added. Adjacent texts become one, and white space outside the root element is left out.</remarks>
    /// <param name="document">The document, which stays as it is.</param>
    /// <returns>The tree; dispose it to give its memory back.</returns>
    /// <exception cref="ArgumentException">A name, a text or a value is not allowed in XML, or a comment or processing instruction cannot hold what it says.</exception>
    public static Document ToDocument(this XDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return XDocumentSource.ToDocument(document);
    }

    /// <summary>Makes a <see cref="Document"/> with a copy of an <see cref="XElement"/> as its root: see <see cref="ToDocument(XDocument)"/>.</summary>
    /// <param name="element">The element, which stays where it is.</param>
    /// <returns>The tree; dispose it to give its memory back.</returns>
    /// <exception cref="ArgumentException">A name, a text or a value is not allowed in XML, or a comment or processing instruction cannot hold what it says.</exception>
    public static Document ToDocument(this XElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return XDocumentSource.ToDocument(element);
    }

    /// <summary>Makes a <see cref="Document"/> of an <see cref="XmlDocument"/>.</summary>
    /// <remarks>Declarations that are missing are added. Entities that the document knows are expanded, other references stay references. Declared types of attributes are lost; adjacent texts become
    /// one, and white space outside the root element is left out.</remarks>
    /// <param name="document">The document, which stays as it is.</param>
    /// <returns>The tree; dispose it to give its memory back.</returns>
    /// <exception cref="ArgumentException">A name, a text or a value is not allowed in XML, or a comment or processing instruction cannot hold what it says.</exception>
    /// <exception cref="InvalidOperationException">A prefix is used, but neither declared nor in a namespace.</exception>
    public static Document ToDocument(this XmlDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return XmlDocumentSource.ToDocument(document);
    }
}
