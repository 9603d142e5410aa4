using XmlJson.Tests;
using Xunit.Abstractions;

namespace XmlJson.Conformance.W3C;

/// <summary>The W3C's XML conformance test suite, in every profile and every way of feeding.</summary>
public sealed class W3CSuiteTests(ITestOutputHelper output)
{
    public static TheoryData<string> Profiles => [.. Profile.All.Select(profile => profile.Name)];

    [SuiteTheory]
    [MemberData(nameof(Profiles))]
    public void Every_answer_is_right(string name)
    {
        var profile = Profile.All.Single(one => one.Name == name);
        var tally = SmallStack.Run(() => SuiteTally.Of(profile));
        output.WriteLine($"{name}\n{tally}");

        Expect.None(tally.Wrong);
        Assert.All(profile.Known, known => Assert.True(tally.Counts[known.Key].IsAtLeast(known.Value), $"{known.Key}: {tally.Counts[known.Key]}; {known.Value} are known"));
    }

    [SuiteTheory]
    [MemberData(nameof(Profiles))]
    public void Every_way_of_feeding_gives_the_same(string name)
    {
        var profile = Profile.All.Single(one => one.Name == name);
        var ways = new EveryWay(profile.Options);
        var differences = SmallStack.Run(() => SuiteTest.All
            .Where(profile.Includes)
            .Select(test => (Test: test, Difference: ways.FindDifference(test.Read(), test.BaseUri, test.HasNamespaces)))
            .Where(found => found.Difference is not null)
            .Select(found => $"{found.Test}, {found.Difference}")
            .ToList());
        output.WriteLine($"{name}: {ways.Compared} readings compared with those of the whole documents");

        Expect.None(differences);
    }
}
