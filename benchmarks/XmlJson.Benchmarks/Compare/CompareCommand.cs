using System.CommandLine;
using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary>The verb <c>compare</c>: all contenders on the same documents, interleaved, in a minute or a few.</summary>
internal static class CompareCommand
{
    private const int DefaultRounds = 9;
    private const int Failed = 1;

    private static readonly TimeSpan SampleTime = TimeSpan.FromMilliseconds(20);

    /// <summary>Makes the command.</summary>
    /// <param name="all">The works that there are to compare.</param>
    /// <param name="machine">What is measured on.</param>
    public static Command Create(IReadOnlyList<Work> all, string machine)
    {
        var works = new Option<string[]>("--work")
        {
            Description = "The work to compare; may be repeated. All works if omitted.",
        }.AcceptOnlyFromAmong([.. all.Select(work => work.Name)]);
        var rounds = new Option<int>("--rounds")
        {
            Description = "How many times every contender is measured on every file.",
            DefaultValueFactory = _ => DefaultRounds,
        };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--rounds must be at least 1.");
            }
        });
        var json = new Option<FileInfo?>("--json") { Description = "A file to write the results to.", HelpName = "OUT" };
        json.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { Directory.Exists: false } file)
            {
                result.AddError($"There is no directory {file.DirectoryName} to write {file.Name} to.");
            }
        });
        var paths = new Argument<string[]>("FILE|DIR")
        {
            Description = "XML files (or JSON files, for json-to-xml), and directories of such; if omitted, a corpus made on the spot and .NET's own reference documentation.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("compare", "Compares XmlJson with its rivals on the same work.") { works, rounds, json, paths };
        command.SetAction(result =>
        {
            var chosen = result.GetValue(works) is { Length: > 0 } names ? all.Where(work => names.Contains(work.Name)) : all;
            return Run([.. chosen], machine, result.GetValue(rounds), result.GetValue(json), result.GetValue(paths) ?? []);
        });
        return command;
    }

    private static int Run(IReadOnlyList<Work> works, string machine, int rounds, FileInfo? json, string[] paths)
    {
        try
        {
            var documents = paths.Length > 0 ? InputFiles.Load(paths) : [.. GeneratedCorpus.Create(), .. SdkDocumentation.Find()];
            var rows = Compare(works, machine, rounds, documents);
            if (rows.Count == 0)
            {
                Console.Error.WriteLine("None of the files is for the work to be compared.");
                return Failed;
            }

            if (json is not null)
            {
                using var stream = json.Create();
                Report.WriteJson(stream, rows.Select(row => row with { Machine = machine }));
            }

            return 0;
        }
        catch (Exception error) when (error is WrongAnswerException or XmlException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return Failed;
        }
    }

    private static List<ComparisonRow> Compare(IReadOnlyList<Work> works, string machine, int rounds, IReadOnlyList<InputDocument> documents)
    {
        var report = new Report(Console.Out);
        report.Begin(machine, rounds);
        var rows = new List<ComparisonRow>();
        foreach (var work in works)
        {
            report.BeginWork(work);
            WarmUp.Run(work);
            var comparison = new Comparison(work, rounds, SampleTime);
            var files = new List<FileResult>();
            foreach (var input in documents.Select(work.InputFrom).OfType<InputDocument>())
            {
                files.Add(comparison.Run(input));
                report.Add(files[^1]);
            }

            if (files.Count > 0)
            {
                report.EndWork(work, files);
                rows.AddRange(files.SelectMany(file => file.Rows));
                rows.AddRange(FileResult.Combine(files));
            }
        }

        return rows;
    }
}
