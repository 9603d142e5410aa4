using XmlJson.Mapping;
using XmlJson.Tests;
using XmlJson.Tests.Reading;
using Xunit.Abstractions;

namespace XmlJson.Conformance.Mapping;

/// <summary>Which JSON is read: by System.Text.Json's rules alone, and as XML by the conventions, in every way of feeding.</summary>
public sealed class JsonTests(ITestOutputHelper output)
{
    private const int KnownSuiteFiles = 272;
    private const int KnownAttacks = 29;

    private static readonly int[] ReadSizes = [1, 2, 3, 5, 7, 13, 64, 4096];

    [SuiteFact]
    public void Files_of_the_suites_are_answered_as_listed() => Check([.. JsonFile.Suites], KnownSuiteFiles);

    [SuiteFact]
    public void Attacks_are_answered_as_listed() => Check([.. JsonFile.Attacks], KnownAttacks);

    [SuiteFact]
    public void Every_way_of_feeding_gives_the_same()
    {
        var differences = new List<string>();
        var readings = 0;
        foreach (var file in JsonFile.Suites.Concat(JsonFile.Attacks))
        {
            var json = file.Read();
            foreach (var convention in (JsonConvention[])[JsonConvention.Default, JsonConvention.Newtonsoft])
            {
                var whole = Log(convention, (source, log) => source.Parse(json, log));
                foreach (var size in ReadSizes)
                {
                    readings += 2;
                    var read = Log(convention, (source, log) => source.Parse(new ShortReadStream(json, size), log));
                    var readLater = Log(convention, (source, log) => source.ParseAsync(new ShortReadStream(json, size, yields: true), log).GetAwaiter().GetResult());
                    if (read != whole || readLater != whole)
                    {
                        differences.Add($"{file} in reads of {size}\n  whole: {whole}\n  here:  {(read != whole ? read : readLater)}");
                    }
                }
            }
        }

        output.WriteLine($"{readings} readings compared with those of the whole files");
        Expect.None(differences);
    }

    private static string Log(JsonConvention convention, Func<JsonSource, EventLog, ParseStatus> read)
    {
        using var log = new EventLog();
        var answer = Answer.Of(() =>
        {
            using var source = new JsonSource(convention);
            read(source, log);
        });
        return $"{log}{answer}";
    }

    private void Check(IReadOnlyList<JsonFile> files, int known)
    {
        var wrong = SmallStack.Run(() => files.SelectMany(Faults).ToList());
        output.WriteLine($"{files.Count} files, {wrong.Count} wrong answers");

        Expect.None(wrong);
        Assert.True(files.Count >= known, $"{files.Count} files");
    }

    private static IEnumerable<string> Faults(JsonFile file)
    {
        var json = file.Read();
        // A limit may be reached before the fault.
        var expected = file.Expected == "reject" ? "reject|limit" : file.Expected;
        foreach (var (name, allowed, read) in Readers(file, json, expected))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var answer = Answer.Of(read);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (!answer.IsOneOf(allowed))
            {
                yield return $"{file} by {name}: expected {allowed}, found {answer}";
            }

            if (allocated > MemoryBound.Of(json))
            {
                yield return $"{file} by {name}: {allocated} bytes allocated for {json.Length}";
            }
        }
    }

    private static IEnumerable<(string Name, string Allowed, Action Read)> Readers(JsonFile file, byte[] json, string expected)
    {
        // System.Text.Json has one exception for all that it refuses.
        yield return ("Json.Load", expected.Replace("limit", "limit|reject", StringComparison.Ordinal), () => Json.Load(json));

        // JSON may hold characters that XML cannot.
        yield return ("the default convention", expected, () => Convert(json, JsonConvention.Default with { InvalidCharacters = InvalidCharacterPolicy.Replace }));

        // This convention needs one root, and takes comments.
        var isComment = file.Path.Contains("comment", StringComparison.Ordinal);
        yield return ("the Newtonsoft convention", isComment ? "either" : $"{expected}|reject", () => Convert(json, JsonConvention.Newtonsoft));
    }

    private static void Convert(byte[] json, JsonConvention convention) => Json.ToXml(new MemoryStream(json), Stream.Null, convention);
}
