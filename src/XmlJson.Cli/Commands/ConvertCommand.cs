using System.CommandLine;
using System.Text;
using XmlJson.Mapping;

namespace XmlJson.Cli;

/// <summary><c>xmljson convert</c>: XML to JSON and back.</summary>
internal sealed class ConvertCommand : DocumentCommand
{
    private readonly ConventionOption _convention = new();
    private readonly Option<string?> _to = new("--to") { Description = "What to write; the other of XML and JSON than the input when it is not given." };
    private readonly Option<bool> _indent = new("--indent") { Description = "Indent by two spaces. XML is indented only where that changes no text." };

    public ConvertCommand(StandardStreams streams)
        : base("convert", "Convert XML to JSON, and JSON to XML.", streams)
    {
        _to.AcceptOnlyFromAmong("json", "xml", "ndjson");
        Add(_to);
        Add(_convention);
        Add(_indent);
        Validators.Add(result =>
        {
            // Values may still be invalid here: asking for them would throw.
            if (result.GetResult(_to) is { Tokens: [{ Value: "ndjson" }] } && result.GetResult(_indent) is { Implicit: false })
            {
                result.AddError("--indent and --to ndjson contradict each other: each record is one line.");
            }
        });
    }

    /// <inheritdoc/>
    public override string Notes =>
        """
        The kind of the input is seen from its content: behind byte order mark and white space, '<' begins XML and anything else JSON. XML may be in any encoding, JSON in
        UTF-8, UTF-16 or UTF-32; the output is UTF-8. Converting to the input's own kind writes it anew.

        --to ndjson writes one JSON text a line. From XML, each child element of the root is a record, converted as a document of its own: {"book":{…}}. The root's name and
        its namespace declarations are left out; should its attributes or text be in no record, a warning says so. From JSON, each item of the root array is a record; any
        other root is the only one.

        Input is read and output written as it comes: memory depends on the input's length only where the convention must wait, as for an element that may be repeated
        further on. A conversion that fails leaves no file behind, and an existing one as it was. To standard output the first megabyte is written only when it is whole
        or full, so a longer output may be there in part when an error is found; of NDJSON, all lines before the error.

        The exit code is 0 when all went well, 1 when the input is at fault, 2 when the command line is; 130 after Ctrl-C, 141 when nobody reads the output any more.
        Errors are FILE:LINE:COL: message, with 0:0 where no place in the input is to blame, and - for standard input.
        """;

    /// <inheritdoc/>
    protected override InputFault? Process(InputFile input, OutputFile output, XmlParserOptions options, ParseResult arguments)
    {
        var detected = DetectedInput.Detect(input);
        var convention = _convention.Of(arguments);
        var indent = arguments.GetValue(_indent);
        switch (arguments.GetValue(_to), detected.Kind)
        {
            case ("json" or null, InputKind.Xml):
                Xml.ToJson(input, output, convention, new MappingOptions { Indented = indent }, options);
                output.EndLine();
                break;
            case ("xml" or null, InputKind.Json):
                Json.ToXml(OpenJson(input, detected), output, convention, writerOptions: WriterOptions(indent));
                output.EndLine();
                break;
            case ("xml", InputKind.Xml):
                WriteAnew(input, output, options, indent);
                output.EndLine();
                break;
            case ("ndjson", _):
                return WriteRecords(input, detected, output, options, convention);
            default:
                new JsonReformatter(output, indent, itemsOnLines: false).Copy(OpenJson(input, detected));
                break;
        }

        return null;
    }

    private static Stream OpenJson(InputFile input, DetectedInput detected)
    {
        input.Skip(detected.MarkLength);
        return detected.Encoding is { } encoding ? Encoding.CreateTranscodingStream(input, encoding, new UTF8Encoding(false), leaveOpen: true) : input;
    }

    private static void WriteAnew(InputFile input, OutputFile output, XmlParserOptions options, bool indent)
    {
        using var writer = new Utf8XmlWriter(output, WriterOptions(indent));
        Xml.Parse(input, writer, options);
    }

    private static Utf8XmlWriterOptions WriterOptions(bool indent) => new() { Indented = indent, BufferSize = 64 * 1024 };

    // Whoever reads the records gets each of them before the next piece of input is waited for.
    private static InputFault? WriteRecords(InputFile input, DetectedInput detected, OutputFile output, XmlParserOptions options, MappingConvention convention)
    {
        input.BeforeRead = output.WriteThrough;
        try
        {
            if (detected.Kind == InputKind.Json)
            {
                new JsonReformatter(output, indent: false, itemsOnLines: true).Copy(OpenJson(input, detected));
                return null;
            }

            using var records = new RecordWriter(output, convention);
            Xml.Parse(input, records, options);
            return records.Dropped == 0 ? null : new InputFault(
                records.FirstDropped.Line,
                records.FirstDropped.Column,
                "Dropped",
                $"warning: attributes or pieces of text of the root element that are in no record: {records.Dropped}");
        }
        catch (Exception e) when (InputFault.From(e) is not null and not { Code: "CannotWrite" })
        {
            output.WriteThrough();
            throw;
        }
    }
}
