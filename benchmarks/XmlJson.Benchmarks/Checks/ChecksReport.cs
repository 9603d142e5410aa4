using System.Globalization;
using System.Text;

namespace XmlJson.Benchmarks;

/// <summary>Shows who refuses which malformed document: a line for each document, a column for each contender.</summary>
internal sealed class ChecksReport(TextWriter output)
{
    public void Write(IReadOnlyList<Strictness> results)
    {
        var documents = MalformedDocument.All;
        var count = documents.Count;

        // A name of two parts takes two lines, so that its column need not be wide.
        List<string[]> lines =
        [
            ["", "", "", .. results.Select(result => result.Contender.Contains('-', StringComparison.Ordinal) ? result.Contender.Split('-', 2)[0] + "-" : "")],
            ["what is wrong", "document", "forbidden by", .. results.Select(result => result.Contender.Split('-', 2)[^1])],
        ];
        for (var i = 0; i < count; i++)
        {
            lines.Add([documents[i].Fault, Printable(documents[i].Bytes), documents[i].Rule, .. results.Select(result => result.Refused[i] ? "refused" : "ACCEPTED")]);
        }

        WriteAligned(lines);
        output.WriteLine();
        foreach (var result in results)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Contender}: refused {Count(result.Refused)} of {count}, accepted {Count(result.AcceptedMended)} of {count} put right"));
        }

        output.Flush();

        static int Count(IReadOnlyList<bool> answers) => answers.Count(answer => answer);
    }

    private static string Printable(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var value in bytes)
        {
            _ = value is >= 0x20 and < 0x7F ? text.Append((char)value) : text.Append(CultureInfo.InvariantCulture, $"\\x{value:X2}");
        }

        return text.ToString();
    }

    private void WriteAligned(List<string[]> lines)
    {
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length))];
        foreach (var line in lines)
        {
            output.WriteLine(string.Join("  ", line.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd());
        }
    }
}
