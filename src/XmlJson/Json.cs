using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace XmlJson;

/// <summary>The front door for JSON: load it and save it as System.Text.Json's nodes, and turn it into XML by a convention.</summary>
/// <remarks>Every method that reads throws <see cref="JsonException"/>, with line and byte position, when the text is not JSON (RFC 8259).</remarks>
public static partial class Json
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 1000 };

    /// <summary>Reads a JSON text from a stream; the stream stays open.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <returns>The value; <see langword="null"/> for the JSON value null.</returns>
    /// <exception cref="JsonException">The text is not JSON, or is nested more than 1,000 deep.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static JsonNode? Load(Stream json) => JsonNode.Parse(json, documentOptions: Strict);

    /// <summary>Reads a JSON text from UTF-8 bytes.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The value; <see langword="null"/> for the JSON value null.</returns>
    /// <exception cref="JsonException">The text is not JSON, or is nested more than 1,000 deep.</exception>
    public static JsonNode? Load(ReadOnlySpan<byte> json) => JsonNode.Parse(json, documentOptions: Strict);

    /// <summary>Reads a JSON text from a string: the text itself, not a path.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The value; <see langword="null"/> for the JSON value null.</returns>
    /// <exception cref="JsonException">The text is not JSON, or is nested more than 1,000 deep.</exception>
    public static JsonNode? Load(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonNode.Parse(json, documentOptions: Strict);
    }

    /// <summary>Reads a JSON text from a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>The value; <see langword="null"/> for the JSON value null.</returns>
    /// <exception cref="JsonException">The text is not JSON, or is nested more than 1,000 deep.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static JsonNode? LoadFile(string path)
    {
        using var file = File.OpenRead(path);
        return Load(file);
    }

    /// <summary>Writes a value to a stream, which stays open, as UTF-8.</summary>
    /// <param name="value">The value; <see langword="null"/> writes null.</param>
    /// <param name="output">The stream.</param>
    /// <param name="indented">Whether to write one member to a line, indented by two spaces.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Save(JsonNode? value, Stream output, bool indented = false)
    {
        using var writer = new Utf8JsonWriter(output, WriterOptions(indented));
        Write(value, writer);
    }

    /// <summary>Writes a value to a file: a new one, or in place of the old one once all of it is written.</summary>
    /// <param name="value">The value; <see langword="null"/> writes null.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="indented">Whether to write one member to a line, indented by two spaces.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void SaveFile(JsonNode? value, string path, bool indented = false) =>
        NewFile.Write(path, output => Save(value, output, indented));

    /// <summary>A value as JSON text: Python's <c>json.dumps</c>.</summary>
    /// <param name="value">The value; <see langword="null"/> gives <c>null</c>.</param>
    /// <param name="indented">Whether to write one member to a line, indented by two spaces.</param>
    public static string ToText(JsonNode? value, bool indented = false)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, WriterOptions(indented)))
        {
            Write(value, writer);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    // Escapes what RFC 8259 §7 says and no more: é stays é.
    private static JsonWriterOptions WriterOptions(bool indented) => new()
    {
        Indented = indented,
        NewLine = "\n",
        MaxDepth = 1000,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static void Write(JsonNode? value, Utf8JsonWriter writer)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }
}
