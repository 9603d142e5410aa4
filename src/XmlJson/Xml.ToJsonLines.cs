using System.Buffers;
using System.IO.Pipelines;
using XmlJson.Mapping;

namespace XmlJson;

// Documents of many records → lines of JSON, in the memory of the largest record.
public static partial class Xml
{
    /// <summary>Writes each record of a document as JSON on a line of its own (NDJSON, JSON Lines), in the memory of one: from stream to stream, both of which stay open.</summary>
    /// <remarks>
    /// A record becomes JSON as a document of its own: of the namespaces declared above it, those that its names are in are declared in it, and the names and attributes of the elements above it
    /// are left out (<see cref="JsonLinesSummary.LeftOut"/> counts them). A line is written when it is complete, so a record that is damaged leaves nothing behind; lines end with a line feed. Lines
    /// are passed on before more of the input is waited for. <see cref="MappingOptions.Indented"/> is ignored.
    /// </remarks>
    /// <param name="document">The document.</param>
    /// <param name="path">Which elements are records: <c>/catalog/book</c>, names as written, with prefix; <c>{urn:shop}book</c> is the name in a namespace, whatever its prefix; <c>*</c> is any one
    /// name, <c>**</c> any number of them: <c>**/item</c>. An element within a record is no other record.</param>
    /// <param name="output">Where the lines go, as UTF-8. After an exception the lines before the fault are written, each whole.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping, for each record; the defaults when null.</param>
    /// <param name="linesOptions">How to read, and what becomes of damaged records; the defaults when null.</param>
    /// <returns>What was written and left out, and what the convention dropped or changed.</returns>
    /// <exception cref="ArgumentException">The path is malformed, or the convention contradicts itself.</exception>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit; in a record, <see cref="JsonLinesOptions.OnError"/> decides.</exception>
    /// <exception cref="MappingException">The convention cannot express a record, or a limit is reached, and <see cref="JsonLinesOptions.OnError"/> does not allow it.</exception>
    /// <exception cref="IOException">A stream cannot be read or written.</exception>
    public static JsonLinesSummary ToJsonLines(
        Stream document,
        string path,
        Stream output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        JsonLinesOptions? linesOptions = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        using var conversion = new RecordConversion(path, convention, options, linesOptions);
        using var buffer = MemoryPool<byte>.Shared.Rent(RecordConversion.PieceLength);
        while (!conversion.IsCompleted)
        {
            conversion.Feed(buffer.Memory.Span[..document.Read(buffer.Memory.Span)]);
            do
            {
                WriteLines(conversion.Lines, output);
            }
            while (conversion.ReadOn());
        }

        return conversion.Summary;
    }

    /// <inheritdoc cref="ToJsonLines(Stream, string, Stream, MappingConvention?, MappingOptions?, JsonLinesOptions?)"/>
    /// <summary>Writes each record of a document as JSON on a line of its own (NDJSON, JSON Lines), from memory to memory.</summary>
    /// <param name="document">The document's bytes; the encoding is recognised (XML 1.0 appendix F).</param>
    /// <param name="path">Which elements are records, as <c>/catalog/book</c> or <c>**/item</c>; see the overload for streams.</param>
    /// <param name="output">Where the lines go, as UTF-8. After an exception the lines before the fault are written, each whole.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping, for each record; the defaults when null.</param>
    /// <param name="linesOptions">How to read, and what becomes of damaged records; the defaults when null.</param>
    public static JsonLinesSummary ToJsonLines(
        ReadOnlySpan<byte> document,
        string path,
        IBufferWriter<byte> output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        JsonLinesOptions? linesOptions = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var conversion = new RecordConversion(path, convention, options, linesOptions);
        while (!conversion.IsCompleted)
        {
            var piece = document[..Math.Min(document.Length, RecordConversion.PieceLength)];
            document = document[piece.Length..];
            conversion.Feed(piece);
            do
            {
                output.Write(conversion.Lines.Span);
            }
            while (conversion.ReadOn());
        }

        return conversion.Summary;
    }

    /// <inheritdoc cref="ToJsonLines(Stream, string, Stream, MappingConvention?, MappingOptions?, JsonLinesOptions?)"/>
    /// <summary>Writes each record of a file as JSON on a line of another (NDJSON, JSON Lines), in the memory of one.</summary>
    /// <param name="filePath">The document's file.</param>
    /// <param name="path">Which elements are records, as <c>/catalog/book</c> or <c>**/item</c>; see the overload for streams.</param>
    /// <param name="outputPath">The file for the lines: a new one, or in place of the old one once all of it is written. After an exception it is not there, or as it was.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping, for each record; the defaults when null.</param>
    /// <param name="linesOptions">How to read, and what becomes of damaged records; the defaults when null.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public static JsonLinesSummary ToJsonLinesFile(
        string filePath,
        string path,
        string outputPath,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        JsonLinesOptions? linesOptions = null)
    {
        ArgumentNullException.ThrowIfNull(filePath);
        using var file = InputFile.Open(filePath);
        JsonLinesSummary? summary = null;
        NewFile.Write(outputPath, output => summary = ToJsonLines(file, path, output, convention, options, linesOptions));
        return summary!;
    }

    /// <inheritdoc cref="ToJsonLines(Stream, string, Stream, MappingConvention?, MappingOptions?, JsonLinesOptions?)"/>
    /// <summary>Writes each record of a document as JSON on a line of its own (NDJSON, JSON Lines), without blocking a thread.</summary>
    /// <param name="document">The document; the stream stays open.</param>
    /// <param name="path">Which elements are records, as <c>/catalog/book</c> or <c>**/item</c>; see the overload that blocks.</param>
    /// <param name="output">Where the lines go, as UTF-8; the stream stays open. After an exception the lines before the fault are written, each whole.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping, for each record; the defaults when null.</param>
    /// <param name="linesOptions">How to read, and what becomes of damaged records; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the conversion, also in the midst of a read or a write.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<JsonLinesSummary> ToJsonLinesAsync(
        Stream document,
        string path,
        Stream output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        JsonLinesOptions? linesOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        return await ToJsonLinesAsync(document, path, WriteAsync, convention, options, linesOptions, cancellationToken).ConfigureAwait(false);

        async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> lines)
        {
            await output.WriteAsync(lines, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <inheritdoc cref="ToJsonLinesAsync(Stream, string, Stream, MappingConvention?, MappingOptions?, JsonLinesOptions?, CancellationToken)"/>
    /// <summary>Writes each record of a document as JSON on a line of its own (NDJSON, JSON Lines), from pipe to pipe.</summary>
    /// <param name="document">The pipe that is read; what was read is consumed, and the reader is not completed.</param>
    /// <param name="path">Which elements are records, as <c>/catalog/book</c> or <c>**/item</c>; see the overload that blocks.</param>
    /// <param name="output">The pipe that is written, and flushed behind the lines of each piece; it is not completed. When its reader has completed, the conversion ends without an error.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping, for each record; the defaults when null.</param>
    /// <param name="linesOptions">How to read, and what becomes of damaged records; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the conversion, also in the midst of a read or a write.</param>
    public static async Task<JsonLinesSummary> ToJsonLinesAsync(
        PipeReader document,
        string path,
        PipeWriter output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        JsonLinesOptions? linesOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        return await ToJsonLinesAsync(document.AsStream(leaveOpen: true), path, WriteAsync, convention, options, linesOptions, cancellationToken).ConfigureAwait(false);

        async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> lines) => !(await output.WriteAsync(lines, cancellationToken).ConfigureAwait(false)).IsCompleted;
    }

    // Ends when nobody wants more lines: the writing says whether somebody does.
    private static async Task<JsonLinesSummary> ToJsonLinesAsync(
        Stream document,
        string path,
        Func<ReadOnlyMemory<byte>, ValueTask<bool>> writeAsync,
        MappingConvention? convention,
        MappingOptions? options,
        JsonLinesOptions? linesOptions,
        CancellationToken cancellationToken)
    {
        using var conversion = new RecordConversion(path, convention, options, linesOptions);
        using var buffer = MemoryPool<byte>.Shared.Rent(RecordConversion.PieceLength);
        while (!conversion.IsCompleted)
        {
            var length = await document.ReadAsync(buffer.Memory, cancellationToken).ConfigureAwait(false);
            conversion.Feed(buffer.Memory.Span[..length]);
            do
            {
                if (!conversion.Lines.IsEmpty && !await writeAsync(conversion.Lines).ConfigureAwait(false))
                {
                    return conversion.Summary;
                }

                cancellationToken.ThrowIfCancellationRequested();
            }
            while (conversion.ReadOn());
        }

        return conversion.Summary;
    }

    private static void WriteLines(ReadOnlyMemory<byte> lines, Stream output)
    {
        if (!lines.IsEmpty)
        {
            output.Write(lines.Span);
        }
    }
}
