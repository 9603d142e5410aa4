using System.CommandLine;

namespace XmlJson.Benchmarks;

/// <summary>The verb <c>checks</c>: who refuses what must be refused. Leaving a check out is the easiest way to be fast.</summary>
internal static class ChecksCommand
{
    private const int Failed = 1;

    public static Command Create()
    {
        var command = new Command("checks", "Gives malformed documents to everybody who reads XML, and shows who refuses them.");
        command.SetAction(_ => Run(Console.Out));
        return command;
    }

    /// <summary>Prints the table.</summary>
    /// <returns>The exit code: whether XmlJson is right about all documents.</returns>
    public static int Run(TextWriter output)
    {
        var results = new List<Strictness>();
        foreach (var contender in Strictness.CreateReaders())
        {
            using (contender)
            {
                results.Add(Strictness.Of(contender));
            }
        }

        new ChecksReport(output).Write(results);
        return results.Where(result => result.Contender.StartsWith("xmljson-", StringComparison.Ordinal)).All(result => result.IsRight) ? 0 : Failed;
    }
}
