using System.Buffers;
using System.Text;
using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson;

// Documents in a canonical form.
public static partial class Xml
{
    /// <summary>Writes a document in a canonical form, Canonical XML 1.1 without comments unless the options say otherwise, as it is read.</summary>
    /// <param name="document">The document's bytes; the encoding is recognised (XML 1.0 appendix F).</param>
    /// <param name="output">Where the canonical form goes, as UTF-8. When the document is refused, a part may have been written.</param>
    /// <param name="options">Which form; <see cref="CanonicalizationOptions.Default"/> when null.</param>
    /// <param name="parserOptions">How to read; the defaults when null, which refuse a document type declaration.</param>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="CanonicalizationException">The document has no canonical form.</exception>
    /// <exception cref="ArgumentException">The options hold a name that is none, or a parameter that their version does not have.</exception>
    public static void Canonicalize(ReadOnlySpan<byte> document, IBufferWriter<byte> output, CanonicalizationOptions? options = null, XmlParserOptions? parserOptions = null)
    {
        using var canonicalizer = new Canonicalizer(output, options);
        Parse(document, canonicalizer, parserOptions);
    }

    /// <summary>The canonical form of XML text, such as a string: Python's <c>xml.etree.ElementTree.canonicalize</c>, with <see cref="CanonicalizationOptions.ElementTree"/>.</summary>
    /// <param name="document">The document: the text itself, not a path.</param>
    /// <param name="options">Which form; <see cref="CanonicalizationOptions.Default"/> when null.</param>
    /// <param name="parserOptions">How to read; the defaults when null, which refuse a document type declaration.</param>
    /// <returns>The canonical form; its bytes are UTF-8.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="CanonicalizationException">The document has no canonical form.</exception>
    /// <exception cref="ArgumentException">The options hold a name that is none, or a parameter that their version does not have.</exception>
    public static string Canonicalize(ReadOnlySpan<char> document, CanonicalizationOptions? options = null, XmlParserOptions? parserOptions = null)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var canonicalizer = new Canonicalizer(output, options))
        {
            Parse(document, canonicalizer, parserOptions);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Writes a document in a canonical form, from stream to stream; both stay open. Memory does not depend on the document's length.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Where the canonical form goes, as UTF-8. When the document is refused, a part may have been written.</param>
    /// <param name="options">Which form; <see cref="CanonicalizationOptions.Default"/> when null.</param>
    /// <param name="parserOptions">How to read; the defaults when null, which refuse a document type declaration.</param>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="CanonicalizationException">The document has no canonical form.</exception>
    /// <exception cref="ArgumentException">The options hold a name that is none, or a parameter that their version does not have.</exception>
    /// <exception cref="IOException">A stream cannot be read or written.</exception>
    public static void Canonicalize(Stream document, Stream output, CanonicalizationOptions? options = null, XmlParserOptions? parserOptions = null)
    {
        using var canonicalizer = new Canonicalizer(output, options);
        Parse(document, canonicalizer, parserOptions);
    }

    /// <summary>Writes a tree in a canonical form, Canonical XML 1.1 without comments unless the options say otherwise.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Where the canonical form goes, as UTF-8.</param>
    /// <param name="options">Which form; <see cref="CanonicalizationOptions.Default"/> when null.</param>
    /// <exception cref="CanonicalizationException">The document has no canonical form.</exception>
    /// <exception cref="ArgumentException">The options hold a name that is none, or a parameter that their version does not have.</exception>
    /// <exception cref="InvalidOperationException">The document has no root element; or a prefix is used, but neither declared nor in a namespace.</exception>
    public static void Canonicalize(this Document document, IBufferWriter<byte> output, CanonicalizationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var canonicalizer = new Canonicalizer(output, options);
        document.WriteTo(canonicalizer);
    }

    /// <summary>The canonical form of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">Which form; <see cref="CanonicalizationOptions.Default"/> when null.</param>
    /// <inheritdoc cref="Canonicalize(Document, IBufferWriter{byte}, CanonicalizationOptions?)"/>
    public static string Canonicalize(this Document document, CanonicalizationOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>();
        document.Canonicalize(output, options);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Writes a document, or an element with all in it and what it inherits where it stands, in a canonical form (Canonical XML 1.0 §2.4, for the nodes under that element).</summary>
    /// <param name="node">A document's node or an element.</param>
    /// <param name="output">Where the canonical form goes, as UTF-8.</param>
    /// <param name="options">Which form; <see cref="CanonicalizationOptions.Default"/> when null.</param>
    /// <exception cref="CanonicalizationException">The part has no canonical form.</exception>
    /// <exception cref="ArgumentException">The options hold a name that is none, or a parameter that their version does not have.</exception>
    /// <exception cref="InvalidOperationException">The node is of another kind; or a prefix is used, but neither declared nor in a namespace.</exception>
    public static void Canonicalize(this Node node, IBufferWriter<byte> output, CanonicalizationOptions? options = null)
    {
        if (node.NodeType == NodeType.Document)
        {
            node.OwnerDocument.Canonicalize(output, options);
            return;
        }

        if (node.NodeType != NodeType.Element)
        {
            throw new InvalidOperationException($"Documents and elements have a canonical form; this is {node}.");
        }

        CanonicalizeElement(node.OwnerDocument, node.RowIndex, output, options);
    }

    /// <summary>The canonical form of a document, or of an element with all in it and what it inherits where it stands.</summary>
    /// <param name="node">A document's node or an element.</param>
    /// <param name="options">Which form; <see cref="CanonicalizationOptions.Default"/> when null.</param>
    /// <inheritdoc cref="Canonicalize(Node, IBufferWriter{byte}, CanonicalizationOptions?)"/>
    public static string Canonicalize(this Node node, CanonicalizationOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>();
        node.Canonicalize(output, options);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Writes an element with all in it and what it inherits where it stands, without its tail, in a canonical form (Canonical XML 1.0 §2.4, for the nodes under that element).</summary>
    /// <param name="element">The element.</param>
    /// <param name="output">Where the canonical form goes, as UTF-8.</param>
    /// <param name="options">Which form; <see cref="CanonicalizationOptions.Default"/> when null.</param>
    /// <exception cref="CanonicalizationException">The part has no canonical form.</exception>
    /// <exception cref="ArgumentException">The options hold a name that is none, or a parameter that their version does not have.</exception>
    /// <exception cref="InvalidOperationException">This is a comment or processing instruction; or a prefix is used, but neither declared nor in a namespace.</exception>
    public static void Canonicalize(this Element element, IBufferWriter<byte> output, CanonicalizationOptions? options = null)
    {
        if (element.IsComment || element.IsProcessingInstruction)
        {
            throw new InvalidOperationException($"Documents and elements have a canonical form; this is {element}.");
        }

        CanonicalizeElement(element.Document, element.RowIndex, output, options);
    }

    /// <summary>The canonical form of an element with all in it and what it inherits where it stands, without its tail.</summary>
    /// <param name="element">The element.</param>
    /// <param name="options">Which form; <see cref="CanonicalizationOptions.Default"/> when null.</param>
    /// <inheritdoc cref="Canonicalize(Element, IBufferWriter{byte}, CanonicalizationOptions?)"/>
    public static string Canonicalize(this Element element, CanonicalizationOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>();
        element.Canonicalize(output, options);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void CanonicalizeElement(Document document, int row, IBufferWriter<byte> output, CanonicalizationOptions? options)
    {
        using var canonicalizer = new Canonicalizer(output, options);
        document.WriteSubtree(row, canonicalizer, (options ?? CanonicalizationOptions.Default).Version switch
        {
            CanonicalXmlVersion.Inclusive10 => XmlAttributeInheritance.All,
            CanonicalXmlVersion.Inclusive11 => XmlAttributeInheritance.Joined,
            _ => XmlAttributeInheritance.None,
        });
    }
}
