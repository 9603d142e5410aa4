using System.Text;

namespace XmlJson.Cli.Tests;

/// <summary>What a command line did, run within this process from its root.</summary>
internal sealed record CommandRun(int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs with nothing on standard input but a terminal.</summary>
    public static CommandRun Of(params string[] arguments) => Of(new MemoryStream(), isRedirected: false, arguments);

    /// <summary>Runs with text on standard input, in UTF-8.</summary>
    public static CommandRun WithInput(string input, params string[] arguments) => WithInput(Encoding.UTF8.GetBytes(input), arguments);

    /// <summary>Runs with bytes on standard input.</summary>
    public static CommandRun WithInput(byte[] input, params string[] arguments) => Of(new MemoryStream(input), isRedirected: true, arguments);

    private static CommandRun Of(Stream input, bool isRedirected, string[] arguments)
    {
        var output = new MemoryStream();
        var error = new StringWriter();
        var exitCode = CommandLine.Run(arguments, new StandardStreams { Input = input, IsInputRedirected = isRedirected, Output = output, Error = error });
        return new CommandRun(exitCode, output.ToArray(), error.ToString().ReplaceLineEndings("\n"));
    }
}
