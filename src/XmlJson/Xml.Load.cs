using XmlJson.Trees;

namespace XmlJson;

// Events kept as a document, and a document written out.
public static partial class Xml
{
    /// <summary>Reads a document into a tree.</summary>
    /// <param name="document">The document's bytes; the encoding is recognised (XML 1.0 appendix F).</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <returns>The tree; dispose it to give its memory back.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    public static Document Load(ReadOnlySpan<byte> document, XmlParserOptions? options = null)
    {
        using var builder = new DocumentBuilder();
        var handler = new DocumentBuilderReference(builder);
        Parse(document, ref handler, options);
        return builder.TakeDocument();
    }

    /// <summary>Reads a document into a tree that refers to these bytes, wherever text and values stand in them unchanged, instead of copying: the fastest way, and the smallest tree.</summary>
    /// <param name="document">The document's bytes; they must not change as long as the tree is in use. Those in another encoding than UTF-8 are copied as usual.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <returns>The tree; dispose it to give its memory back.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    public static Document Load(ReadOnlyMemory<byte> document, XmlParserOptions? options = null)
    {
        using var builder = new DocumentBuilder(document) { ReadsSourceAtOnce = true };
        var handler = new DocumentBuilderReference(builder);
        Parse(document.Span, ref handler, options);
        return builder.TakeDocument();
    }

    /// <summary>Reads a document into a tree from text, such as a string: the text itself, not a path.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <returns>The tree; dispose it to give its memory back.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    public static Document Load(ReadOnlySpan<char> document, XmlParserOptions? options = null)
    {
        using var builder = new DocumentBuilder();
        var handler = new DocumentBuilderReference(builder);
        Parse(document, ref handler, options);
        return builder.TakeDocument();
    }

    /// <summary>Reads a document into a tree from a stream, to its end; the stream stays open.</summary>
    /// <param name="document">The stream.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <returns>The tree; dispose it to give its memory back.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Document Load(Stream document, XmlParserOptions? options = null)
    {
        using var builder = new DocumentBuilder();
        var handler = new DocumentBuilderReference(builder);
        Parse(document, ref handler, options);
        return builder.TakeDocument();
    }

    /// <summary>Reads a document into a tree from a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <returns>The tree; dispose it to give its memory back.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Document LoadFile(string path, XmlParserOptions? options = null)
    {
        using var file = InputFile.Open(path);
        return Load(file, options);
    }

    /// <summary>Reads a document into a tree from a stream without blocking a thread; the stream stays open.</summary>
    /// <param name="document">The stream.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the parse between two reads.</param>
    /// <returns>The tree; dispose it to give its memory back.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<Document> LoadAsync(Stream document, XmlParserOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var builder = new DocumentBuilder();
        await ParseAsync(document, builder, options, cancellationToken).ConfigureAwait(false);
        return builder.TakeDocument();
    }
}
