using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using XmlJson.Mapping;

namespace XmlJson.Cli;

/// <summary>The options <c>--report</c> and <c>--report-json FILE</c>: what the conversion dropped or changed.</summary>
internal sealed class ReportArguments
{
    private readonly Option<bool> _report = new("--report") { Description = "Tell on standard error what was dropped or changed: kind, count, and first place." };
    private readonly Option<string?> _json = new("--report-json") { HelpName = "FILE", Description = "Write the same to a file, as JSON." };

    /// <summary>Adds the options to a command.</summary>
    public ReportArguments(Command command)
    {
        command.Add(_report);
        command.Add(_json);
    }

    /// <summary>Writes the report, as far as the user wants one.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="report">What was dropped or changed.</param>
    /// <param name="lines">What was done to records, when there were any.</param>
    /// <returns>The lines for standard error.</returns>
    /// <exception cref="FileFaultException">The file cannot be written.</exception>
    public IEnumerable<InputFault> Write(ParseResult arguments, MappingReport report, JsonLinesSummary? lines = null)
    {
        if (arguments.GetValue(_json) is { } file)
        {
            WriteJson(file, report, lines);
        }

        return arguments.GetValue(_report) ? report.Losses.Select(NoteOf) : [];
    }

    /// <summary>Writes the losses as an array.</summary>
    public static void WriteLosses(Utf8JsonWriter writer, MappingReport report)
    {
        writer.WriteStartArray();
        foreach (var loss in report.Losses)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", loss.Kind.ToString());
            writer.WriteNumber("count", loss.Count);
            WritePlace(writer, loss);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>A loss for people: kind, count and path.</summary>
    public static string Describe(in MappingLoss loss) => string.Create(CultureInfo.InvariantCulture, $"{loss.Kind} ×{loss.Count}, first at {(loss.FirstPath.Length == 0 ? "/" : loss.FirstPath)}");

    private static void WritePlace(Utf8JsonWriter writer, in MappingLoss loss)
    {
        if (loss.FirstPosition.IsKnown)
        {
            writer.WriteNumber("line", loss.FirstPosition.Line);
            writer.WriteNumber("column", loss.FirstPosition.Column);
        }

        if (loss.FirstPosition.ByteOffset >= 0)
        {
            writer.WriteNumber("byteOffset", loss.FirstPosition.ByteOffset);
        }

        writer.WriteString("path", loss.FirstPath);
        if (loss.FirstTarget is not null)
        {
            writer.WriteString("target", loss.FirstTarget);
        }
    }

    private static InputFault NoteOf(MappingLoss loss) =>
        new(Math.Max(loss.FirstPosition.Line, 0), Math.Max(loss.FirstPosition.Column, 0), "Loss", $"note: {Describe(in loss)}");

    private static void WriteJson(string file, MappingReport report, JsonLinesSummary? lines)
    {
        try
        {
            using var output = File.Create(file);
            using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
            writer.WriteStartObject();
            if (lines is not null)
            {
                writer.WriteNumber("records", lines.Written);
                writer.WriteNumber("damaged", lines.Damaged);
                writer.WriteNumber("leftOut", lines.LeftOut);
            }

            writer.WritePropertyName("losses");
            WriteLosses(writer, report);
            writer.WriteEndObject();
            writer.Flush();
            output.WriteByte((byte)'\n');
        }
        catch (Exception e) when (FileFaultException.IsCause(e))
        {
            throw new FileFaultException(file, "CannotWrite", e);
        }
    }
}
