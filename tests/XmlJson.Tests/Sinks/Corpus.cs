namespace XmlJson.Tests.Sinks;

/// <summary>The real documents beside the repository: none of them has a document type declaration.</summary>
internal static class Corpus
{
    /// <summary>Why there are none, or null.</summary>
    public static string? Missing { get; } = Folder is null ? "There is no folder of documents beside the suites; XMLJSON_SUITES can name the suites." : null;

    private static string? Folder => Repository.Suites is { } suites && Directory.Exists(Path.Combine(suites, "..", "corpus"))
        ? Path.Combine(suites, "..", "corpus")
        : null;

    /// <summary>The files that are no longer than 500 KB, by name.</summary>
    public static IReadOnlyList<string> Files { get; } = Folder is null
        ? []
        : [.. Directory.EnumerateFiles(Folder).Where(file => new FileInfo(file).Length <= 500_000).Order(StringComparer.Ordinal)];
}
