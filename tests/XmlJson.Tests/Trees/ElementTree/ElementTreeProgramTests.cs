using System.Text.RegularExpressions;

namespace XmlJson.Tests.Trees.ElementTree;

/// <summary>The view does what CPython's ElementTree does; tests/cases/trees/elementtree.py asked it.</summary>
public partial class ElementTreeProgramTests
{
    private static readonly string Folder = Repository.PathOf("tests", "cases", "trees");

    // Where it does something else: the program, what it answers, and why.
    private static readonly Dictionary<string, (string Answers, string Reason)> Deviations = File.ReadAllLines(Path.Combine(Folder, "elementtree-deviations.tsv"))
        .Select(line => line.Split('\t')).ToDictionary(fields => fields[0], fields => (fields[1], fields[2]), StringComparer.Ordinal);

    private static readonly (string Program, string Answers)[] Cases = [.. File.ReadAllLines(Path.Combine(Folder, "elementtree.tsv"))
        .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).Select(fields => (fields[0], fields[1]))];

    [Fact]
    public void Programs_do_what_they_do_in_Python()
    {
        var differences = new List<string>();
        foreach (var (program, answers) in Cases)
        {
            var expected = Deviations.TryGetValue(program, out var deviation) ? deviation.Answers : ExceptionName().Replace(answers, "!");
            var found = ElementTreeProgram.Run(program);
            if (found != expected)
            {
                differences.Add($"{program}\t{found}\t{expected}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {Cases.Length} differ, among them:\n{string.Join('\n', differences.Take(200))}");
        Assert.True(Cases.Length > 500, $"{Cases.Length} programs were run.");
    }

    [Fact]
    public void Every_deviation_is_one_and_has_a_reason()
    {
        var answers = Cases.ToDictionary(one => one.Program, one => ExceptionName().Replace(one.Answers, "!"), StringComparer.Ordinal);
        Assert.All(Deviations, deviation =>
        {
            Assert.NotEqual(answers[deviation.Key], deviation.Value.Answers);
            Assert.True(deviation.Value.Reason.Length > 10, deviation.Key);
        });
    }

    [GeneratedRegex(@"(?<=^|; )![A-Z]\w+$")]
    private static partial Regex ExceptionName();
}
