namespace XmlJson.Tests.Cases;

/// <summary>The documents of tests/cases/xml, for tests of one each and for laws over all.</summary>
internal static class XmlCases
{
    // Longer ones would be cut in too many places.
    private const int LongestToCutEverywhere = 300;

    /// <summary>Every case.</summary>
    public static IReadOnlyList<CaseFile> All { get; } = [.. CaseFile.Names("xml").Select(name => new CaseFile(name))];

    /// <summary>The folders in tests/cases/xml.</summary>
    public static IReadOnlyList<string> Groups { get; } = [.. All.Select(GroupOf).Distinct(StringComparer.Ordinal)];

    /// <summary>The cases of a folder.</summary>
    public static IEnumerable<CaseFile> Of(string group) => All.Where(one => GroupOf(one) == group);

    /// <summary>Those of them that are short enough to be cut everywhere.</summary>
    public static IEnumerable<CaseFile> Short(string group) => Of(group).Where(one => one.Document.Length <= LongestToCutEverywhere);

    private static string GroupOf(CaseFile one) => one.Name.Split('/')[1];
}
