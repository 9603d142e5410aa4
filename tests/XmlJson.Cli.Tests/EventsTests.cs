namespace XmlJson.Cli.Tests;

public sealed class EventsTests
{
    [Fact]
    public void Each_event_is_a_line()
    {
        var run = CommandRun.WithInput("<?xml version='1.0'?><a k='1'>x\ty<!--c--><b/></a>", "events");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            ["document version=\"1.0\"", "start a k=\"1\"", "text \"x\\ty\"", "comment \"c\"", "start b", "end b", "end a", "end-document"],
            run.Lines);
    }

    [Fact]
    public void Lines_may_begin_with_positions()
    {
        Assert.Equal(["1:1 document", "1:1 start a", "2:1 start b", "2:1 end b"], CommandRun.WithInput("<a\n><b/></a>".Replace("\n>", ">\n", StringComparison.Ordinal), "events", "--positions").Lines.Where(line => !line.Contains("text", StringComparison.Ordinal)).Take(4));
    }

    [Fact]
    public void Events_before_an_error_are_printed()
    {
        var run = CommandRun.WithInput("<a>one<b></a>", "events", "-");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["document", "start a", "text \"one\"", "start b"], run.Lines);
        Assert.StartsWith("-:1:10: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void But_not_to_a_file()
    {
        using var folder = new TemporaryFolder();

        var run = CommandRun.WithInput("<a>one<b></a>", "events", "-o", folder["out.txt"]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void The_error_is_one_line_and_sends_nothing_to_the_terminal()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a\u001b[31m\n.xml", "<a>");

        var run = CommandRun.Of("events", path);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{folder.FullPath}/a\\u{{1B}}[31m\\n.xml:1:4: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(char.IsControl));
    }

    [Fact]
    public void What_the_DTD_declares_is_in_the_events()
    {
        const string Document = "<!DOCTYPE a [<!ATTLIST a k CDATA 'v'>]><a/>";

        Assert.Contains("start a k=\"v\" (default)", CommandRun.WithInput(Document, "events", "--dtd", "parse").Lines);
        Assert.Contains("start a", CommandRun.WithInput(Document, "events", "--dtd", "ignore").Lines);
        Assert.Equal(1, CommandRun.WithInput(Document, "events").ExitCode);
    }
}
