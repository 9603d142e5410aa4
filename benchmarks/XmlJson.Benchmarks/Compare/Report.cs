using System.Globalization;
using System.Text.Json;

namespace XmlJson.Benchmarks;

/// <summary>Shows results: as tables while they come, and as JSON in the end.</summary>
internal sealed class Report(TextWriter output)
{
    public static void WriteJson(Stream stream, IEnumerable<ComparisonRow> rows) => JsonSerializer.Serialize(stream, rows, ComparisonJson.Default.IEnumerableComparisonRow);

    /// <summary>Reads what <see cref="WriteJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static IReadOnlyList<ComparisonRow> ReadJson(Stream stream)
    {
        var rows = JsonSerializer.Deserialize(stream, ComparisonJson.Default.ListComparisonRow) ?? [];
        return rows.TrueForAll(row => row is { Ratio: > 0, MbPerSecond: > 0 }) ? rows : throw new JsonException("A speed is not positive.");
    }

    public void Begin(string machine, int rounds)
    {
        output.WriteLine(machine);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Medians of {rounds} rounds. MB = 10⁶ bytes of input; alloc = bytes of managed memory allocated per byte of input."));
    }

    public void BeginWork(Work work)
    {
        output.WriteLine();
        output.WriteLine($"{work.Name}: {work.Title}");
    }

    public void Add(FileResult result)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Rows[0].File}: {result.Bytes:N0} bytes, {result.Answer.Counts}"));
        AddTable(result.Rows);
        if (result.OtherForms.Count > 0)
        {
            output.WriteLine($"  The same values, but arranged otherwise than {result.Rows[0].Contender}'s: {string.Join(", ", result.OtherForms)}.");
        }
    }

    public void EndWork(Work work, IReadOnlyList<FileResult> files)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work.Name}, geometric mean of {files.Count} files"));
        AddTable(FileResult.Combine(files));
    }

    private void AddTable(IReadOnlyList<ComparisonRow> rows)
    {
        output.WriteLine($"  {"contender",-26}{"MB/s",10}{"ratio",10}{"alloc",10}");
        foreach (var row in rows)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {row.Contender,-26}{row.MbPerSecond,10:F1}{row.Ratio,10:F2}{row.AllocatedPerByte,10:F3}"));
        }

        output.Flush();
    }
}
