using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace XmlJson;

/// <summary>The front door for JSON: load it and save it as System.Text.Json's nodes, and turn it into XML by a convention.</summary>
/// <remarks>
/// Every method that reads throws <see cref="JsonException"/>, with line and byte position, when the text is not JSON (RFC 8259). Bytes that are not UTF-8 and halves of surrogate pairs are found
/// then too, not when a string is looked at. Numbers keep their digits as written.
/// </remarks>
public static partial class Json
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a JSON text from a stream, to its end; the stream stays open.</summary>
    /// <param name="json">The text, in UTF-8; a byte order mark is skipped.</param>
    /// <param name="options">What is allowed; <see cref="JsonLoadOptions.Default"/> when null.</param>
    /// <returns>The value; <see langword="null"/> for the JSON value null.</returns>
    /// <exception cref="JsonException">The text is not JSON, or nested deeper than <see cref="JsonLoadOptions.MaxDepth"/>, or the options refuse it.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static JsonNode? Load(Stream json, JsonLoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var whole = new MemoryStream();
        json.CopyTo(whole);
        return Load(whole.GetBuffer().AsSpan(0, (int)whole.Length), options);
    }

    /// <summary>Reads a JSON text from UTF-8 bytes.</summary>
    /// <param name="json">The text; a byte order mark is skipped.</param>
    /// <param name="options">What is allowed; <see cref="JsonLoadOptions.Default"/> when null.</param>
    /// <returns>The value; <see langword="null"/> for the JSON value null.</returns>
    /// <exception cref="JsonException">The text is not JSON, or nested deeper than <see cref="JsonLoadOptions.MaxDepth"/>, or the options refuse it.</exception>
    public static JsonNode? Load(ReadOnlySpan<byte> json, JsonLoadOptions? options = null) =>
        JsonLoader.Load(json.StartsWith("\uFEFF"u8) ? json[3..] : json, options ?? JsonLoadOptions.Default);

    /// <summary>Reads a JSON text from a string: the text itself, not a path.</summary>
    /// <param name="json">The text.</param>
    /// <param name="options">What is allowed; <see cref="JsonLoadOptions.Default"/> when null.</param>
    /// <returns>The value; <see langword="null"/> for the JSON value null.</returns>
    /// <exception cref="JsonException">The text is not JSON, or nested deeper than <see cref="JsonLoadOptions.MaxDepth"/>, or the options refuse it.</exception>
    public static JsonNode? Load(string json, JsonLoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return Load(StrictUtf8.GetBytes(json), options);
        }
        catch (EncoderFallbackException error)
        {
            throw new JsonException("The text holds half a surrogate pair, which is no character.", error);
        }
    }

    /// <summary>Reads a JSON text from a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="options">What is allowed; <see cref="JsonLoadOptions.Default"/> when null.</param>
    /// <returns>The value; <see langword="null"/> for the JSON value null.</returns>
    /// <exception cref="JsonException">The text is not JSON, or nested deeper than <see cref="JsonLoadOptions.MaxDepth"/>, or the options refuse it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static JsonNode? LoadFile(string path, JsonLoadOptions? options = null)
    {
        using var file = InputFile.Open(path);
        return Load(file, options);
    }

    /// <inheritdoc cref="Load(Stream, JsonLoadOptions?)"/>
    /// <summary>Reads a JSON text from a stream, to its end, without blocking a thread; the stream stays open.</summary>
    /// <param name="json">The text, in UTF-8; a byte order mark is skipped.</param>
    /// <param name="options">What is allowed; <see cref="JsonLoadOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<JsonNode?> LoadAsync(Stream json, JsonLoadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var whole = new MemoryStream();
        await json.CopyToAsync(whole, cancellationToken).ConfigureAwait(false);
        return Load(whole.GetBuffer().AsSpan(0, (int)whole.Length), options);
    }

    /// <inheritdoc cref="LoadAsync(Stream, JsonLoadOptions?, CancellationToken)"/>
    /// <summary>Reads a JSON text from a pipe, to its end; what was read is consumed, and the reader is not completed.</summary>
    public static Task<JsonNode?> LoadAsync(PipeReader json, JsonLoadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        return LoadAsync(json.AsStream(leaveOpen: true), options, cancellationToken);
    }

    /// <summary>Writes a value to a stream, which stays open, as UTF-8.</summary>
    /// <param name="value">The value; <see langword="null"/> writes null.</param>
    /// <param name="output">The stream.</param>
    /// <param name="indented">Whether to write one member to a line, indented by two spaces.</param>
    /// <exception cref="InvalidOperationException">The value is nested more than 1,000 deep.</exception>
    /// <exception cref="ArgumentException">A number is not finite, or a string holds half a surrogate pair: JSON has neither.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Save(JsonNode? value, Stream output, bool indented = false) => Save(value, output, Manner(indented));

    /// <summary>Writes a value to a stream, which stays open, as UTF-8.</summary>
    /// <param name="value">The value; <see langword="null"/> writes null.</param>
    /// <param name="output">The stream.</param>
    /// <param name="options">How to write it.</param>
    /// <exception cref="InvalidOperationException">The value is nested deeper than <see cref="JsonSaveOptions.MaxDepth"/>.</exception>
    /// <exception cref="ArgumentException">A number is not finite, or a string holds half a surrogate pair: JSON has neither.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Save(JsonNode? value, Stream output, JsonSaveOptions options)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        using var writer = new Utf8JsonWriter(output, options.WriterOptions);
        JsonNodeWriter.Write(value, writer, options.SortKeys, () => FlushWhenMuch(writer));
    }

    /// <summary>Writes a value to a stream, which stays open, without blocking a thread.</summary>
    /// <remarks>The text is made in memory, so that what cannot be written leaves nothing behind.</remarks>
    /// <param name="value">The value; <see langword="null"/> writes null.</param>
    /// <param name="output">The stream.</param>
    /// <param name="options">How to write it; <see cref="JsonSaveOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="InvalidOperationException">The value is nested deeper than <see cref="JsonSaveOptions.MaxDepth"/>.</exception>
    /// <exception cref="ArgumentException">A number is not finite, or a string holds half a surrogate pair: JSON has neither.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task SaveAsync(JsonNode? value, Stream output, JsonSaveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        await output.WriteAsync(Bytes(value, options ?? JsonSaveOptions.Default), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a value to a file: a new one, or in place of the old one once all of it is written.</summary>
    /// <param name="value">The value; <see langword="null"/> writes null.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="indented">Whether to write one member to a line, indented by two spaces.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void SaveFile(JsonNode? value, string path, bool indented = false) => SaveFile(value, path, Manner(indented));

    /// <summary>Writes a value to a file: a new one, or in place of the old one once all of it is written.</summary>
    /// <param name="value">The value; <see langword="null"/> writes null.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="options">How to write it.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void SaveFile(JsonNode? value, string path, JsonSaveOptions options) => NewFile.Write(path, output => Save(value, output, options));

    /// <summary>A value as JSON text: Python's <c>json.dumps</c>.</summary>
    /// <param name="value">The value; <see langword="null"/> gives <c>null</c>.</param>
    /// <param name="indented">Whether to write one member to a line, indented by two spaces.</param>
    public static string ToText(JsonNode? value, bool indented = false) => ToText(value, Manner(indented));

    /// <summary>A value as JSON text: Python's <c>json.dumps</c>.</summary>
    /// <param name="value">The value; <see langword="null"/> gives <c>null</c>.</param>
    /// <param name="options">How to write it.</param>
    /// <exception cref="InvalidOperationException">The value is nested deeper than <see cref="JsonSaveOptions.MaxDepth"/>.</exception>
    /// <exception cref="ArgumentException">A number is not finite, or a string holds half a surrogate pair: JSON has neither.</exception>
    public static string ToText(JsonNode? value, JsonSaveOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Encoding.UTF8.GetString(Bytes(value, options).Span);
    }

    private static JsonSaveOptions Manner(bool indented) => indented ? new JsonSaveOptions { Indent = 2 } : JsonSaveOptions.Default;

    private static ReadOnlyMemory<byte> Bytes(JsonNode? value, JsonSaveOptions options)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, options.WriterOptions))
        {
            JsonNodeWriter.Write(value, writer, options.SortKeys);
        }

        return output.WrittenMemory;
    }

    private static void FlushWhenMuch(Utf8JsonWriter writer)
    {
        if (writer.BytesPending > 32 * 1024)
        {
            writer.Flush();
        }
    }
}
