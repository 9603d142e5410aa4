using System.Text.Json;

namespace XmlJson.Tests.Canonical;

/// <summary>Python's <c>xml.etree.ElementTree.canonicalize</c> writes the same; tests/cases/canonical/cpython.py asked it.</summary>
public class CPythonTests
{
    [Fact]
    public void It_writes_the_same()
    {
        var count = 0;
        var differences = new List<string>();
        foreach (var line in File.ReadLines(Repository.PathOf("tests", "cases", "canonical", "cpython.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var document = json.RootElement.GetProperty("document").GetString()!;
            foreach (var form in json.RootElement.GetProperty("forms").EnumerateArray())
            {
                count++;
                var options = form.GetProperty("options").EnumerateObject().Aggregate(CanonicalizationOptions.ElementTree, With);
                var found = Xml.Canonicalize(document, options);
                if (found != form.GetProperty("expected").GetString())
                {
                    differences.Add($"{form}\nof\n{document}\nfound\n{found}");
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {count} differ, among them:\n{string.Join("\n\n", differences.Take(5))}");
        Assert.True(count > 200, $"{count} forms were compared");
    }

    private static CanonicalizationOptions With(CanonicalizationOptions options, JsonProperty option) => option.Name switch
    {
        "with_comments" => options with { KeepComments = option.Value.GetBoolean() },
        "strip_text" => options with { TrimTextNodes = option.Value.GetBoolean() },
        "rewrite_prefixes" => options with { PrefixRewriting = option.Value.GetBoolean() ? PrefixRewriting.Sequential : PrefixRewriting.None },
        "qname_aware_tags" => options with { QNameAwareElements = Names(option.Value) },
        "qname_aware_attrs" => options with { QNameAwareAttributes = [.. Names(option.Value).Select(name => new QNameAwareAttribute(name))] },
        "exclude_tags" => options with { ExcludedElements = Names(option.Value) },
        "exclude_attrs" => options with { ExcludedAttributes = Names(option.Value) },
        _ => throw new FormatException($"'{option.Name}' is no option."),
    };

    private static string[] Names(JsonElement list) => [.. list.EnumerateArray().Select(name => name.GetString()!)];
}
