using System.Buffers;
using System.IO.Pipelines;

namespace XmlJson;

/// <summary>The front door for XML: any input in, events to a handler. Each call is a whole parse; memory is pooled.</summary>
/// <remarks>
/// <para>A handler that is a struct is passed by <c>ref</c>; one that is a class may be passed as it is.</para>
/// <para>Every method throws <see cref="XmlSyntaxException"/> when the document is not well-formed or reaches a limit of <see cref="XmlParserOptions"/>; the events up to there were reported.</para>
/// </remarks>
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
        using var rented = RentedParser.Rent(options);
        return rented.Parser.Parse(document, ref handler);
    }

    /// <inheritdoc cref="Parse{THandler}(ReadOnlySpan{byte}, ref THandler, XmlParserOptions?)"/>
    public static ParseStatus Parse<THandler>(ReadOnlySpan<byte> document, THandler handler, XmlParserOptions? options = null)
        where THandler : class, IContentHandler
        => Parse(document, ref handler, options);

    /// <inheritdoc cref="Parse{THandler}(ReadOnlySpan{byte}, ref THandler, XmlParserOptions?)"/>
    public static ParseStatus Parse<THandler>(in ReadOnlySequence<byte> document, ref THandler handler, XmlParserOptions? options = null)
        where THandler : IContentHandler, allows ref struct
    {
        using var rented = RentedParser.Rent(options);
        return rented.Parser.Parse(in document, ref handler);
    }

    /// <inheritdoc cref="Parse{THandler}(ReadOnlySpan{byte}, ref THandler, XmlParserOptions?)"/>
    public static ParseStatus Parse<THandler>(in ReadOnlySequence<byte> document, THandler handler, XmlParserOptions? options = null)
        where THandler : class, IContentHandler
        => Parse(in document, ref handler, options);

    /// <summary>Reads a document from text, such as a string: the text itself, not a path. An encoding that it declares is ignored.</summary>
    /// <param name="document">The document.</param>
    /// <param name="handler">Is given the events.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <returns>Whether the document was read to its end, or the handler stopped it.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    public static ParseStatus Parse<THandler>(ReadOnlySpan<char> document, ref THandler handler, XmlParserOptions? options = null)
        where THandler : IContentHandler, allows ref struct
    {
        using var rented = RentedParser.Rent(options);
        return rented.Parser.Parse(document, ref handler);
    }

    /// <inheritdoc cref="Parse{THandler}(ReadOnlySpan{char}, ref THandler, XmlParserOptions?)"/>
    public static ParseStatus Parse<THandler>(ReadOnlySpan<char> document, THandler handler, XmlParserOptions? options = null)
        where THandler : class, IContentHandler
        => Parse(document, ref handler, options);

    /// <summary>Reads a document from a stream, to its end; the stream stays open. Memory does not depend on the document's length.</summary>
    /// <param name="document">The stream.</param>
    /// <param name="handler">Is given the events.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <returns>Whether the document was read to its end, or the handler stopped it.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ParseStatus Parse<THandler>(Stream document, ref THandler handler, XmlParserOptions? options = null)
        where THandler : IContentHandler, allows ref struct
    {
        using var rented = RentedParser.Rent(options);
        return rented.Parser.Parse(document, ref handler);
    }

    /// <inheritdoc cref="Parse{THandler}(Stream, ref THandler, XmlParserOptions?)"/>
    public static ParseStatus Parse<THandler>(Stream document, THandler handler, XmlParserOptions? options = null)
        where THandler : class, IContentHandler
        => Parse(document, ref handler, options);

    /// <summary>Reads a document from a file. Memory does not depend on its length.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="handler">Is given the events.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <returns>Whether the document was read to its end, or the handler stopped it.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ParseStatus ParseFile<THandler>(string path, ref THandler handler, XmlParserOptions? options = null)
        where THandler : IContentHandler, allows ref struct
    {
        using var file = InputFile.Open(path);
        return Parse(file, ref handler, options);
    }

    /// <inheritdoc cref="ParseFile{THandler}(string, ref THandler, XmlParserOptions?)"/>
    public static ParseStatus ParseFile<THandler>(string path, THandler handler, XmlParserOptions? options = null)
        where THandler : class, IContentHandler
        => ParseFile(path, ref handler, options);

    /// <summary>Reads a document from a stream without blocking a thread; the stream stays open.</summary>
    /// <param name="document">The stream.</param>
    /// <param name="handler">Is given the events, one at a time, each on the thread that received its bytes.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the parse between two reads.</param>
    /// <returns>Whether the document was read to its end, or the handler stopped it.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<ParseStatus> ParseAsync(Stream document, IContentHandler handler, XmlParserOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var rented = RentedParser.Rent(options);
        return await rented.Parser.ParseAsync(document, handler, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a document from a pipe; the reader is not completed.</summary>
    /// <param name="document">The pipe's reader.</param>
    /// <param name="handler">Is given the events, one at a time, each on the thread that received its bytes.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the parse between two reads.</param>
    /// <returns>Whether the document was read to its end, or the handler stopped it.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<ParseStatus> ParseAsync(PipeReader document, IContentHandler handler, XmlParserOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var rented = RentedParser.Rent(options);
        return await rented.Parser.ParseAsync(document, handler, cancellationToken).ConfigureAwait(false);
    }
}
