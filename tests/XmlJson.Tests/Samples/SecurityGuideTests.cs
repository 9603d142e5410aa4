using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using XmlJson.Mapping;

namespace XmlJson.Tests.Samples;

/// <summary>docs/security.md has every limit that can be set, with its default and what is beyond it.</summary>
public sealed partial class SecurityGuideTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "security.md"));

    private static readonly object[] Options =
        [XmlParserOptions.Default, RecordOptions.Default, MappingOptions.Default, JsonLinesOptions.Default, JsonLoadOptions.Default, JsonSaveOptions.Default];

    [Fact]
    public void Every_limit_stands_there_with_its_default() => Assert.Equal(
        Options.SelectMany(LimitsOf).Order(StringComparer.Ordinal),
        Row().Matches(Page).Select(row => $"{row.Groups["name"].Value} {row.Groups["value"].Value}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_type_that_has_a_limit_is_looked_at() => Assert.Equal(
        Options.Select(options => options.GetType().Name).Order(StringComparer.Ordinal),
        typeof(Xml).Assembly.GetExportedTypes().Where(type => Limits(type).Any()).Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_error_of_a_limit_is_linked() => Assert.All(
        Enum.GetNames<XmlErrorCode>().Select(code => "xml-" + code).Concat(Enum.GetNames<MappingErrorCode>().Select(code => "mapping-" + code)).Where(code => code.EndsWith("Limit", StringComparison.Ordinal)),
        code => Assert.Contains($"](./errors.md#{code.ToLowerInvariant()})", Page, StringComparison.Ordinal));

    // Those of the parser stand without its options' name.
    private static IEnumerable<string> LimitsOf(object options) => Limits(options.GetType()).Select(limit => string.Create(
        CultureInfo.InvariantCulture,
        $"{(options is XmlParserOptions ? "" : options.GetType().Name + ".")}{limit.Name} {(limit.GetValue(options) is long.MaxValue ? "none" : $"{limit.GetValue(options):N0}")}"));

    private static IEnumerable<PropertyInfo> Limits(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.Name.StartsWith("Max", StringComparison.Ordinal) && property.SetMethod is { IsPublic: true });

    [GeneratedRegex(@"^\| `(?<name>(?:\w+\.)?Max\w+)` \| (?<value>[\d,]+|none) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
