using System.Diagnostics;
using System.Text;

namespace XmlJson.Cli.Tests;

/// <summary>The program as it is called: what only a process of its own can show.</summary>
public sealed class ProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void Standard_input_is_converted_to_standard_output()
    {
        using var process = Start("convert");
        process.StandardInput.Write("<a>Ä</a>");
        process.StandardInput.Close();

        Assert.Equal("{\"a\":\"Ä\"}\n", process.StandardOutput.ReadToEnd());
        Assert.Equal(0, ExitCodeOf(process));
        Assert.Empty(process.StandardError.ReadToEnd());
    }

    [Fact]
    public void Errors_are_on_standard_error_and_in_the_exit_code()
    {
        using var bad = Start("convert", "-");
        bad.StandardInput.Write("<a>");
        bad.StandardInput.Close();
        using var usage = Start("convert", "--no-such-option");

        Assert.StartsWith("-:1:4: ", bad.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.Empty(bad.StandardOutput.ReadToEnd());
        Assert.Equal(1, ExitCodeOf(bad));
        Assert.Contains("--no-such-option", usage.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(2, ExitCodeOf(usage));
    }

    [Fact]
    public void A_broken_pipe_ends_the_work_quietly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var path = folder.Write("a.xml", "<r>" + string.Concat(Enumerable.Repeat("<record>some text</record>", 400_000)) + "</r>");
        using var process = Start("events", path);

        Assert.Equal("document", process.StandardOutput.ReadLine());
        process.StandardOutput.Close();

        Assert.Equal(141, ExitCodeOf(process));
        Assert.Empty(process.StandardError.ReadToEnd());
    }

    [Fact]
    public void Lines_of_NDJSON_come_while_the_input_is_still_open()
    {
        using var process = Start("convert", "--to", "ndjson");
        process.StandardInput.Write("<r><a>1</a>\n");
        process.StandardInput.Flush();

        Assert.Equal("{\"a\":\"1\"}", process.StandardOutput.ReadLine());
        process.StandardInput.Write("<a>2</a></r>");
        process.StandardInput.Close();

        Assert.Equal("{\"a\":\"2\"}\n", process.StandardOutput.ReadToEnd());
        Assert.Equal(0, ExitCodeOf(process));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public void A_signal_leaves_nothing_behind_though_the_input_is_waited_for(string signal, int exitCode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        folder.Write("out.json", "precious");
        using var process = Start("convert", "-", "-o", folder["out.json"]);
        process.StandardInput.Write("<a><b/>");
        process.StandardInput.Flush();
        Assert.True(SpinWait.SpinUntil(() => folder.Names.Length == 2, Patience), "There was no temporary file.");

        using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
        {
            kill.WaitForExit();
        }

        Assert.Equal(exitCode, ExitCodeOf(process));
        Assert.Equal(["out.json"], folder.Names);
        Assert.Equal("precious", File.ReadAllText(folder["out.json"]));
        Assert.Empty(process.StandardError.ReadToEnd());
    }

    [Fact]
    public void Two_runs_append_to_one_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var program = $"'{DotNet}' '{Program}'";
        using var shell = Process.Start("sh", ["-c", $"(echo '<a/>' | {program} convert; echo '<b/>' | {program} convert) > '{folder["out"]}'"]);

        Assert.Equal(0, ExitCodeOf(shell));
        Assert.Equal("{\"a\":null}\n{\"b\":null}\n", File.ReadAllText(folder["out"]));
    }

    [Fact]
    public void A_named_pipe_is_written_to_and_not_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        using (var mkfifo = Process.Start("mkfifo", [folder["pipe"]]))
        {
            Assert.Equal(0, ExitCodeOf(mkfifo));
        }

        using var process = Start("convert", "-o", folder["pipe"]);
        process.StandardInput.Write("<a/>");
        process.StandardInput.Close();
        using var reader = new StreamReader(new FileStream(folder["pipe"], FileMode.Open, FileAccess.Read));

        Assert.Equal("{\"a\":null}\n", reader.ReadToEnd());
        Assert.Equal(0, ExitCodeOf(process));
        Assert.Equal(["pipe"], folder.Names);
    }

    // What a shell starts in the background ignores SIGINT, and hands that down; the tool then rightly does so too.
    private static string[] DefaultSignals { get; } = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];

    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath!;

    private static string Program => Path.Combine(AppContext.BaseDirectory, "XmlJson.Cli.dll");

    private static Process Start(params string[] arguments)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        string[] command = [.. DefaultSignals, DotNet, Program, .. arguments];
        return Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = encoding,
            StandardOutputEncoding = encoding,
            StandardErrorEncoding = encoding,
        })!;
    }

    private static int ExitCodeOf(Process process)
    {
        Assert.True(process.WaitForExit(Patience), "The process did not end.");
        return process.ExitCode;
    }
}
