using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary>The verb <c>memory</c>: how much memory a tree takes beside the document's bytes, and reading records of a long one. Each is measured in a process of its own.</summary>
internal static class MemoryCommand
{
    private const int Rounds = 3;
    private const int Failed = 1;
    private const int DefaultMegabytes = 1000;

    public static Command Create()
    {
        var paths = new Argument<string[]>("FILE|DIR") { Description = "XML files and directories of such; if omitted, the project's own corpus.", Arity = ArgumentArity.ZeroOrMore };
        var records = new Option<int>("--records")
        {
            Description = "The length in MB of the document that records are read from, which is made on the way; 0 to leave that out.",
            DefaultValueFactory = _ => DefaultMegabytes,
        };
        var conversions = new Option<int>("--conversions")
        {
            Description = "The length in MB of the document that is converted to JSON, and of the JSON converted to XML, by each convention; both are made on the way. Nothing else is measured then.",
        };
        var command = new Command("memory", "Shows by how much the memory in use grows when a tree is loaded, records are read, or a long document is converted.") { paths, records, conversions };
        command.SetAction(result => result.GetValue(conversions) is > 0 and var length ? RunConversions(length) : Run(result.GetValue(paths) ?? [], result.GetValue(records)));
        return command;
    }

    private static int RunConversions(int megabytes)
    {
        var length = (megabytes * 1_000_000L).ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(MachineDescription.Of());
        Console.WriteLine($"MB by which the memory in use grows at its peak over a document of {megabytes} MB, and that peak; a process each");
        Console.WriteLine($"{"convention",-16}{"XML to JSON",22}{"JSON to XML",22}");
        foreach (var (name, isBounded) in LongConversion.Conventions.Select(named => (named.Name, named.IsBounded)).Append((LongConversion.Lines, true)))
        {
            Console.WriteLine($"{name,-16}{(isBounded ? Cell(LongConversion.ToJson + name, length) : "not bounded"),22}{Cell(LongConversion.ToXml + name, length),22}");
        }

        return 0;
    }

    private static string Cell(string conversion, string length)
    {
        var (growth, peak) = ProbeBoth(conversion, length);
        return string.Create(CultureInfo.InvariantCulture, $"{growth / 1e6:F1} ({peak / 1e6:F0})");
    }

    private static int Run(string[] paths, int megabytes)
    {
        DirectoryInfo? corpus = null;
        try
        {
            if (paths.Length == 0)
            {
                corpus = Directory.CreateTempSubdirectory();
                foreach (var document in GeneratedCorpus.Create())
                {
                    File.WriteAllBytes(Path.Combine(corpus.FullName, document.Name), document.Bytes);
                }

                paths = [corpus.FullName];
            }

            Console.WriteLine(MachineDescription.Of());
            Console.WriteLine($"growth of the memory in use at its peak, in bytes per byte of the document, whose own bytes do not count; medians of {Rounds} processes");
            ShowTrees(paths.SelectMany(Files));
            if (megabytes > 0)
            {
                var length = (megabytes * 1_000_000L).ToString(CultureInfo.InvariantCulture);
                Console.WriteLine($"{MemoryProbe.Records}: {Median(MemoryProbe.Records, length) / 1e6:F1} MB to read all records of a document of {megabytes} MB");
                Console.WriteLine($"{MemoryProbe.Lines}: {Median(MemoryProbe.Lines, length) / 1e6:F1} MB to write them as lines of JSON");
            }

            return 0;
        }
        catch (Exception error) when (error is WrongAnswerException or XmlException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return Failed;
        }
        finally
        {
            corpus?.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal) : [path];

    private static void ShowTrees(IEnumerable<string> files)
    {
        // What is never disposed takes as much as what is, once.
        var names = Work.Tree.CreateGroups()[0].Select(contender => contender.Name).Where(name => !name.EndsWith("-fresh", StringComparison.Ordinal)).ToArray();
        Console.WriteLine($"{"file",-24}{"bytes",12}{string.Concat(names.Select(name => $"{name,21}"))}");
        foreach (var file in files)
        {
            var length = new FileInfo(file).Length;
            var growths = names.Select(name => string.Create(CultureInfo.InvariantCulture, $"{Median(name, file) / (double)length,21:F2}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file),-24}{length,12:N0}{string.Concat(growths)}"));
        }
    }

    private static long Median(string contender, string input) => Enumerable.Range(0, Rounds).Select(_ => Probe(contender, input)).Order().ElementAt(Rounds / 2);

    private static long Probe(string contender, string input) => ProbeBoth(contender, input).Growth;

    private static (long Growth, long Peak) ProbeBoth(string contender, string input)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(MemoryCommand).Assembly.Location);
        }

        start.ArgumentList.Add(MemoryProbe.Verb);
        start.ArgumentList.Add(contender);
        start.ArgumentList.Add(input);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && output.Split(' ') is [var first, var second] && long.TryParse(first, CultureInfo.InvariantCulture, out var growth) && long.TryParse(second, CultureInfo.InvariantCulture, out var peak)
            ? (growth, peak)
            : throw new WrongAnswerException($"{contender} failed on {input}: {error.Result}");
    }
}
