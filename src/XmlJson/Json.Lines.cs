using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace XmlJson;

// Lines of JSON (NDJSON, JSON Lines), one value after another: in the memory of the longest.
public static partial class Json
{
    /// <summary>Reads one JSON text from each line (NDJSON, JSON Lines), in the memory of one.</summary>
    /// <remarks>
    /// A line ends with a line feed, or with the stream; a carriage return before it does not count, nor do blank lines and a byte order mark. Values are the caller's to keep. The stream stays open,
    /// and is read once: a second enumeration goes on where the first one left it, but for what was read ahead.
    /// </remarks>
    /// <param name="lines">The lines, in UTF-8.</param>
    /// <param name="options">What is allowed in each; <see cref="JsonLoadOptions.Default"/> when null.</param>
    /// <returns>The values, read as they are asked for; so the exceptions below come then.</returns>
    /// <exception cref="JsonException">A line is not JSON, or longer than 256 MiB, or the options refuse it: with line and byte position in the whole input, and the record's number, from 1.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<JsonNode?> LoadEach(Stream lines, JsonLoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return ReadEach(lines, options ?? JsonLoadOptions.Default);
    }

    /// <inheritdoc cref="LoadEach(Stream, JsonLoadOptions?)"/>
    /// <summary>Reads one JSON text from each line of a file (NDJSON, JSON Lines), in the memory of one.</summary>
    /// <param name="path">The file's path; it is opened when the first value is asked for, and closed with the enumeration.</param>
    /// <param name="options">What is allowed in each line; <see cref="JsonLoadOptions.Default"/> when null.</param>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IEnumerable<JsonNode?> LoadEachFile(string path, JsonLoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ReadEachFile(path, options ?? JsonLoadOptions.Default);
    }

    /// <inheritdoc cref="LoadEach(Stream, JsonLoadOptions?)"/>
    /// <summary>Reads one JSON text from each line (NDJSON, JSON Lines), without blocking a thread.</summary>
    /// <param name="lines">The lines, in UTF-8.</param>
    /// <param name="options">What is allowed in each; <see cref="JsonLoadOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IAsyncEnumerable<JsonNode?> LoadEachAsync(Stream lines, JsonLoadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return ReadEachAsync(lines, options ?? JsonLoadOptions.Default, cancellationToken);
    }

    /// <summary>Writes each value as JSON on a line of its own (NDJSON, JSON Lines).</summary>
    /// <param name="values">The values; a null writes <c>null</c>.</param>
    /// <param name="output">The stream, which stays open. Each line is written whole; after an exception those before it are there.</param>
    /// <param name="options">How to write them; <see cref="JsonSaveOptions.Default"/> when null. <see cref="JsonSaveOptions.Indent"/> is ignored.</param>
    /// <exception cref="InvalidOperationException">A value is nested deeper than <see cref="JsonSaveOptions.MaxDepth"/>.</exception>
    /// <exception cref="ArgumentException">A number is not finite, or a string holds half a surrogate pair: JSON has neither.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void SaveEach(IEnumerable<JsonNode?> values, Stream output, JsonSaveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(output);
        options = (options ?? JsonSaveOptions.Default) with { Indent = null };
        using var line = new Mapping.PooledBuffer();
        using var writer = new Utf8JsonWriter(line, options.WriterOptions);
        foreach (var value in values)
        {
            line.Clear();
            writer.Reset();
            JsonNodeWriter.Write(value, writer, options.SortKeys);
            writer.Flush();
            line.GetSpan(1)[0] = (byte)'\n';
            line.Advance(1);
            output.Write(line.Written.Span);
        }
    }

    private static IEnumerable<JsonNode?> ReadEach(Stream lines, JsonLoadOptions options)
    {
        using var reader = new JsonLineReader(JsonLinesOptions.Default.MaxLineLength);
        var count = 0L;
        while (!reader.IsCompleted)
        {
            reader.Added(lines.Read(reader.Room.Span));
            while (reader.TryRead(out var line))
            {
                yield return LoadLine(in line, count++, options);
            }
        }
    }

    private static IEnumerable<JsonNode?> ReadEachFile(string path, JsonLoadOptions options)
    {
        using var file = InputFile.Open(path);
        foreach (var value in ReadEach(file, options))
        {
            yield return value;
        }
    }

    private static async IAsyncEnumerable<JsonNode?> ReadEachAsync(Stream lines, JsonLoadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new JsonLineReader(JsonLinesOptions.Default.MaxLineLength);
        var count = 0L;
        while (!reader.IsCompleted)
        {
            reader.Added(await lines.ReadAsync(reader.Room, cancellationToken).ConfigureAwait(false));
            while (reader.TryRead(out var line))
            {
                yield return LoadLine(in line, count++, options);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private static JsonNode? LoadLine(in JsonLine line, long record, JsonLoadOptions options)
    {
        try
        {
            return line.IsTooLong ? throw new JsonException($"The line is longer than {JsonLinesOptions.Default.MaxLineLength} bytes.", null, 0, 0) : JsonLoader.Load(line.Bytes.Span, options);
        }
        catch (JsonException error)
        {
            throw line.Place(error, record);
        }
    }
}
