using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace XmlJson.Cli;

/// <summary><c>xmljson stats</c>: what a document consists of, and how fast it was read.</summary>
internal sealed class StatsCommand(StandardStreams streams) : DocumentCommand("stats", "Count what an XML document consists of.", streams)
{
    /// <inheritdoc/>
    public override string Notes =>
        """
        Each line is a name, a tab and a number. "names" are the distinct names of elements and attributes, as written, prefixes included; "depth" is the most elements
        open at once; "text bytes" is character data in UTF-8 with references resolved, white space included; "MB/s" is millions of input bytes in a second, reading
        and counting included, of this one run: on a small document it mostly shows the program's start.
        Memory does not depend on the document's length.
        """;

    /// <inheritdoc/>
    protected override Outcome Process(InputFile input, OutputFile output, XmlParserOptions options, ParseResult arguments)
    {
        var handler = new DocumentStatistics();
        var clock = Stopwatch.StartNew();
        Xml.Parse(input, ref handler, options);
        clock.Stop();
        output.Write(Encoding.UTF8.GetBytes(Format(in handler, input.BytesRead, clock.Elapsed)));
        return Outcome.Fine;
    }

    private static string Format(in DocumentStatistics statistics, long bytes, TimeSpan time)
    {
        var counts = statistics.Counts;
        return string.Create(CultureInfo.InvariantCulture, $"""
            elements	{counts.Elements}
            attributes	{counts.Attributes}
            namespace declarations	{counts.NamespaceDeclarations}
            text bytes	{counts.TextBytes}
            attribute value bytes	{counts.AttributeValueBytes}
            cdata sections	{counts.CDataSections}
            comments	{counts.Comments}
            processing instructions	{counts.ProcessingInstructions}
            depth	{counts.MaxDepth}
            names	{statistics.DistinctNames}
            bytes	{bytes}
            seconds	{time.TotalSeconds:F6}
            MB/s	{bytes / 1e6 / time.TotalSeconds:F1}

            """).ReplaceLineEndings("\n");
    }
}
