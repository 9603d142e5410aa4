using System.Buffers;
using System.Text;
using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson;

// Trees written out.
public static partial class Xml
{
    private static readonly Utf8XmlWriterOptions Fragment = new() { IsFragment = true };

    /// <summary>Writes a document to a stream, which stays open, as UTF-8.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">The stream.</param>
    /// <param name="options">How to write; the defaults when null.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Save(this Document document, Stream output, Utf8XmlWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var writer = new Utf8XmlWriter(output, options);
        document.WriteTo(writer);
    }

    /// <summary>Writes an element and all in it, without its tail, to a stream, which stays open, as UTF-8 without an XML declaration: Python's <c>tostring</c>, less the tail.</summary>
    /// <param name="element">The element.</param>
    /// <param name="output">The stream.</param>
    /// <param name="options">How to write; the defaults when null. It is a fragment in any case.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Save(this Element element, Stream output, Utf8XmlWriterOptions? options = null)
    {
        using var writer = new Utf8XmlWriter(output, (options ?? Fragment) with { IsFragment = true });
        element.WriteTo(writer);
    }

    /// <summary>Writes a document to a file: a new one, or in place of the old one once all of it is written.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="options">How to write; the defaults when null.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void SaveFile(this Document document, string path, Utf8XmlWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        NewFile.Write(path, output => document.Save(output, options));
    }

    /// <summary>The document as XML text, without an XML declaration unless it has one.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">How to write; the defaults when null.</param>
    public static string ToXml(this Document document, Utf8XmlWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8XmlWriter(output, options))
        {
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>The node and all under it as XML text: Python's <c>toxml</c>. A document, with its declaration, or a part of one, without.</summary>
    /// <param name="node">The node.</param>
    /// <param name="options">How to write; the defaults when null.</param>
    public static string ToXml(this Node node, Utf8XmlWriterOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8XmlWriter(output, node.NodeType == NodeType.Document ? options : (options ?? Fragment) with { IsFragment = true }))
        {
            node.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>The document as XML text with a line for each tag, comment and processing instruction, where no text stands between them: Python's <c>toprettyxml</c>.</summary>
    /// <remarks>
    /// White space that is all there is between two of them is replaced, so a document that was indented already is indented anew; for other choices use <c>ToXml</c> with
    /// <see cref="Utf8XmlWriterOptions"/>. What <c>xml:space="preserve"</c> governs stays as it is.
    /// </remarks>
    /// <param name="document">The document.</param>
    /// <param name="indent">What one level is indented by: up to 127 spaces, or as many tabs. One tab, unless given.</param>
    /// <param name="newLine">What ends a line: <c>\n</c> or <c>\r\n</c>.</param>
    /// <exception cref="ArgumentException">The indentation, or the line's end, is something else.</exception>
    public static string ToPrettyXml(this Document document, string indent = "\t", string newLine = "\n") => document.ToXml(Pretty(indent, newLine));

    /// <summary>The node and all under it as XML text with a line for each tag, comment and processing instruction, where no text stands between them: Python's <c>toprettyxml</c>.</summary>
    /// <inheritdoc cref="ToPrettyXml(Document, string, string)"/>
    /// <param name="node">The node.</param>
    /// <param name="indent">What one level is indented by: up to 127 spaces, or as many tabs. One tab, unless given.</param>
    /// <param name="newLine">What ends a line: <c>\n</c> or <c>\r\n</c>.</param>
    public static string ToPrettyXml(this Node node, string indent = "\t", string newLine = "\n") => node.ToXml(Pretty(indent, newLine));

    /// <summary>The element and all in it as XML text, without its tail: Python's <c>tostring</c>, less that.</summary>
    /// <param name="element">The element.</param>
    /// <param name="options">How to write; the defaults when null.</param>
    public static string ToXml(this Element element, Utf8XmlWriterOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8XmlWriter(output, (options ?? Fragment) with { IsFragment = true }))
        {
            element.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static Utf8XmlWriterOptions Pretty(string indent, string newLine)
    {
        ArgumentNullException.ThrowIfNull(indent);
        var character = indent.Length == 0 ? ' ' : indent[0];
        if (indent.AsSpan().ContainsAnyExcept(character))
        {
            throw new ArgumentException("One level is indented by spaces, or by tabs.", nameof(indent));
        }

        return new Utf8XmlWriterOptions { Indented = true, ReplaceWhiteSpace = true, IndentCharacter = character, IndentSize = indent.Length, NewLine = newLine };
    }
}
