namespace XmlJson.Cli.Tests;

public sealed class OutputFileTests
{
    [Fact]
    public void The_output_is_written_and_nothing_else_stays()
    {
        using var folder = new TemporaryFolder();

        var run = CommandRun.WithInput("<a/>", "convert", "-o", folder["out.json"]);

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal("{\"a\":null}\n", File.ReadAllText(folder["out.json"]));
        Assert.Equal(["out.json"], folder.Names);
    }

    [Theory]
    [InlineData("convert")]
    [InlineData("convert", "--to", "xml")]
    [InlineData("convert", "--to", "ndjson")]
    [InlineData("events")]
    [InlineData("stats")]
    public void After_an_error_there_is_no_output_and_an_old_one_is_as_it_was(params string[] command)
    {
        using var folder = new TemporaryFolder();
        folder.Write("old", "precious");
        var document = "<r>" + string.Concat(Enumerable.Repeat("<record>some text</record>", 200_000)) + "</broken>";

        var fresh = CommandRun.WithInput(document, [.. command, "-o", folder["new"]]);
        var existing = CommandRun.WithInput(document, [.. command, "-o", folder["old"]]);

        Assert.Equal((1, 1), (fresh.ExitCode, existing.ExitCode));
        Assert.Equal(["old"], folder.Names);
        Assert.Equal("precious", File.ReadAllText(folder["old"]));
    }

    [Fact]
    public void An_old_output_is_replaced_with_its_permissions()
    {
        using var folder = new TemporaryFolder();
        folder.Write("out", "a longer text than the new one, so that a rest of it would show");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupExecute;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder["out"], Mode);
        }

        Assert.Equal(0, CommandRun.WithInput("<a/>", "convert", "-o", folder["out"]).ExitCode);

        Assert.Equal("{\"a\":null}\n", File.ReadAllText(folder["out"]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(Mode, File.GetUnixFileMode(folder["out"]));
        }
    }

    [Fact]
    public void The_input_may_be_the_output()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.xml", "<a  k = '1' ></a>");

        Assert.Equal(0, CommandRun.Of("convert", path, "--to", "xml", "-o", path).ExitCode);

        Assert.Equal("<a k=\"1\"/>\n", File.ReadAllText(path));
        Assert.Equal(["a.xml"], folder.Names);
    }

    [Fact]
    public void A_symbolic_link_stays_and_what_it_leads_to_is_replaced()
    {
        using var folder = new TemporaryFolder();
        folder.Write("real/target", "old");
        File.CreateSymbolicLink(folder["link"], "real/target");
        File.CreateSymbolicLink(folder["dangling"], "real/none");

        Assert.Equal(0, CommandRun.WithInput("<a/>", "convert", "-o", folder["link"]).ExitCode);
        Assert.Equal(0, CommandRun.WithInput("<b/>", "convert", "-o", folder["dangling"]).ExitCode);

        Assert.Equal("real/target", new FileInfo(folder["link"]).LinkTarget);
        Assert.Equal("{\"a\":null}\n", File.ReadAllText(folder["real/target"]));
        Assert.Equal("{\"b\":null}\n", File.ReadAllText(folder["real/none"]));
        Assert.Equal(2, Directory.GetFiles(folder["real"]).Length);
    }

    [Theory]
    [InlineData("", "it is a directory")]
    [InlineData("nowhere/out", "there is no such directory")]
    public void An_output_that_cannot_be_made_is_an_error(string name, string reason)
    {
        using var folder = new TemporaryFolder();

        var run = CommandRun.WithInput("<a/>", "convert", "-o", folder[name]);

        Assert.Equal((1, "", $"{folder[name]}:0:0: cannot open: {reason}\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_hyphen_is_standard_output() => Assert.Equal("{\"a\":null}\n", CommandRun.WithInput("<a/>", "convert", "-o", "-").Output);

    [Fact]
    public void Devices_are_written_to_and_stay()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["link"], "/dev/null");

        Assert.Equal(0, CommandRun.WithInput("<a/>", "convert", "-o", "/dev/null").ExitCode);
        Assert.Equal(0, CommandRun.WithInput("<a/>", "convert", "-o", folder["link"]).ExitCode);
        var full = CommandRun.WithInput("<a/>", "convert", "-o", "/dev/full");

        Assert.Equal(1, full.ExitCode);
        Assert.StartsWith("/dev/full:0:0: cannot write: ", full.Error, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Equal("/dev/null", new FileInfo(folder["link"]).LinkTarget);
        Assert.DoesNotContain(Directory.GetFiles("/dev"), path => path.StartsWith("/dev/null.", StringComparison.Ordinal));
    }

    [Fact]
    public void Standard_output_that_cannot_be_written_is_an_error()
    {
        var error = new StringWriter();

        var exitCode = CommandLine.Run(["convert", "-"], new StandardStreams { Input = new MemoryStream("<a/>"u8.ToArray()), Output = new BrokenStream([]), Error = error });

        Assert.Equal(1, exitCode);
        Assert.Equal("-:0:0: cannot write: the disk is full", error.ToString().Trim());
    }

    [Theory]
    [InlineData("convert")]
    [InlineData("events")]
    [InlineData("stats")]
    [InlineData("check")]
    [InlineData("--help")]
    public void When_nobody_reads_the_output_the_work_ends_quietly(string command)
    {
        var error = new StringWriter();
        var streams = new StandardStreams { Input = new MemoryStream("<a/>"u8.ToArray()), Output = new BrokenStream([]), HasPipeOutput = true, Error = error };

        Assert.Equal(141, CommandLine.Run(command[0] == '-' ? [command] : [command, "-"], streams));

        Assert.Empty(error.ToString());
    }

    [Fact]
    public void Cancelling_removes_the_temporary_file()
    {
        using var folder = new TemporaryFolder();
        using var source = new CancellationTokenSource();
        var seen = Array.Empty<string>();
        var input = new CancellingStream("<a><b/>"u8.ToArray(), () =>
        {
            seen = folder.Names;
            source.Cancel();
        });
        var error = new StringWriter();

        var exitCode = CommandLine.Run(
            ["convert", "-", "-o", folder["out"]],
            new StandardStreams { Input = input, Output = Stream.Null, Error = error, Cancellation = source.Token });

        Assert.Equal(130, exitCode);
        Assert.StartsWith("out.", Assert.Single(seen), StringComparison.Ordinal);
        Assert.Empty(folder.Names);
        Assert.Empty(error.ToString());
    }

    private sealed class CancellingStream(byte[] bytes, Action cancel) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Position > 0)
            {
                cancel();
            }

            return base.Read(buffer, offset, Math.Min(count, 3));
        }
    }
}
