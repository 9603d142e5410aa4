using XmlJson.Conformance.Large;
using XmlJson.Conformance.W3C;
using XmlJson.Tests;

// Without a test runner: the counts of the W3C suite, and the measurement of linear time, which is no test because it asks a clock.
switch (args)
{
    case ["large", .. var names]:
        return LargeRun.Run(Console.Out, names) == 0 ? 0 : 1;

    case ["suite"] when Repository.MissingSuites is { } missing:
        Console.Error.WriteLine(missing);
        return 2;

    case ["suite"]:
        var wrong = 0;
        foreach (var profile in Profile.All)
        {
            var tally = SmallStack.Run(() => SuiteTally.Of(profile));
            Console.WriteLine($"{profile}\n{tally}{string.Join('\n', tally.Wrong)}");
            wrong += tally.Wrong.Count;
        }

        return wrong == 0 ? 0 : 1;

    default:
        Console.Error.WriteLine("usage: XmlJson.Conformance suite | large [CASE …]");
        return 2;
}
