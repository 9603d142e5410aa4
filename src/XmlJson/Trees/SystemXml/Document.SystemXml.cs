using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using XmlJson.Trees.SystemXml;

namespace XmlJson.Trees;

// The document as the platform's XML classes see it.
public sealed partial class Document : IXPathNavigable
{
    /// <summary>Makes a cursor in XPath's data model (XPath 1.0 §5) that stands on the document: for XPath 1.0 expressions, for XSLT with <c>XslCompiledTransform</c>, and all else that takes a navigator.</summary>
    /// <remarks>
    /// <para>Nothing is copied, and the navigator shows the document as it is, edits included; a clone costs one small object. Adjacent texts, CDATA sections and references that were not expanded
    /// are one text node; the references themselves, and the document type, are no nodes. <c>id()</c> finds attributes that are declared as IDs where the parser read the declaration, and
    /// <c>xml:id</c>. <see cref="XPathNavigator.IsEmptyElement"/> is true of every element without children. <see cref="XPathNavigator.BaseURI"/> is empty.</para>
    /// <para><see cref="XPathNavigator.UnderlyingObject"/> is the <see cref="Dom.Node"/>. The members of the navigator throw <see cref="ObjectDisposedException"/> once the document is disposed. A
    /// namespace axis takes time for each declaration in force; all other moves take the same time whatever the depth and width.</para>
    /// </remarks>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    public XPathNavigator CreateNavigator() => new DocumentNavigator(this, DocumentRow);

    /// <summary>Makes a reader of the document, as if its text were parsed: for <c>XmlSerializer</c>, <c>DataContractSerializer</c>, validation by <see cref="System.Xml.Schema.XmlSchemaSet"/>, and all else that takes an <see cref="XmlReader"/>.</summary>
    /// <remarks>
    /// <para>It differs from a reader of text only in what a tree does not know: there is no white space outside the root element, every element without content is an empty one, and there are no
    /// lines and no base URI. References that were not expanded are <see cref="XmlNodeType.EntityReference"/> nodes that cannot be resolved. A changed document gets the namespace declarations it
    /// lacks, as in <see cref="WriteTo(IContentHandler)"/>; it must not be changed while it is read.</para>
    /// <para>The reader's members throw <see cref="ObjectDisposedException"/> once the document is disposed.</para>
    /// </remarks>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    public XmlReader CreateReader() => new DocumentReader(this, DocumentRow);

    /// <summary>Makes an <see cref="XDocument"/> of the document.</summary>
    /// <remarks>
    /// <para>An <see cref="XDocument"/> holds names without their prefixes, and declarations as attributes: where a namespace has several prefixes, it may be written with another one. Whether an
    /// attribute was added by default, and declared types, are lost.</para>
    /// </remarks>
    /// <exception cref="InvalidOperationException">The document has what an <see cref="XDocument"/> cannot hold: a reference that was not expanded, or a name that was read with namespace processing
    /// off; or it uses a prefix that is neither declared nor in a namespace.</exception>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    public XDocument ToXDocument()
    {
        var builder = new XDocumentBuilder();
        WriteTo(builder);
        return builder.Document;
    }

    /// <summary>Makes an <see cref="XmlDocument"/> of the document; white space is kept, and nothing is ever fetched.</summary>
    /// <remarks>Declared types are lost, but for what <see cref="XmlDocument"/> itself learns from an internal subset. References that were not expanded stay references.</remarks>
    /// <exception cref="XmlException">The internal subset is malformed, which only a parser that reads it finds out.</exception>
    /// <exception cref="InvalidOperationException">The document uses a prefix that is neither declared nor in a namespace.</exception>
    /// <exception cref="ObjectDisposedException">The document was disposed.</exception>
    public XmlDocument ToXmlDocument()
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        using var reader = CreateReader();

        // Node by node: Load refuses references to what is not declared.
        reader.Read();
        while (document.ReadNode(reader) is { } node)
        {
            document.AppendChild(node);
        }

        return document;
    }
}
