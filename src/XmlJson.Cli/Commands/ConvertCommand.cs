using System.CommandLine;
using System.Text;
using XmlJson.Mapping;
using XmlJson.Trees;

namespace XmlJson.Cli;

/// <summary><c>xmljson convert</c>: XML to JSON and back.</summary>
internal sealed class ConvertCommand : DocumentCommand
{
    private readonly Option<string?> _from = new("--from") { Description = "What the input is, when its content does not tell: ndjson." };
    private readonly Option<string?> _to = new("--to") { Description = "What to write; the other of XML and JSON than the input when it is not given." };
    private readonly Option<bool> _indent = new("--indent") { Description = "Indent by two spaces. XML is indented only where that changes no text." };
    private readonly MappingArguments _mapping;
    private readonly LinesArguments _lines;
    private readonly ReportArguments _report;

    public ConvertCommand(StandardStreams streams)
        : base("convert", "Convert XML to JSON, and JSON to XML.", streams)
    {
        _from.AcceptOnlyFromAmong("json", "ndjson", "xml");
        _to.AcceptOnlyFromAmong("json", "xml", "ndjson");
        Add(_from);
        Add(_to);
        _mapping = new MappingArguments(this);
        Add(_indent);
        _lines = new LinesArguments(this);
        _report = new ReportArguments(this);
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

        --to ndjson writes one JSON text a line. From XML, each child element of the root is a record, or each element at the path that --records names, converted as a
        document of its own: {"book":{…}}, with the namespace declarations that its names need. What is around the records is left out; should there be attributes, text or
        other elements, a warning says so. From JSON, each item of the root array is a record; any other root is the only one.

        --from ndjson reads one JSON text a line, and writes an XML document in which each is an element: under the root element 'records', or --root-name. With --item-name
        each record is an element of that name; otherwise a line with one key is the element of that name, and any other is wrapped in 'root'.

        --on-error says what becomes of a record that is not well-formed or that the convention refuses. fail: the conversion ends with its error. skip: it is left out, and
        a warning tells how many were. report: each that is left out is an error line of its own, and the exit code is 1. What is between records must be well-formed.

        Input is read and output written as it comes: memory depends on the input's length only where the convention must wait, as for an element that may be repeated
        further on. A conversion that fails leaves no file behind, and an existing one as it was. To standard output the first megabyte is written only when it is whole
        or full, so a longer output may be there in part when an error is found; of NDJSON, all lines before the error. With --strict nothing is written before all is
        converted: standard output waits in a temporary file.

        The exit code is 0 when all went well, 1 when the input is at fault, 2 when the command line is; 130 after Ctrl-C, 141 when nobody reads the output any more.
        Errors are FILE:LINE:COL: message, with 0:0 where no place in the input is to blame, and - for standard input.
        """;

    /// <inheritdoc/>
    protected override bool HoldsOutput(ParseResult arguments) => _mapping.IsStrict(arguments);

    /// <inheritdoc/>
    protected override bool WritesErrors(ParseResult arguments) => _lines.OnError(arguments) == RecordErrorPolicy.Report;

    /// <inheritdoc/>
    protected override Outcome Process(InputFile input, OutputFile output, XmlParserOptions options, ParseResult arguments)
    {
        options = _mapping.ParserOptions(arguments, options);
        var from = arguments.GetValue(_from);
        var to = arguments.GetValue(_to) ?? (_lines.IsPathGiven(arguments) ? "ndjson" : null);
        if (from == "ndjson")
        {
            return FromLines(input, output, to, arguments);
        }

        var detected = DetectedInput.Detect(input);
        var kind = from switch { "xml" => InputKind.Xml, "json" => InputKind.Json, _ => detected.Kind };
        CheckRecords(kind, to, arguments);
        var indent = arguments.GetValue(_indent);
        switch (to, kind)
        {
            case ("json" or null, InputKind.Xml):
                var toJson = Xml.ToJson(input, output, _mapping.Convention(arguments), _mapping.Options(arguments, indent), options);
                output.EndLine();
                return Told(arguments, toJson);
            case ("xml" or null, InputKind.Json):
                var toXml = Json.ToXml(OpenJson(input, detected), output, _mapping.Convention(arguments), _mapping.Options(arguments), WriterOptions(indent));
                output.EndLine();
                return Told(arguments, toXml);
            case ("xml", InputKind.Xml):
                WriteAnew(input, output, options, indent);
                output.EndLine();
                break;
            case ("ndjson", InputKind.Xml):
                return ToLines(input, output, options, arguments);
            default:
                Reformat(OpenJson(input, detected), input, output, indent, isLines: to == "ndjson");
                break;
        }

        return Outcome.Fine;
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

    private static void Reformat(Stream json, InputFile input, OutputFile output, bool indent, bool isLines)
    {
        void Copy() => new JsonReformatter(output, indent, itemsOnLines: isLines).Copy(json);
        if (isLines)
        {
            RecordStream.Run(input, output, Copy);
        }
        else
        {
            Copy();
        }
    }

    private void CheckRecords(InputKind kind, string? to, ParseResult arguments)
    {
        if (_lines.IsPathGiven(arguments) && (kind != InputKind.Xml || to != "ndjson"))
        {
            throw new UsageException("--records is for converting XML to NDJSON: leave --to out, or say --to ndjson. To read NDJSON say --from ndjson.");
        }

        if (_lines.AreGiven(arguments) && (kind != InputKind.Xml || to != "ndjson"))
        {
            throw new UsageException("--on-error is for records: XML to NDJSON, and --from ndjson.");
        }
    }

    private Outcome ToLines(InputFile input, OutputFile output, XmlParserOptions options, ParseResult arguments)
    {
        var lines = Lines(input, arguments) with { Parser = options };
        JsonLinesSummary? summary = null;
        RecordStream.Run(input, output, () => summary = Xml.ToJsonLines(input, _lines.Path(arguments), output, _mapping.LinesConvention(arguments), _mapping.Options(arguments), lines));
        return Told(arguments, summary!.Report, summary);
    }

    private Outcome FromLines(InputFile input, OutputFile output, string? to, ParseResult arguments)
    {
        if (to is not (null or "xml") || _lines.IsPathGiven(arguments))
        {
            throw new UsageException("--from ndjson is for converting to XML, and each of its lines is a record: --records is for converting XML to NDJSON.");
        }

        var lines = Lines(input, arguments);
        lines = lines with { RootName = _mapping.RootName(arguments) ?? lines.RootName, ItemName = _mapping.ItemName(arguments) };
        JsonLinesSummary? summary = null;
        try
        {
            RecordStream.Run(input, output, () => summary = Json.LinesToXml(input, output, _mapping.LinesConvention(arguments), _mapping.Options(arguments), lines, WriterOptions(arguments.GetValue(_indent))));
        }
        catch (ArgumentException e)
        {
            throw new UsageException(MappingArguments.PathMessage(e));
        }

        return Told(arguments, summary!.Report, summary);
    }

    private JsonLinesOptions Lines(InputFile input, ParseResult arguments) => new()
    {
        OnError = _lines.OnError(arguments),
        Report = damaged => ErrorLine.Write(Error, input.Name, InputFault.From(damaged.Error)!.Value),
    };

    private Outcome Told(ParseResult arguments, MappingReport report, JsonLinesSummary? lines = null)
    {
        List<InputFault> notes = [.. _report.Write(arguments, report, lines)];
        if (_lines.IsPathGiven(arguments) && lines is { Written: 0, Damaged: 0 })
        {
            notes.Add(new InputFault(0, 0, "NoRecords", $"warning: no element is at {_lines.Path(arguments)}"));
        }

        if (lines?.LeftOut > 0)
        {
            notes.Add(new InputFault(lines.FirstLeftOut.Line, lines.FirstLeftOut.Column, "LeftOut", $"warning: attributes, pieces of text and elements that are in no record: {lines.LeftOut}"));
        }

        if (lines?.Damaged > 0)
        {
            var place = InputFault.From(lines.FirstError!)!.Value;
            notes.Add(new InputFault(place.Line, place.Column, "Damaged", $"warning: records that were left out: {lines.Damaged}"));
        }

        return new Outcome(lines?.Damaged > 0 && _lines.OnError(arguments) == RecordErrorPolicy.Report ? ExitCode.BadInput : ExitCode.Fine, notes);
    }
}
