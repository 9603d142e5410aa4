using System.CommandLine.Help;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace XmlJson.Cli.Tests;

/// <summary>Every command of a guide's <c>console</c> blocks prints what stands under it.</summary>
public sealed partial class ConsoleGuideTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string, string, string> Commands
    {
        get
        {
            var commands = new TheoryData<string, string, string>();
            foreach (var page in Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md").Order(StringComparer.Ordinal))
            {
                foreach (Match command in Block().Matches(File.ReadAllText(page)).SelectMany(block => Command().Matches(block.Groups["text"].Value)))
                {
                    commands.Add(Path.GetFileName(page), command.Groups["command"].Value, command.Groups["output"].Value);
                }
            }

            return commands;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_prints_what_is_said(string page, string command, string output) => Assert.Equal((page, output), (page, Run(command)));

    [Theory]
    [InlineData("convert")]
    [InlineData("events")]
    [InlineData("explain")]
    [InlineData("check")]
    [InlineData("stats")]
    public void Every_verb_has_an_example(string verb) => Assert.Contains(Commands, row => ((string)row[1]).Contains($"xmljson {verb}", StringComparison.Ordinal));

    [Fact]
    public void Every_option_stands_in_the_guide()
    {
        var guide = File.ReadAllText(Path.Combine(Root, "docs", "command-line.md"));
        var streams = new StandardStreams { Input = Stream.Null, IsInputRedirected = true, Output = Stream.Null, Error = TextWriter.Null };
        var options = CommandLine.Create(streams).Subcommands.SelectMany(command => command.Options).Where(option => option is not HelpOption);
        Assert.All(options.Select(option => option.Name == "--output" ? "-o" : option.Name).Distinct(), name => Assert.Matches($@"(?<![\w-]){name}(?![\w-])", guide));
    }

    // A shell, since the guide has pipes; in it `xmljson` is the tool that was just built.
    private static string Run(string command)
    {
        var tool = typeof(ExitCode).Assembly.Location;
        var start = new ProcessStartInfo("bash", ["-c", $"xmljson() {{ \"{HostPath}\" \"{tool}\" \"$@\"; }}\n{command}"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.ReplaceLineEndings("\n");
    }

    private static string HostPath => Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "XmlJson.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No XmlJson.sln above " + AppContext.BaseDirectory);
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^```console\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\$ (?<command>.*)\n(?<output>(?:(?!\$ ).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
