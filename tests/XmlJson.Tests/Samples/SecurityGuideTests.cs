using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace XmlJson.Tests.Samples;

/// <summary>docs/security.md has every limit of the parser, with its default.</summary>
public sealed partial class SecurityGuideTests
{
    [Fact]
    public void Every_limit_stands_there_with_its_default()
    {
        var said = Row().Matches(File.ReadAllText(Repository.PathOf("docs", "security.md"))).Select(row => $"{row.Groups["name"].Value} {row.Groups["value"].Value}");
        var limits = typeof(XmlParserOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name.StartsWith("Max", StringComparison.Ordinal))
            .Select(property => string.Create(CultureInfo.InvariantCulture, $"{property.Name} {Convert.ToInt64(property.GetValue(XmlParserOptions.Default), CultureInfo.InvariantCulture):N0}"));
        Assert.Equal(limits.Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<name>Max\w+)` \| (?<value>[\d,]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
