using System.Buffers;
using System.Text.Json;
using XmlJson.Mapping;
using XmlJson.Tests.Sources.Dtd;

namespace XmlJson.Tests.Mapping;

/// <summary>The conformance and attack suites beside the repository; skipped where they are not.</summary>
public class SuiteTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly JsonConvention[] Conventions = [JsonConvention.Default, JsonConvention.Newtonsoft];

    [SuiteFact]
    public void JSON_is_accepted_and_refused_as_the_suites_say()
    {
        var (checkedFiles, faults) = CheckFiles("json-tests.tsv", columns => columns[2], columns => columns[0]);
        Report(checkedFiles, faults);
    }

    [SuiteFact]
    public void JSON_attacks_are_answered_as_the_manifest_says()
    {
        var (checkedFiles, faults) = CheckFiles(
            Path.Combine("attacks", "manifest.tsv"),
            columns => columns[2],
            columns => columns[0].StartsWith("json", StringComparison.Ordinal) ? Path.Combine("attacks", columns[0]) : null);
        Report(checkedFiles, faults);
    }

    [SuiteFact]
    public void XML_attacks_become_JSON_that_comes_back_or_is_reported()
    {
        var folder = Repository.Suites is { } suites ? Path.Combine(suites, "attacks", "xml2json") : null;
        var files = folder is not null && Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        foreach (var file in files)
        {
            var xml = File.ReadAllText(file);
            foreach (var convention in Conventions)
            {
                var json = Conversion.ToJson(xml, out var report, convention);
                var back = Conversion.EventsOfJson(json, convention);
                Assert.True(report.IsEmpty == (Conversion.Events(xml) == back), $"{file}: {report}");
            }
        }

        Report(files.Length, []);
    }

    private static (int Checked, List<string> Faults) CheckFiles(string list, Func<string[], string> expectation, Func<string[], string?> path)
    {
        var faults = new List<string>();
        var count = 0;
        if (Repository.Suites is not { } suites || !File.Exists(Path.Combine(suites, list)))
        {
            return (0, faults);
        }

        foreach (var line in File.ReadLines(Path.Combine(suites, list)).Skip(1))
        {
            var columns = line.Split('\t');
            if (path(columns) is not { } file || !File.Exists(Path.Combine(suites, file)))
            {
                continue;
            }

            count++;
            var bytes = File.ReadAllBytes(Path.Combine(suites, file));
            foreach (var convention in Conventions)
            {
                var answer = Convert(bytes, convention);
                // Comments are that convention's extension of JSON.
                var isExtension = convention.Comments == CommentForm.JsonComment && file.Contains("comment", StringComparison.Ordinal);
                if (!isExtension && !Allows(expectation(columns), answer, convention))
                {
                    faults.Add($"{file}: expected {expectation(columns)}, got {answer}");
                }
            }
        }

        return (count, faults);
    }

    // "reject" is malformed JSON; "accept" and "rt" may still be refused for what XML cannot hold, and by the Newtonsoft convention, which needs one root and names that are XML names.
    private static bool Allows(string expected, string answer, JsonConvention convention) => answer switch
    {
        "accept" => !expected.Split('|').All(word => word is "reject" or "limit"),
        "malformed" => expected.Contains("reject", StringComparison.Ordinal) || expected is "either" or "policy",
        "DepthLimit" => expected.Contains("limit", StringComparison.Ordinal) || expected is "either" or "policy" or "reject",
        nameof(MappingErrorCode.InvalidCharacter) => expected != "rt",
        nameof(MappingErrorCode.NoSingleRoot) or nameof(MappingErrorCode.InvalidName) or nameof(MappingErrorCode.ValueNotScalar) =>
            convention == JsonConvention.Newtonsoft || expected.Contains("reject", StringComparison.Ordinal),
        _ => expected.Contains("reject", StringComparison.Ordinal),
    };

    // The document must be well-formed by this library's parser, with the same events, and convert to JSON that can be read.
    private static string Convert(byte[] json, JsonConvention convention)
    {
        try
        {
            using var source = new JsonSource(convention);
            using var log = new EventLog();
            source.Parse(json, log);
            var back = new ArrayBufferWriter<byte>();
            using var sink = new JsonSink(back, convention);
            source.Parse(json, sink);
            using var document = JsonDocument.Parse(back.WrittenMemory, new JsonDocumentOptions { MaxDepth = 4000, CommentHandling = JsonCommentHandling.Skip });
            return "accept";
        }
        catch (JsonException)
        {
            return "malformed";
        }
        catch (MappingException error)
        {
            return error.Code.ToString();
        }
    }

    private void Report(int files, List<string> faults)
    {
        Assert.Empty(faults);
        output.WriteLine($"{files} files.");
        Assert.True(files > 10, "The suites are there, but not these files.");
    }
}
