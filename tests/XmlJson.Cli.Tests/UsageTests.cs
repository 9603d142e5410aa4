namespace XmlJson.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("", "Required command was not provided.")]
    [InlineData("transmogrify", "'transmogrify'")]
    [InlineData("convert a.xml b.xml", "'b.xml'")]
    [InlineData("convert a.xml --to yaml", "'yaml'")]
    [InlineData("convert a.xml --to", "--to")]
    [InlineData("convert a.xml --to xml --to json", "--to")]
    [InlineData("convert a.xml --convention klingon", "'klingon'")]
    [InlineData("convert a.xml --to ndjson --indent", "each record is one line")]
    [InlineData("convert a.xml --indnt", "'--indnt'")]
    [InlineData("convert a.xml --dtd maybe", "'maybe'")]
    [InlineData("convert a.xml --resolve .", "--resolve needs --dtd parse")]
    [InlineData("convert a.xml --dtd ignore --resolve .", "--resolve needs --dtd parse")]
    [InlineData("convert a.xml --dtd parse --resolve nowhere", "no directory 'nowhere'")]
    [InlineData("events a.xml --to json", "'--to'")]
    [InlineData("check", "Name either one FILE or more")]
    [InlineData("check a.xml --list b.txt", "Name either one FILE or more")]
    [InlineData("check a.xml -x", "'-x'")]
    [InlineData("stats a.xml b.xml", "'b.xml'")]
    public void A_command_line_that_makes_no_sense_exits_with_2(string line, string reason)
    {
        var run = CommandRun.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        var errors = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(errors, error => Assert.StartsWith("xmljson: ", error, StringComparison.Ordinal));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", errors[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("convert")]
    [InlineData("events")]
    [InlineData("stats")]
    public void Without_FILE_a_terminal_is_not_read(string command)
    {
        var run = CommandRun.Of(command);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("No FILE is given", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "convert")]
    [InlineData("convert --help", "--to <json|ndjson|xml>")]
    [InlineData("convert --help", "each child element of the root is a record")]
    [InlineData("convert --help", "-o, --output <OUT>")]
    [InlineData("events --help", "end-document")]
    [InlineData("check --help", "reject<TAB>FILE<TAB>LINE:COL<TAB>CODE<TAB>MESSAGE")]
    [InlineData("check --help", "--list <LISTFILE>")]
    [InlineData("stats -h", "MB/s")]
    [InlineData("stats -?", "MB/s")]
    public void Help_is_printed_on_standard_output(string line, string part)
    {
        var run = CommandRun.Of(line.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Contains("xmljson", run.Output, StringComparison.Ordinal);
        Assert.Contains(part, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_wins_over_mistakes()
    {
        var run = CommandRun.Of("convert", "--bogus", "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_printed()
    {
        var run = CommandRun.Of("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }

    [Fact]
    public void Behind_two_hyphens_everything_is_a_file()
    {
        var run = CommandRun.Of("check", "--", "--list");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("reject\t--list\t0:0\tCannotOpen\t", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_an_at_sign_is_a_file_and_no_list_of_arguments()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("@args", "--help");

        var run = CommandRun.Of("check", "@" + path, "@args");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["reject", "reject"], run.Lines.Select(line => line.Split('\t')[0]));
        Assert.StartsWith("reject\t@args\t0:0\tCannotOpen\t", run.Lines[1], StringComparison.Ordinal);
    }
}
