
namespace XmlJson;

/// <summary>The front door for XML: parse any input into events.</summary>
public static partial class Xml
{
    /// <summary>Reads a document and reports it to a handler.</summary>
    /// <param name="document">The document's bytes; the encoding is recognised (XML 1.0 appendix F).</param>
    /// <param name="handler">Is given the events.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <returns>Whether the document was read to its end, or the handler stopped it.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    public static ParseStatus Parse<THandler>(ReadOnlySpan<byte> document, ref THandler handler, XmlParserOptions? options = null)
        where THandler : IContentHandler, allows ref struct
    {
        using var parser = new Utf8XmlParser(options);
        return parser.Parse(document, ref handler);
    }
}
