using System.Text.Json;

namespace XmlJson.Tests.Canonical;

/// <summary>libxml2 and its xmllint write the same, whole documents and their elements; tests/cases/canonical/libxml2.py asked them.</summary>
public class Libxml2Tests
{
    // What libxml2 makes of xml:base under Canonical XML 1.1 where §2.4 has another result, by what it writes.
    private static readonly Dictionary<string, string> Deviations = new(StringComparer.Ordinal)
    {
        ["<c xml:base=\"http://h/a/d/e?q#f\" xml:lang=\"en\" xml:space=\"preserve\"><d></d></c>"] = "The fragment is no part of a joined reference.",
        ["<d xml:base=\"http://h/a/d/e?q#f\" xml:lang=\"en\" xml:space=\"preserve\"></d>"] = "The fragment is no part of a joined reference.",
        ["<c xml:base=\"..\"><d xml:base=\"x\"></d></c>"] = "A last segment '..' becomes '../'.",
        ["<c xml:base=\"//h//p\"><d xml:base=\"/q//r/\"><e xml:base=\"..\"></e></d></c>"] = "Several slashes become one.",
        ["<d xml:base=\"//h/q//r/\"><e xml:base=\"..\"></e></d>"] = "Several slashes become one.",
    };

    [Fact]
    public void It_writes_the_same()
    {
        var count = 0;
        var differences = new List<string>();
        var deviations = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Repository.PathOf("tests", "cases", "canonical", "libxml2.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var document = json.RootElement.GetProperty("document").GetString()!;
            foreach (var form in json.RootElement.GetProperty("forms").EnumerateArray())
            {
                count++;
                var options = Options(form);
                var expected = form.GetProperty("expected").GetString()!;
                var found = form.TryGetProperty("element", out var element)
                    ? CanonicalForms.OfElement(document, element.GetInt32(), options)
                    : CanonicalForms.Of(document, options);
                if (found == expected)
                {
                    continue;
                }

                if (options.Version == CanonicalXmlVersion.Inclusive11 && Deviations.ContainsKey(expected))
                {
                    deviations.Add(expected);
                }
                else
                {
                    differences.Add($"{form}\nof\n{document}\nfound\n{found}");
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {count} differ, among them:\n{string.Join("\n\n", differences.Take(5))}");
        Assert.Equal(Deviations.Count, deviations.Count);
        Assert.True(count > 1000, $"{count} forms were compared");
    }

    private static CanonicalizationOptions Options(JsonElement form) => new()
    {
        Version = Enum.Parse<CanonicalXmlVersion>(form.GetProperty("version").GetString()!),
        KeepComments = form.GetProperty("comments").GetBoolean(),
        InclusivePrefixes = form.TryGetProperty("prefixes", out var prefixes) ? [.. prefixes.EnumerateArray().Select(prefix => prefix.GetString()!)] : [],
    };
}
