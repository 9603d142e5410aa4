using System.Buffers;
using System.Text;
using System.Text.Json;
using XmlJson.Mapping;
using XmlJson.Trees;

namespace XmlJson;

// JSON → XML, by a convention.
public static partial class Json
{
    /// <summary>Reads a JSON text and reports it to a handler as an XML document.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="handler">Is given the events.</param>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping; the defaults when null.</param>
    /// <returns>Whether the text was read to its end, or the handler stopped it.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="MappingException">The JSON cannot be XML under the convention, or a limit is reached.</exception>
    public static ParseStatus Parse<THandler>(ReadOnlySpan<byte> json, ref THandler handler, MappingConvention? convention = null, MappingOptions? options = null)
        where THandler : IContentHandler, allows ref struct
    {
        using var rented = RentedJsonSource.Rent(convention, options);
        return rented.Source.Parse(json, ref handler);
    }

    /// <inheritdoc cref="Parse{THandler}(ReadOnlySpan{byte}, ref THandler, MappingConvention?, MappingOptions?)"/>
    public static ParseStatus Parse<THandler>(ReadOnlySpan<byte> json, THandler handler, MappingConvention? convention = null, MappingOptions? options = null)
        where THandler : class, IContentHandler
        => Parse(json, ref handler, convention, options);

    /// <summary>Reads a JSON text from a stream, which stays open, and reports it to a handler as an XML document.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="handler">Is given the events.</param>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping; the defaults when null.</param>
    /// <returns>Whether the text was read to its end, or the handler stopped it.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="MappingException">The JSON cannot be XML under the convention, or a limit is reached.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ParseStatus Parse<THandler>(Stream json, ref THandler handler, MappingConvention? convention = null, MappingOptions? options = null)
        where THandler : IContentHandler, allows ref struct
    {
        using var rented = RentedJsonSource.Rent(convention, options);
        return rented.Source.Parse(json, ref handler);
    }

    /// <inheritdoc cref="Parse{THandler}(Stream, ref THandler, MappingConvention?, MappingOptions?)"/>
    public static ParseStatus Parse<THandler>(Stream json, THandler handler, MappingConvention? convention = null, MappingOptions? options = null)
        where THandler : class, IContentHandler
        => Parse(json, ref handler, convention, options);

    /// <summary>Turns JSON into an XML document, from stream to stream; both stay open.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="output">Where the XML goes, as UTF-8. When the text is refused, a part may have been written.</param>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping; the defaults when null.</param>
    /// <param name="writerOptions">How to write the XML; the defaults when null.</param>
    /// <returns>What the convention dropped or changed.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="MappingException">The JSON cannot be XML under the convention, or a limit is reached.</exception>
    /// <exception cref="IOException">A stream cannot be read or written.</exception>
    public static MappingReport ToXml(
        Stream json,
        Stream output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        Utf8XmlWriterOptions? writerOptions = null)
    {
        using var source = RentedJsonSource.Rent(convention, options);
        using var writer = RentedWriter.Rent(output, writerOptions);
        source.Source.Parse(json, writer.Writer);
        return source.Source.Report;
    }

    /// <summary>Turns JSON that is in memory into an XML document, written to a stream, which stays open.</summary>
    /// <inheritdoc cref="ToXml(Stream, Stream, MappingConvention?, MappingOptions?, Utf8XmlWriterOptions?)"/>
    public static MappingReport ToXml(
        ReadOnlySpan<byte> json,
        Stream output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        Utf8XmlWriterOptions? writerOptions = null)
    {
        using var source = RentedJsonSource.Rent(convention, options);
        using var writer = RentedWriter.Rent(output, writerOptions);
        source.Source.Parse(json, writer.Writer);
        return source.Source.Report;
    }

    /// <summary>Turns JSON that is in memory into an XML document in memory that grows, a pipe, or the like.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="output">Where the XML goes, as UTF-8. When the text is refused, a part may have been written.</param>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping; the defaults when null.</param>
    /// <param name="writerOptions">How to write the XML; the defaults when null.</param>
    /// <returns>What the convention dropped or changed.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="MappingException">The JSON cannot be XML under the convention, or a limit is reached.</exception>
    public static MappingReport ToXml(
        ReadOnlySpan<byte> json,
        IBufferWriter<byte> output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        Utf8XmlWriterOptions? writerOptions = null)
    {
        using var source = RentedJsonSource.Rent(convention, options);
        using var writer = RentedWriter.Rent(output, writerOptions);
        source.Source.Parse(json, writer.Writer);
        return source.Source.Report;
    }

    /// <summary>Turns JSON text into XML text.</summary>
    /// <param name="json">The JSON: the text itself, not a path.</param>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping; the defaults when null.</param>
    /// <param name="writerOptions">How to write the XML; the defaults when null.</param>
    /// <returns>The XML.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="MappingException">The JSON cannot be XML under the convention, or a limit is reached.</exception>
    public static string ToXml(
        string json,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        Utf8XmlWriterOptions? writerOptions = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        var output = new ArrayBufferWriter<byte>();
        ToXml(Encoding.UTF8.GetBytes(json), output, convention, options, writerOptions);

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Turns a JSON file into an XML file.</summary>
    /// <param name="filePath">The file of the text, in UTF-8.</param>
    /// <param name="outputPath">The file for the XML, as UTF-8: a new one, or in place of the old one once all of it is written. After an exception it is not there, or as it was.</param>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping; the defaults when null.</param>
    /// <param name="writerOptions">How to write the XML; the defaults when null.</param>
    /// <returns>What the convention dropped or changed.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="MappingException">The JSON cannot be XML under the convention, or a limit is reached.</exception>
    /// <exception cref="ArgumentException">A path is empty.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public static MappingReport ToXmlFile(
        string filePath,
        string outputPath,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        Utf8XmlWriterOptions? writerOptions = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(filePath);
        using var file = InputFile.Open(filePath);
        MappingReport? report = null;
        NewFile.Write(outputPath, output => report = ToXml(file, output, convention, options, writerOptions));
        return report!;
    }

    /// <summary>Turns JSON into an XML document that is kept as a tree.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping; the defaults when null.</param>
    /// <returns>The tree; dispose it to give its memory back.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="MappingException">The JSON cannot be XML under the convention, or a limit is reached.</exception>
    public static Document LoadDocument(ReadOnlySpan<byte> json, MappingConvention? convention = null, MappingOptions? options = null)
    {
        using var builder = new DocumentBuilder();
        Parse(json, builder, convention, options);
        return builder.TakeDocument();
    }
}
