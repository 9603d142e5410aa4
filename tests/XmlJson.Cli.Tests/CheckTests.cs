using System.Text;

namespace XmlJson.Cli.Tests;

public sealed class CheckTests
{
    [Fact]
    public void Every_file_has_a_line_in_the_order_given()
    {
        using var folder = new TemporaryFolder();
        string[] files = [folder.Write("good.xml", "<a/>"), folder.Write("bad.xml", "<a>\n<b></c>"), folder.Write("empty.xml", ""), folder["none.xml"], folder.FullPath];

        var run = CommandRun.Of(["check", .. files]);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal($"accept\t{files[0]}", run.Lines[0]);
        Assert.StartsWith($"reject\t{files[1]}\t2:4\tMismatchedEndTag\t", run.Lines[1], StringComparison.Ordinal);
        Assert.StartsWith($"reject\t{files[2]}\t1:1\tNoRootElement\t", run.Lines[2], StringComparison.Ordinal);
        Assert.Equal($"reject\t{files[3]}\t0:0\tCannotOpen\tcannot open: there is no such file", run.Lines[3]);
        Assert.Equal($"reject\t{files[4]}\t0:0\tCannotOpen\tcannot open: it is a directory", run.Lines[4]);
        Assert.Equal(5, run.Lines.Length);
        Assert.All(run.Lines[1..], line => Assert.Equal(5, line.Split('\t').Length));
    }

    [Fact]
    public void When_all_are_accepted_the_exit_code_is_0()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.xml", "<a/>");

        var run = CommandRun.WithInput("<b/>", "check", file, "-", file);

        Assert.Equal((0, $"accept\t{file}\naccept\t-\naccept\t{file}\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Tabs_and_line_ends_of_the_input_do_not_reach_the_line()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a\tb.xml", "<a/>");

        var good = CommandRun.Of("check", file);
        var bad = CommandRun.WithInput("<?xml version='1\u2028'?><a/>", "check", "-");

        Assert.Equal($"accept\t{folder.FullPath}/a\\tb.xml\n", good.Output);
        Assert.Equal(5, Assert.Single(bad.Output.TrimEnd('\n').Split(['\n', '\r', '\u2028', '\u0085'])).Split('\t').Length);
        Assert.Contains("\\u{2028}", bad.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_name_that_no_file_can_have_is_a_line_too(string name)
    {
        var run = CommandRun.WithInput("<a/>", "check", name, "-");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["reject", OneLine.FileName(name), "0:0", "CannotOpen", "cannot open: that is no path"], run.Lines[0].Split('\t'));
        Assert.Equal("accept\t-", run.Lines[1]);
    }

    [Fact]
    public void A_file_that_cannot_be_read_to_its_end_is_a_line_too()
    {
        var output = new MemoryStream();

        var exitCode = CommandLine.Run(["check", "-"], new StandardStreams { Input = new BrokenStream("<a>"u8.ToArray()), Output = output, Error = TextWriter.Null });

        Assert.Equal(1, exitCode);
        Assert.Equal("reject\t-\t0:0\tCannotRead\tcannot read: the disk is gone\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_list_names_one_file_a_line(string lineEnd)
    {
        using var folder = new TemporaryFolder();
        var (good, bad) = (folder.Write("good file.xml", "<a/>"), folder.Write("bad.xml", "<a>"));
        var list = folder.Write("list.txt", $"\uFEFF{good}{lineEnd}{lineEnd}{bad}{lineEnd}{good}");

        var fromFile = CommandRun.Of("check", "--list", list);
        var fromInput = CommandRun.WithInput(File.ReadAllBytes(list), "check", "--list", "-");

        Assert.Equal(1, fromFile.ExitCode);
        Assert.Equal([$"accept\t{good}", $"reject\t{bad}", $"accept\t{good}"], fromFile.Lines.Select(line => string.Join('\t', line.Split('\t')[..2])));
        Assert.Equal(fromFile.Output, fromInput.Output);
    }

    [Fact]
    public void A_list_that_cannot_be_opened_is_an_error()
    {
        using var folder = new TemporaryFolder();

        var run = CommandRun.Of("check", "--list", folder["none.txt"]);

        Assert.Equal((1, "", $"{folder["none.txt"]}:0:0: cannot open: there is no such file\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void An_empty_list_accepts_nothing_and_rejects_nothing() => Assert.Equal((0, ""), (CommandRun.WithInput("", "check", "--list", "-").ExitCode, CommandRun.WithInput("", "check", "--list", "-").Output));

    [Fact]
    public void Ten_thousand_small_files_are_checked_in_one_process()
    {
        const int Count = 10_000;
        using var folder = new TemporaryFolder();
        var files = Enumerable.Range(0, Count)
            .Select(i => folder.Write($"{i / 500}/{i}.xml", i % 10 == 3 ? $"<r n='{i}'>\n<i>&undeclared{i};</i></r>" : $"<r n='{i}'><i xmlns:p{i % 7}='u{i}'>text {i}</i></r>"))
            .ToList();
        var list = folder.Write("list.txt", string.Join('\n', files));

        var run = CommandRun.Of("check", "--list", list);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal(Count, run.Lines.Length);
        for (var i = 0; i < Count; i++)
        {
            var fields = run.Lines[i].Split('\t');
            Assert.Equal(files[i], fields[1]);
            Assert.Equal(i % 10 == 3 ? ["reject", "2:4", "UndeclaredEntity"] : ["accept"], fields.Where((_, at) => at is 0 or 2 or 3));
        }
    }

    [Fact]
    public void The_verdicts_may_go_to_a_file()
    {
        using var folder = new TemporaryFolder();

        var run = CommandRun.WithInput("<a>", "check", "-", "-o", folder["out.tsv"]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("reject\t-\t1:4\tUnclosedElement\t", File.ReadAllText(folder["out.tsv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_is_judged_as_dtd_says()
    {
        const string Document = "<!DOCTYPE a [<!ENTITY e 'text'><!ELEMENT a ANY>]><a/>";
        const string Malformed = "<!DOCTYPE a [<!ELEMENT a>]><a/>";

        Assert.Equal("DtdProhibited", CommandRun.WithInput(Document, "check", "-").Output.Split('\t')[3]);
        Assert.Equal(0, CommandRun.WithInput(Document, "check", "-", "--dtd", "parse").ExitCode);
        Assert.Equal(0, CommandRun.WithInput(Document, "check", "-", "--dtd", "ignore").ExitCode);
        Assert.Equal(1, CommandRun.WithInput(Malformed, "check", "-", "--dtd", "parse").ExitCode);
        Assert.Equal(0, CommandRun.WithInput(Malformed, "check", "-", "--dtd", "ignore").ExitCode);
    }

    [Fact]
    public void Each_document_s_entities_are_relative_to_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("one/part.ent", "<x/>");
        folder.Write("two/part.ent", "<x>");
        const string Document = "<!DOCTYPE a [<!ENTITY e SYSTEM 'part.ent'>]><a>&e;</a>";
        string[] files = [folder.Write("one/a.xml", Document), folder.Write("two/a.xml", Document), folder.Write("three/a.xml", Document)];

        var resolved = CommandRun.Of(["check", "--dtd", "parse", "--resolve", folder.FullPath, .. files]);
        var unresolved = CommandRun.Of(["check", "--dtd", "parse", .. files]);

        Assert.Equal(["accept", "reject", "reject"], resolved.Lines.Select(line => line.Split('\t')[0]));
        Assert.Equal("UnreadableEntity", resolved.Lines[2].Split('\t')[3]);
        Assert.Equal((0, 3), (unresolved.ExitCode, unresolved.Lines.Length));
    }
}
