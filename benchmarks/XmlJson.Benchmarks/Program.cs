using System.CommandLine;
using BenchmarkDotNet.Running;
using XmlJson.Benchmarks;

const int badUsage = 2;

var root = new RootCommand("Compares XmlJson with its rivals. With options of BenchmarkDotNet (--filter '*Events*', --list flat, --job Dry) its benchmarks are run.")
{
    CompareCommand.Create(Work.All, MachineDescription.Of(typeof(Newtonsoft.Json.JsonConvert))),
    ChecksCommand.Create(),
    ChartCommand.Create(),
    CorpusCommand.Create(),
    MemoryCommand.Create(),
    MemoryProbe.Create(),
};
var own = args is [] or ["-h" or "-?" or "--help" or "--version", ..] || root.Subcommands.Any(command => command.Name == args[0]);
if (!own)
{
    BenchmarkSwitcher.FromAssembly(typeof(CompareCommand).Assembly).Run(args);
    return 0;
}

var result = root.Parse(args.Length == 0 ? ["--help"] : args);
var status = result.Invoke();
return result.Errors.Count > 0 ? badUsage : status;
