using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using XmlJson.Trees;

namespace XmlJson;

// Documents of many records, one small tree after another: in the memory of the largest.
public static partial class Xml
{
    /// <summary>Reads a document record by record, in the memory of one: what Python's <c>iterparse</c> and xmltodict's <c>item_depth</c> are used for.</summary>
    /// <remarks>
    /// Each record is a tree of its element and its ancestors, valid until the next one is asked for. An element inside of a record is no other record. Leaving the loop ends the reading, and
    /// what follows is not looked at. An enumeration may be begun any number of times.
    /// </remarks>
    /// <param name="document">The document's bytes; they must not change while it is read.</param>
    /// <param name="path">Which elements are records: <c>/catalog/book</c>, names as written, with prefix; <c>{urn:shop}book</c> is the name in a namespace, whatever its prefix;
    /// <c>*</c> is any one name, <c>**</c> any number of them: <c>**/item</c>.</param>
    /// <param name="options">How to read; <see cref="RecordOptions.Default"/> when null.</param>
    /// <returns>The records, read as they are asked for; so the exceptions below come then.</returns>
    /// <exception cref="ArgumentException">The path is malformed.</exception>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit; in a record, <see cref="RecordOptions.OnError"/> decides.</exception>
    public static IEnumerable<XmlRecord> LoadEach(ReadOnlyMemory<byte> document, string path, RecordOptions? options = null) =>
        ReadEach(document, ElementPathPattern.Parse(path), options ?? RecordOptions.Default);

    /// <inheritdoc cref="LoadEach(ReadOnlyMemory{byte}, string, RecordOptions?)"/>
    /// <remarks>Each record is a tree of its element and its ancestors, valid until the next one is asked for. An element inside of a record is no other record. Leaving the loop ends the reading;
    /// a piece behind the last record may have been read from the stream. The stream stays open, and is read once: a second enumeration goes on where the first one left it.</remarks>
    /// <param name="document">The stream.</param>
    /// <param name="path">Which elements are records, as <c>/catalog/book</c> or <c>**/item</c>; see <see cref="LoadEach(ReadOnlyMemory{byte}, string, RecordOptions?)"/>.</param>
    /// <param name="options">How to read; <see cref="RecordOptions.Default"/> when null.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<XmlRecord> LoadEach(Stream document, string path, RecordOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return ReadEach(document, ElementPathPattern.Parse(path), options ?? RecordOptions.Default);
    }

    /// <inheritdoc cref="LoadEach(ReadOnlyMemory{byte}, string, RecordOptions?)"/>
    /// <param name="filePath">The file's path; it is opened when the first record is asked for, and closed with the enumeration.</param>
    /// <param name="path">Which elements are records, as <c>/catalog/book</c> or <c>**/item</c>; see <see cref="LoadEach(ReadOnlyMemory{byte}, string, RecordOptions?)"/>.</param>
    /// <param name="options">How to read; <see cref="RecordOptions.Default"/> when null.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IEnumerable<XmlRecord> LoadEachFile(string filePath, string path, RecordOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(filePath);
        return ReadEachFile(filePath, ElementPathPattern.Parse(path), options ?? RecordOptions.Default);
    }

    /// <inheritdoc cref="LoadEach(Stream, string, RecordOptions?)"/>
    /// <summary>Reads a document record by record, in the memory of one, without blocking a thread.</summary>
    /// <param name="document">The stream.</param>
    /// <param name="path">Which elements are records, as <c>/catalog/book</c> or <c>**/item</c>; see <see cref="LoadEach(ReadOnlyMemory{byte}, string, RecordOptions?)"/>.</param>
    /// <param name="options">How to read; <see cref="RecordOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Ends the reading, also in the midst of a read.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IAsyncEnumerable<XmlRecord> LoadEachAsync(Stream document, string path, RecordOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return ReadEachAsync(document, ElementPathPattern.Parse(path), options ?? RecordOptions.Default, cancellationToken);
    }

    /// <inheritdoc cref="LoadEachAsync(Stream, string, RecordOptions?, CancellationToken)"/>
    /// <remarks>Each record is a tree of its element and its ancestors, valid until the next one is asked for. An element inside of a record is no other record. What was read from the pipe
    /// is consumed; the reader is not completed.</remarks>
    /// <param name="document">The pipe's reader.</param>
    /// <param name="path">Which elements are records, as <c>/catalog/book</c> or <c>**/item</c>; see <see cref="LoadEach(ReadOnlyMemory{byte}, string, RecordOptions?)"/>.</param>
    /// <param name="options">How to read; <see cref="RecordOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Ends the reading, also in the midst of a read.</param>
    public static IAsyncEnumerable<XmlRecord> LoadEachAsync(PipeReader document, string path, RecordOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return ReadEachAsync(document.AsStream(leaveOpen: true), ElementPathPattern.Parse(path), options ?? RecordOptions.Default, cancellationToken);
    }

    private static IEnumerable<XmlRecord> ReadEach(ReadOnlyMemory<byte> document, ElementPathPattern path, RecordOptions options)
    {
        var isReadInPlace = RecordReader.CanReadInPlace(document.Span, options);
        using var reader = new RecordReader(path, options, isReadInPlace ? document : default);
        if (isReadInPlace)
        {
            reader.Read(document);
            while (reader.TryRead(out var record))
            {
                yield return record;
            }

            yield break;
        }

        while (!reader.IsCompleted)
        {
            var piece = document[..Math.Min(document.Length, RecordReader.PieceLength)];
            document = document[piece.Length..];
            reader.Feed(piece.Span);
            while (reader.TryRead(out var record))
            {
                yield return record;
            }
        }
    }

    private static IEnumerable<XmlRecord> ReadEach(Stream document, ElementPathPattern path, RecordOptions options)
    {
        using var reader = new RecordReader(path, options);
        using var buffer = MemoryPool<byte>.Shared.Rent(RecordReader.PieceLength);
        while (!reader.IsCompleted)
        {
            var length = document.Read(buffer.Memory.Span);
            reader.Feed(buffer.Memory.Span[..length]);
            while (reader.TryRead(out var record))
            {
                yield return record;
            }
        }
    }

    private static IEnumerable<XmlRecord> ReadEachFile(string filePath, ElementPathPattern path, RecordOptions options)
    {
        using var file = InputFile.Open(filePath);
        foreach (var record in ReadEach(file, path, options))
        {
            yield return record;
        }
    }

    private static async IAsyncEnumerable<XmlRecord> ReadEachAsync(Stream document, ElementPathPattern path, RecordOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new RecordReader(path, options);
        using var buffer = MemoryPool<byte>.Shared.Rent(RecordReader.PieceLength);
        while (!reader.IsCompleted)
        {
            var length = await document.ReadAsync(buffer.Memory, cancellationToken).ConfigureAwait(false);
            reader.Feed(buffer.Memory.Span[..length]);
            while (reader.TryRead(out var record))
            {
                yield return record;
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
