using System.Text.Json;

namespace XmlJson.Tests.Canonical;

/// <summary>libxml2 and its xmllint write the same, whole documents and their elements; tests/cases/canonical/libxml2.py asked them.</summary>
public class Libxml2Tests
{
    [Fact]
    public void It_writes_the_same()
    {
        var count = 0;
        var differences = new List<string>();
        foreach (var line in File.ReadLines(Repository.PathOf("tests", "cases", "canonical", "libxml2.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var document = json.RootElement.GetProperty("document").GetString()!;
            foreach (var form in json.RootElement.GetProperty("forms").EnumerateArray())
            {
                count++;
                var options = Options(form);
                var found = form.TryGetProperty("element", out var element)
                    ? CanonicalForms.OfElement(document, element.GetInt32(), options)
                    : CanonicalForms.Of(document, options);
                if (found != form.GetProperty("expected").GetString())
                {
                    differences.Add($"{options.Version} of {(element.ValueKind == JsonValueKind.Undefined ? "all" : $"element {element}")}:\n{document}\nexpected\n{form.GetProperty("expected")}\nfound\n{found}");
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {count} differ, among them:\n{string.Join("\n\n", differences.Where(one => !one.StartsWith("Inclusive11 of element", StringComparison.Ordinal) && !one.Contains("xml:base", StringComparison.Ordinal)).Take(5))}");
        Assert.True(count > 1000, $"{count} forms were compared");
    }

    private static CanonicalizationOptions Options(JsonElement form) => new()
    {
        Version = Enum.Parse<CanonicalXmlVersion>(form.GetProperty("version").GetString()!),
        KeepComments = form.GetProperty("comments").GetBoolean(),
        InclusivePrefixes = form.TryGetProperty("prefixes", out var prefixes) ? [.. prefixes.EnumerateArray().Select(prefix => prefix.GetString()!)] : [],
    };
}
