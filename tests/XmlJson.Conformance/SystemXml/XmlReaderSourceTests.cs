using System.Xml;
using XmlJson.Conformance.W3C;
using XmlJson.Tests;
using Xunit.Abstractions;

namespace XmlJson.Conformance.SystemXml;

/// <summary>An <see cref="XmlReaderSource"/> says of the W3C suite what its reader says, and gives the parser's events, but for what is listed.</summary>
public sealed class XmlReaderSourceTests(ITestOutputHelper output)
{
    private static readonly Profile[] Parsing = [Profile.Resolver, Profile.NoResolver];

    public static TheoryData<string> Profiles => [.. Parsing.Select(profile => profile.Name)];

    [SuiteTheory]
    [MemberData(nameof(Profiles))]
    public void The_answer_is_the_reader_s(string name)
    {
        var profile = Parsing.Single(one => one.Name == name);
        var differences = new List<string>();
        var counts = new SortedDictionary<string, GroupCount>(StringComparer.Ordinal);
        foreach (var test in SuiteTest.All)
        {
            var alone = Fault(() =>
            {
                using var reader = Open(profile, test);
                while (reader.Read())
                {
                }
            });
            var asSource = Fault(() =>
            {
                using var reader = Open(profile, test);
                var handler = default(Discard);
                new XmlReaderSource(reader).Parse(ref handler);
            });
            if (alone != asSource)
            {
                differences.Add($"{test}\n  reader: {alone ?? "accepted"}\n  source: {asSource ?? "accepted"}");
            }

            var count = counts.GetValueOrDefault(test.Group);
            counts[test.Group] = (profile.Expectation(test), asSource) switch
            {
                ("accept", null) => count with { Accepted = count.Accepted + 1 },
                ("reject", not null) => count with { Rejected = count.Rejected + 1 },
                _ => count,
            };
        }

        output.WriteLine(string.Join('\n', counts.Select(pair => $"{pair.Key}: {pair.Value.Rejected} rejected, {pair.Value.Accepted} accepted")));
        Expect.None(differences);
    }

    [SuiteFact]
    public void The_events_are_the_parser_s_but_for_the_listed_deviations()
    {
        var faults = new List<string>();
        var counts = Deviation.All.ToDictionary(deviation => deviation, _ => 0);
        var documents = 0;
        foreach (var profile in Parsing)
        {
            foreach (var test in SuiteTest.All)
            {
                using var byParser = new EventLog();
                using var byReader = new EventLog();
                var parserFault = Fault(() => Xml.Parse(test.Read(), byParser, profile.Options with { BaseUri = test.BaseUri }));
                var readerFault = Fault(() =>
                {
                    using var reader = Open(profile, test);
                    new XmlReaderSource(reader).Parse(byReader);
                });
                if (parserFault is null && readerFault is null)
                {
                    documents++;
                    var (expected, found) = (byParser.ToString(), byReader.ToString());
                    foreach (var deviation in Deviation.All.TakeWhile(_ => expected != found))
                    {
                        var (before, after) = ((expected, found), (deviation.Remove(expected), deviation.Remove(found)));
                        counts[deviation] += before == after ? 0 : 1;
                        (expected, found) = after;
                    }

                    if (expected != found)
                    {
                        faults.Add($"{profile}, {test}\n{FirstDifference.Of(expected, found)}");
                    }
                }
            }
        }

        output.WriteLine($"{documents} documents\n{string.Join('\n', counts.Select(pair => $"{pair.Value}: {pair.Key.Reason}"))}");
        Expect.None(faults);
        Assert.DoesNotContain(0, counts.Values);
    }

    // It always knows namespaces: XmlReader.Create has no way to do without.
    private static XmlReader Open(Profile profile, SuiteTest test) => XmlReader.Create(
        new MemoryStream(test.Read()),
        new XmlReaderSettings { DtdProcessing = profile.Options.DtdProcessing, XmlResolver = profile.Options.XmlResolver },
        test.BaseUri);

    // What a reader throws is its own affair: the answer is the exception, word for word.
    private static string? Fault(Action read) => Record.Exception(read) is { } e ? $"{e.GetType()}: {e.Message}" : null;
}
