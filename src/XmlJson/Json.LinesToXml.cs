using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using XmlJson.Mapping;

namespace XmlJson;

// Lines of JSON → one document, in the memory of the longest line.
public static partial class Json
{
    /// <summary>Writes each line of JSON (NDJSON, JSON Lines) as an element of one XML document, in the memory of one: from stream to stream, both of which stay open.</summary>
    /// <remarks>
    /// Lines end with a line feed, a carriage return before it does not count, the last one may have none; blank lines are passed over, and so is a byte order mark. A line becomes XML as a text
    /// of its own, within the root element <see cref="JsonLinesOptions.RootName"/>, and stands on a line there; what <see cref="Utf8XmlWriterOptions.Indented"/> indents is within the records. A
    /// record is written when it is complete, so one that is damaged leaves nothing behind. Of a document's prolog, which a <see cref="LosslessConvention"/> may bring, a record can have none: an
    /// XML declaration is dropped, a document type declaration refused (<see cref="MappingErrorCode.InvalidDocumentType"/>).
    /// </remarks>
    /// <param name="lines">The lines, in UTF-8.</param>
    /// <param name="output">Where the XML goes, as UTF-8. After an exception the records before the fault are written, without the root's end.</param>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping, for each line; the defaults when null.</param>
    /// <param name="linesOptions">The root's name, and what becomes of damaged lines; the defaults when null.</param>
    /// <param name="writerOptions">How to write the XML; the defaults when null.</param>
    /// <returns>What was written and left out, and what the convention dropped or changed.</returns>
    /// <exception cref="ArgumentException">A name of the options is no XML name, or the convention contradicts itself or the options.</exception>
    /// <exception cref="JsonException">A line is not JSON (RFC 8259): with line and byte position in the whole input, and the record's number, from 1. <see cref="JsonLinesOptions.OnError"/> may allow it.</exception>
    /// <exception cref="MappingException">A line cannot be XML under the convention, or a limit is reached; <see cref="JsonLinesOptions.OnError"/> may allow it.</exception>
    /// <exception cref="IOException">A stream cannot be read or written.</exception>
    public static JsonLinesSummary LinesToXml(
        Stream lines,
        Stream output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        JsonLinesOptions? linesOptions = null,
        Utf8XmlWriterOptions? writerOptions = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(output);
        using var conversion = new LinesConversion(convention, options, linesOptions, writerOptions);
        while (!conversion.IsCompleted)
        {
            conversion.Added(lines.Read(conversion.Room.Span));
            while (conversion.TryAdvance())
            {
                output.Write(conversion.Output.Span);
            }
        }

        return conversion.Summary;
    }

    /// <inheritdoc cref="LinesToXml(Stream, Stream, MappingConvention?, MappingOptions?, JsonLinesOptions?, Utf8XmlWriterOptions?)"/>
    /// <summary>Writes each line of JSON (NDJSON, JSON Lines) as an element of one XML document, from memory to memory.</summary>
    public static JsonLinesSummary LinesToXml(
        ReadOnlySpan<byte> lines,
        IBufferWriter<byte> output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        JsonLinesOptions? linesOptions = null,
        Utf8XmlWriterOptions? writerOptions = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var conversion = new LinesConversion(convention, options, linesOptions, writerOptions);
        while (!conversion.IsCompleted)
        {
            var room = conversion.Room.Span;
            var piece = lines[..Math.Min(lines.Length, room.Length)];
            piece.CopyTo(room);
            lines = lines[piece.Length..];
            conversion.Added(piece.Length);
            while (conversion.TryAdvance())
            {
                output.Write(conversion.Output.Span);
            }
        }

        return conversion.Summary;
    }

    /// <inheritdoc cref="LinesToXml(Stream, Stream, MappingConvention?, MappingOptions?, JsonLinesOptions?, Utf8XmlWriterOptions?)"/>
    /// <summary>Writes each line of JSON in a file (NDJSON, JSON Lines) as an element of one XML document, in the memory of one.</summary>
    /// <param name="path">The file with the lines, in UTF-8.</param>
    /// <param name="outputPath">The file for the document: a new one, or in place of the old one once all of it is written. After an exception it is not there, or as it was.</param>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping, for each line; the defaults when null.</param>
    /// <param name="linesOptions">The root's name, and what becomes of damaged lines; the defaults when null.</param>
    /// <param name="writerOptions">How to write the XML; the defaults when null.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public static JsonLinesSummary LinesToXmlFile(
        string path,
        string outputPath,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        JsonLinesOptions? linesOptions = null,
        Utf8XmlWriterOptions? writerOptions = null)
    {
        using var file = InputFile.Open(path);
        JsonLinesSummary? summary = null;
        NewFile.Write(outputPath, output => summary = LinesToXml(file, output, convention, options, linesOptions, writerOptions));
        return summary!;
    }

    /// <inheritdoc cref="LinesToXml(Stream, Stream, MappingConvention?, MappingOptions?, JsonLinesOptions?, Utf8XmlWriterOptions?)"/>
    /// <summary>Writes each line of JSON (NDJSON, JSON Lines) as an element of one XML document, without blocking a thread.</summary>
    /// <param name="lines">The lines, in UTF-8; the stream stays open.</param>
    /// <param name="output">Where the XML goes, as UTF-8; the stream stays open. After an exception the records before the fault are written, without the root's end.</param>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping, for each line; the defaults when null.</param>
    /// <param name="linesOptions">The root's name, and what becomes of damaged lines; the defaults when null.</param>
    /// <param name="writerOptions">How to write the XML; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the conversion, also in the midst of a read or a write.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<JsonLinesSummary> LinesToXmlAsync(
        Stream lines,
        Stream output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        JsonLinesOptions? linesOptions = null,
        Utf8XmlWriterOptions? writerOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(output);
        return await LinesToXmlAsync(lines, WriteAsync, convention, options, linesOptions, writerOptions, cancellationToken).ConfigureAwait(false);

        async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> xml)
        {
            await output.WriteAsync(xml, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <inheritdoc cref="LinesToXmlAsync(Stream, Stream, MappingConvention?, MappingOptions?, JsonLinesOptions?, Utf8XmlWriterOptions?, CancellationToken)"/>
    /// <summary>Writes each line of JSON (NDJSON, JSON Lines) as an element of one XML document, from pipe to pipe.</summary>
    /// <param name="lines">The pipe that is read; what was read is consumed, and the reader is not completed.</param>
    /// <param name="output">The pipe that is written and flushed; it is not completed. When its reader has completed, the conversion ends without an error.</param>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping, for each line; the defaults when null.</param>
    /// <param name="linesOptions">The root's name, and what becomes of damaged lines; the defaults when null.</param>
    /// <param name="writerOptions">How to write the XML; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the conversion, also in the midst of a read or a write.</param>
    public static async Task<JsonLinesSummary> LinesToXmlAsync(
        PipeReader lines,
        PipeWriter output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        JsonLinesOptions? linesOptions = null,
        Utf8XmlWriterOptions? writerOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(output);
        return await LinesToXmlAsync(lines.AsStream(leaveOpen: true), WriteAsync, convention, options, linesOptions, writerOptions, cancellationToken).ConfigureAwait(false);

        async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> xml) => !(await output.WriteAsync(xml, cancellationToken).ConfigureAwait(false)).IsCompleted;
    }

    // Ends when nobody wants more of the document: the writing says whether somebody does.
    private static async Task<JsonLinesSummary> LinesToXmlAsync(
        Stream lines,
        Func<ReadOnlyMemory<byte>, ValueTask<bool>> writeAsync,
        MappingConvention? convention,
        MappingOptions? options,
        JsonLinesOptions? linesOptions,
        Utf8XmlWriterOptions? writerOptions,
        CancellationToken cancellationToken)
    {
        using var conversion = new LinesConversion(convention, options, linesOptions, writerOptions);
        while (!conversion.IsCompleted)
        {
            conversion.Added(await lines.ReadAsync(conversion.Room, cancellationToken).ConfigureAwait(false));
            while (conversion.TryAdvance())
            {
                if (!await writeAsync(conversion.Output).ConfigureAwait(false))
                {
                    return conversion.Summary;
                }

                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return conversion.Summary;
    }
}
