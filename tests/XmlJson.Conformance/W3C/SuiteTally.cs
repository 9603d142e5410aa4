using System.Text;

namespace XmlJson.Conformance.W3C;

/// <summary>The answers to all tests of a profile: how many are right, by group, and which are not.</summary>
internal sealed class SuiteTally
{
    private readonly SortedDictionary<string, GroupCount> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _wrong = [];
    private readonly List<string> _withoutDocumentType = [];

    /// <summary>The right answers of each group.</summary>
    public IReadOnlyDictionary<string, GroupCount> Counts => _counts;

    /// <summary>The wrong answers, in words.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Reads every document of a profile.</summary>
    public static SuiteTally Of(Profile profile)
    {
        var tally = new SuiteTally();
        foreach (var test in SuiteTest.All.Where(profile.Includes))
        {
            var form = new CanonicalForm();
            var document = test.Read();
            var answer = Answer.Of(() =>
            {
                using var parser = new Utf8XmlParser(profile.OptionsOf(test, form.Declarations));
                parser.Parse(document, ref form);
            });
            tally.Add(test, test.IsOfThisEdition ? profile.Expectation(test) : "either", answer);
            if (test.IsOfThisEdition && profile.HasOutput(test) && answer.Verdict == Verdict.Accept)
            {
                tally.AddOutput(test, form);
            }
        }

        return tally;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (group, count) in _counts)
        {
            text.Append($"  {group}: {count}\n");
        }

        if (_withoutDocumentType.Count > 0)
        {
            text.Append($"  outputs equal but for notations of an external subset that was not read: {string.Join(", ", _withoutDocumentType)}\n");
        }

        return text.ToString();
    }

    private void Add(SuiteTest test, string expected, Answer answer)
    {
        if (!answer.IsOneOf(expected))
        {
            _wrong.Add($"{test}: expected {expected}, found {answer}");
            return;
        }

        var count = _counts.GetValueOrDefault(test.Group);
        _counts[test.Group] = expected switch
        {
            "accept" => count with { Accepted = count.Accepted + 1 },
            "reject" => count with { Rejected = count.Rejected + 1 },
            _ => count,
        };
    }

    private void AddOutput(SuiteTest test, CanonicalForm form)
    {
        var expected = File.ReadAllText(SuiteFiles.PathOf(test.Output), Encoding.UTF8);
        var found = form.ToString();
        if (expected != found && form.IsIncomplete && CanonicalForm.WithoutDocumentType(expected) == CanonicalForm.WithoutDocumentType(found))
        {
            _withoutDocumentType.Add(test.Id);
        }
        else if (expected != found)
        {
            _wrong.Add($"{test}: expected the output\n{expected}\nfound\n{found}");
            return;
        }

        var count = _counts[test.Group];
        _counts[test.Group] = count with { Outputs = count.Outputs + 1 };
    }
}
