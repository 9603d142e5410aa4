using System.Text.Json;

namespace XmlJson.Tests.Trees.Dom;

/// <summary>CPython's minidom and this view do the same, but for what is listed: the answers were recorded by minidom.py.</summary>
public class MinidomTests
{
    private static readonly string Folder = Repository.PathOf("tests", "cases", "trees");

    // What is different, and why: the name of the case, our answers, the reason.
    private static readonly Dictionary<string, (string[] Answers, string Reason)> Deviations = File.ReadAllLines(Path.Combine(Folder, "minidom-deviations.tsv"))
        .Select(line => line.Split('\t'))
        .ToDictionary(fields => fields[0], fields => (JsonSerializer.Deserialize<string[]>(fields[1])!, fields[2]), StringComparer.Ordinal);

    public static TheoryData<string, string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string, string>();
        foreach (var line in File.ReadAllLines(Path.Combine(Folder, "minidom.tsv")))
        {
            var fields = line.Split('\t');
            cases.Add(fields[0], fields[1], fields[2], fields[3]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_program_gets_the_answers_of_minidom_or_those_listed(string name, string document, string program, string expected)
    {
        using var tree = Xml.Load(document, new XmlParserOptions { DtdProcessing = System.Xml.DtdProcessing.Parse });
        var answers = MinidomProgram.Run(tree, program);
        var theirs = JsonSerializer.Deserialize<string[]>(expected)!;
        if (Deviations.TryGetValue(name, out var deviation))
        {
            Assert.Equal(deviation.Answers, answers);
            Assert.False(theirs.Length == answers.Count && theirs.Zip(answers, IsSame).All(same => same), "No deviation any more.");
            return;
        }

        Assert.Equal(theirs.Select((answer, i) => i < answers.Count && IsSame(answer, answers[i]) ? answers[i] : answer), answers);
    }

    [Fact]
    public void Every_deviation_has_its_case_and_a_reason()
    {
        var names = File.ReadAllLines(Path.Combine(Folder, "minidom.tsv")).Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(names, Deviations.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.All(Deviations.Values, deviation => Assert.True(deviation.Reason.Length > 10, deviation.Reason));
    }

    private static bool IsSame(string theirs, string ours) => theirs == ours || theirs switch
    {
        "!HierarchyRequestErr" or "!WrongDocumentErr" or "!InuseAttributeErr" or "!NotSupportedErr" or "!NamespaceErr" or "!ValueError" => ours == "!ArgumentException",
        "!NotFoundErr" => ours is "!ArgumentException" or "!KeyNotFoundException",
        "!KeyError" => ours == "!KeyNotFoundException",
        "!IndexSizeErr" or "!IndexError" => ours == "!ArgumentOutOfRangeException",
        _ => false,
    };
}
