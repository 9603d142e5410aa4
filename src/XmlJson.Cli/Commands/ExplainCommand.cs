using System.CommandLine;
using System.Text;
using System.Text.Json;
using Spectre.Console;
using XmlJson.Mapping;

namespace XmlJson.Cli;

/// <summary><c>xmljson explain</c>: one document under all conventions side by side.</summary>
internal sealed class ExplainCommand : DocumentCommand
{
    // Of each convention's JSON.
    private const int Shown = 600;
    private const int PlainWidth = 120;

    private readonly StandardStreams _streams;
    private readonly Option<bool> _json = new("--json") { Description = "Write the same as JSON, for programs." };

    public ExplainCommand(StandardStreams streams)
        : base("explain", "Show an XML document under all conventions, with what each loses.", streams)
    {
        _streams = streams;
        Add(_json);
    }

    /// <inheritdoc/>
    public override string Notes =>
        """
        A row for each convention: its name, as 'convert --convention' takes it, the JSON, and what XML -> JSON -> XML would not bring back: kind, count, and the first place.
        The document is read once and converted whole; of the JSON the first 600 bytes are shown. A convention that cannot express the document says why in place of the
        losses; the exit code is 0 all the same.

        --json writes an object with an array 'conventions': name, json, jsonBytes, isCut, losses (kind, count, line, column, byteOffset, path), and error (code, message,
        line, column, path) or null.
        """;

    /// <inheritdoc/>
    protected override Outcome Process(InputFile input, OutputFile output, XmlParserOptions options, ParseResult arguments)
    {
        if (DetectedInput.Detect(input).Kind == InputKind.Json)
        {
            throw new InputFaultException(new InputFault(1, 1, "NotXml", "the input is no XML: what conventions do is explained for XML documents"));
        }

        var limits = new MappingOptions { MaxDepth = Math.Max(options.MaxDepth, MappingOptions.Default.MaxDepth) };
        var conventions = ConventionOption.Conventions.Select(named => new ExplainedConvention(named.Name, named.Convention, limits, Shown)).ToList();
        try
        {
            Xml.Parse(input, new EachConvention(conventions), options);
            output.Write(Encoding.UTF8.GetBytes(arguments.GetValue(_json) ? JsonOf(conventions) : TableOf(conventions)));
        }
        finally
        {
            conventions.ForEach(convention => convention.Dispose());
        }

        return Outcome.Fine;
    }

    private static string JsonOf(IEnumerable<ExplainedConvention> conventions)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("conventions");
            foreach (var convention in conventions)
            {
                Write(writer, convention);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, ExplainedConvention convention)
    {
        writer.WriteStartObject();
        writer.WriteString("name", convention.Name);
        writer.WriteString("json", convention.Json);
        writer.WriteNumber("jsonBytes", convention.Length);
        writer.WriteBoolean("isCut", convention.IsCut);
        writer.WritePropertyName("losses");
        ReportArguments.WriteLosses(writer, convention.Report);
        if (convention.Refusal is { } refusal)
        {
            writer.WriteStartObject("error");
            writer.WriteString("code", refusal.Code.ToString());
            writer.WriteString("message", refusal.Description);
            writer.WriteNumber("line", refusal.Position.Line);
            writer.WriteNumber("column", refusal.Position.Column);
            writer.WriteString("path", refusal.Path);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("error");
        }

        writer.WriteEndObject();
    }

    private static string Losses(ExplainedConvention convention)
    {
        if (convention.Refusal is { } refusal)
        {
            return $"refused: {OneLine.Message(refusal.Message)}";
        }

        return convention.Report.IsEmpty
            ? "nothing"
            : string.Join('\n', convention.Report.Losses.Select(loss => $"{ReportArguments.Describe(in loss)}{(loss.FirstPosition.IsKnown ? $" ({loss.FirstPosition})" : "")}"));
    }

    private string TableOf(IEnumerable<ExplainedConvention> conventions)
    {
        var table = new Table { Border = TableBorder.Square, ShowRowSeparators = true };
        table.AddColumns("convention", "JSON", "loses");
        foreach (var convention in conventions)
        {
            var json = convention.Refusal is null ? OneLine.FileName(convention.Json) + (convention.IsCut ? " …" : "") : "";
            table.AddRow(new Spectre.Console.Text(convention.Name), new Spectre.Console.Text(json), new Spectre.Console.Text(Losses(convention)));
        }

        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = _streams.IsOutputTerminal ? Math.Max(Console.WindowWidth, 40) : PlainWidth;
        console.Profile.Capabilities.Unicode = true;
        console.Write(table);
        return text.ToString().ReplaceLineEndings("\n");
    }
}
