namespace XmlJson.Benchmarks.Tests;

public class ChecksTests
{
    public static TheoryData<string> Readers => [.. Strictness.CreateReaders().Select(contender => contender.Name)];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Everybody_refuses_what_is_wrong_and_accepts_what_is_put_right(string name)
    {
        using var contender = Strictness.CreateReaders().Single(contender => contender.Name == name);
        var result = Strictness.Of(contender);

        Assert.Equal([], Exceptions(result.Refused));
        Assert.Equal([], Exceptions(result.AcceptedMended));
        Assert.True(result.IsRight);
    }

    [Fact]
    public void There_are_18_kinds_of_faults_and_no_two_documents_are_alike()
    {
        Assert.Equal(18, MalformedDocument.All.Count);
        Assert.Equal(18, MalformedDocument.All.Select(document => document.Fault).Distinct().Count());
        Assert.Equal(18, MalformedDocument.All.Select(document => Convert.ToHexString(document.Bytes)).Distinct().Count());
    }

    [Fact]
    public void Whoever_accepts_everything_and_whoever_refuses_everything_is_not_right()
    {
        using var accepting = new Scripted(() => { });
        using var refusing = new Scripted(() => throw new System.Xml.XmlException());
        using var crashing = new Scripted(() => throw new InvalidOperationException());

        Assert.False(Strictness.Of(accepting).IsRight);
        Assert.False(Strictness.Of(refusing).IsRight);
        Assert.Throws<InvalidOperationException>(() => Strictness.Of(crashing));
    }

    [Fact]
    public void The_table_has_a_line_for_each_document_and_counts_for_each_contender()
    {
        using var output = new StringWriter();
        using var accepting = new Scripted(() => { });
        using var reader = new XmlReaderEvents();
        new ChecksReport(output).Write([Strictness.Of(accepting), Strictness.Of(reader)]);
        var lines = output.ToString().Split(Environment.NewLine);

        Assert.Matches(@"^control character +<a>\\x01</a> +XML §2\.2 \[2\] +ACCEPTED +refused$", lines.Single(line => line.StartsWith("control character", StringComparison.Ordinal)));
        Assert.Contains("scripted-one: refused 0 of 18, accepted 18 of 18 put right", lines);
        Assert.Contains("XmlReader: refused 18 of 18, accepted 18 of 18 put right", lines);
        Assert.Equal(18, lines.Count(line => line.EndsWith("  refused", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_verb_succeeds() => Assert.Equal(0, ChecksCommand.Run(TextWriter.Null));

    private static IEnumerable<string> Exceptions(IReadOnlyList<bool> answers) => MalformedDocument.All.Where((_, i) => !answers[i]).Select(document => document.Fault);

    /// <summary>Does as it is told.</summary>
    private sealed class Scripted(Action run) : IContender
    {
        public string Name => "scripted-one";

        public void Prepare(InputDocument document) { }

        public void Run() => run();

        public Answer Verify() => new("", null);

        public void Check() { }

        public void Dispose() { }
    }
}
