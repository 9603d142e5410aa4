using System.Diagnostics;

namespace XmlJson.Conformance.CommandLine;

/// <summary>The command-line tool as a process of its own.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The command that begins a call of the tool.</summary>
    public static string[] Command { get; } =
    [
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath!,
        Path.Combine(AppContext.BaseDirectory, "XmlJson.Cli.dll"),
    ];

    /// <summary>Runs a command to its end.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public static (int ExitCode, string Output, string Error) Run(params IEnumerable<string> command)
    {
        var words = command.ToList();
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience), "The process did not end.");
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
