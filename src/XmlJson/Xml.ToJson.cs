using System.Buffers;
using System.Text;
using XmlJson.Mapping;
using XmlJson.Trees;

namespace XmlJson;

// XML → JSON, by a convention.
public static partial class Xml
{
    /// <summary>Turns an XML document into JSON, from memory to memory; what the convention drops on the way is in the report.</summary>
    /// <param name="document">The document's bytes; the encoding is recognised (XML 1.0 appendix F).</param>
    /// <param name="output">Where the JSON goes, as UTF-8. When the document is refused, a part may have been written.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping; the defaults when null.</param>
    /// <param name="parserOptions">How to read the XML; the defaults when null.</param>
    /// <returns>What the convention dropped or changed.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="MappingException">The convention cannot express the document, or a limit is reached.</exception>
    public static MappingReport ToJson(
        ReadOnlySpan<byte> document,
        IBufferWriter<byte> output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        XmlParserOptions? parserOptions = null)
    {
        using var sink = new JsonSink(output, convention, options);
        Parse(document, sink, parserOptions);
        return sink.Report;
    }

    /// <summary>Turns XML text, such as a string, into JSON text.</summary>
    /// <param name="document">The document: the text itself, not a path.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping; the defaults when null.</param>
    /// <param name="parserOptions">How to read the XML; the defaults when null.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="MappingException">The convention cannot express the document, or a limit is reached.</exception>
    public static string ToJson(
        ReadOnlySpan<char> document,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        XmlParserOptions? parserOptions = null)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var sink = new JsonSink(output, convention, options))
        {
            Parse(document, sink, parserOptions);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Turns an XML document into JSON, from stream to stream; both stay open. Memory is bounded where the convention allows it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Where the JSON goes, as UTF-8. When the document is refused, a part may have been written.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping; the defaults when null.</param>
    /// <param name="parserOptions">How to read the XML; the defaults when null.</param>
    /// <returns>What the convention dropped or changed.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="MappingException">The convention cannot express the document, or a limit is reached.</exception>
    /// <exception cref="IOException">A stream cannot be read or written.</exception>
    public static MappingReport ToJson(
        Stream document,
        Stream output,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        XmlParserOptions? parserOptions = null)
    {
        using var sink = new JsonSink(output, convention, options);
        Parse(document, sink, parserOptions);
        return sink.Report;
    }

    /// <summary>Turns an XML file into a JSON file. Memory is bounded where the convention allows it.</summary>
    /// <param name="filePath">The document's file.</param>
    /// <param name="outputPath">The file for the JSON, as UTF-8: a new one, or in place of the old one once all of it is written. After an exception it is not there, or as it was.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping; the defaults when null.</param>
    /// <param name="parserOptions">How to read the XML; the defaults when null.</param>
    /// <returns>What the convention dropped or changed.</returns>
    /// <exception cref="XmlSyntaxException">The document is not well-formed, or reaches a limit.</exception>
    /// <exception cref="MappingException">The convention cannot express the document, or a limit is reached.</exception>
    /// <exception cref="ArgumentException">A path is empty.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public static MappingReport ToJsonFile(
        string filePath,
        string outputPath,
        MappingConvention? convention = null,
        MappingOptions? options = null,
        XmlParserOptions? parserOptions = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(filePath);
        using var file = InputFile.Open(filePath);
        MappingReport? report = null;
        NewFile.Write(outputPath, output => report = ToJson(file, output, convention, options, parserOptions));
        return report!;
    }

    /// <summary>The document of a tree as JSON text under a convention; what that loses is not told here, but by the overloads that return a <see cref="MappingReport"/>.</summary>
    /// <param name="document">The document.</param>
    /// <param name="convention">How XML becomes JSON; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners of the mapping; the defaults when null.</param>
    /// <exception cref="MappingException">The convention cannot express the document, or a limit is reached.</exception>
    public static string ToJson(this Document document, MappingConvention? convention = null, MappingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var output = new ArrayBufferWriter<byte>();
        using (var sink = new JsonSink(output, convention, options))
        {
            document.WriteTo(sink);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
