using System.CommandLine;

namespace XmlJson.Cli;

/// <summary><c>xmljson events</c>: one line for each event.</summary>
internal sealed class EventsCommand : DocumentCommand
{
    private readonly Option<bool> _positions = new("--positions") { Description = "Begin each line with the event's line and column." };

    public EventsCommand(StandardStreams streams)
        : base("events", "List the events of an XML document, one a line.", streams) => Add(_positions);

    /// <inheritdoc/>
    public override string Notes =>
        """
        Lines begin with the event's kind: document, doctype, start, end, text, whitespace, cdata, comment, pi, skipped, end-document.
        A name in a namespace is followed by the namespace's name in braces. In quotes a backslash begins an escape.
        Memory does not depend on the document's length. Events before an error are printed, but not to a file named with -o.
        """;

    /// <inheritdoc/>
    protected override Outcome Process(InputFile input, OutputFile output, XmlParserOptions options, ParseResult arguments)
    {
        var lines = new StreamBufferWriter(output);
        try
        {
            using var log = new EventLog(lines, arguments.GetValue(_positions));
            Xml.Parse(input, log, options);
        }
        catch (XmlSyntaxException)
        {
            lines.Drain();
            output.WriteThrough();
            throw;
        }

        lines.Drain();
        return Outcome.Fine;
    }
}
