using System.Globalization;

namespace XmlJson.Conformance.Large;

/// <summary>Measures what the rules of attacks/large.tsv say: a program and no test, because it wants a Release build and a machine that does little else.</summary>
internal static class LargeRun
{
    private const int Rounds = 3;
    private const double LongestRatio = 6;
    private const long MostText = 64_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    // A round is several readings, so that each bears its share of collecting garbage, and as many as the clock needs.
    private const int LeastReadings = 4;
    private static readonly TimeSpan Measurable = TimeSpan.FromMilliseconds(20);

    /// <summary>Measures every case, or those whose name is given, and prints a table.</summary>
    /// <returns>How many rows break their rule.</returns>
    public static int Run(TextWriter output, IReadOnlyCollection<string> names)
    {
        var cases = LargeCase.All.Where(one => names.Count == 0 || names.Contains(one.Name)).ToList();
        output.WriteLine("case              DTD       given         N small    N large   ms small   ms large  ratio   MB allocated  verdict");
        var rows = 0;
        var broken = 0;
        foreach (var one in cases)
        {
            foreach (var way in one.Ways)
            {
                rows++;
                broken += Measure(output, one, way) ? 0 : 1;
            }
        }

        output.WriteLine($"{rows - broken} of {rows} rows keep their rule");
        return rows == 0 ? 1 : broken;
    }

    private static bool Measure(TextWriter output, LargeCase one, LargeWay way)
    {
        var (small, large) = (one.Make(one.Small / way.Divisor), one.Make(one.Large / way.Divisor));
        // With a smaller N another verdict may be right: that of the whole document.
        var expected = way.Divisor == 1 ? one.Expected : one.Read(LargeWay.All[0], large).Answer.Verdict.ToString().ToLowerInvariant();
        var reading = one.Read(way, large);
        var faults = new List<string>();
        if (!reading.Answer.IsOneOf(expected))
        {
            faults.Add($"EXPECTED {expected}");
        }

        var repeats = LeastReadings;
        while (one.IsTimed && Time(one, way, small, repeats) * repeats < Measurable)
        {
            repeats *= 2;
        }

        var (smallTime, largeTime) = (Best(one, way, small, repeats), Best(one, way, large, repeats));
        var ratio = largeTime / smallTime;
        if (one.IsTimed ? ratio >= LongestRatio || largeTime >= Longest : reading.TextBytes >= MostText)
        {
            faults.Add("RULE BROKEN");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Name,-17} {one.Dtd?.ToString() ?? "",-9} {way.Name,-10} {one.Small / way.Divisor,10} {one.Large / way.Divisor,10} {smallTime.TotalMilliseconds,10:F3} {largeTime.TotalMilliseconds,10:F3} {ratio,6:F2} {reading.Allocated / 1e6,14:F2}  {string.Join(", ", [reading.Answer.Verdict.ToString().ToLowerInvariant(), .. faults])}"));
        return faults.Count == 0;
    }

    private static TimeSpan Best(LargeCase one, LargeWay way, byte[] document, int repeats) =>
        Enumerable.Range(0, Rounds).Min(_ => Time(one, way, document, repeats));

    // The processor time of one reading, all threads of the process included.
    private static TimeSpan Time(LargeCase one, LargeWay way, byte[] document, int repeats)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < repeats; i++)
        {
            one.Read(way, document);
        }

        return (Environment.CpuUsage.TotalTime - before) / repeats;
    }
}
