using System.CommandLine;
using System.Text.Json;

namespace XmlJson.Benchmarks;

/// <summary>The verb <c>chart</c>: draws what <c>compare --json</c> wrote.</summary>
internal static class ChartCommand
{
    private const int Failed = 1;

    public static Command Create()
    {
        var results = new Argument<FileInfo>("RESULTS.json") { Description = "What compare --json wrote." };
        var output = new Option<FileInfo>("--output") { Description = "The SVG file to write.", HelpName = "FILE.svg", Required = true };
        var works = new Option<string[]>("--work") { Description = "The work to draw; may be repeated. All that there are results for if omitted." };
        var command = new Command("chart", "Draws results of compare as bars.") { results, output, works };
        command.SetAction(result => Run(result.GetRequiredValue(results), result.GetRequiredValue(output), result.GetValue(works) ?? []));
        return command;
    }

    private static int Run(FileInfo results, FileInfo output, string[] works)
    {
        try
        {
            IReadOnlyList<ComparisonRow> rows;
            using (var input = results.OpenRead())
            {
                rows = [.. Report.ReadJson(input).Where(row => works.Length == 0 || works.Contains(row.Work))];
            }

            if (rows.Count == 0)
            {
                Console.Error.WriteLine($"{results.Name} has no results to draw.");
                return Failed;
            }

            using var stream = output.Create();
            RatioChart.Draw(stream, rows);
            return 0;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error is JsonException ? $"{results.Name} is not what compare --json writes. {error.Message}" : error.Message);
            return Failed;
        }
    }
}
