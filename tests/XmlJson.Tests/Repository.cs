namespace XmlJson.Tests;

/// <summary>Where the sources of this repository and the test material beside it are.</summary>
internal static class Repository
{
    /// <summary>The folder that holds XmlJson.sln, found upwards from the test assembly (paths in deterministic builds are not real).</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of conformance suites, or null: XMLJSON_SUITES, else shared/suites beside the repository.</summary>
    public static string? Suites { get; } = FindSuites();

    /// <summary>Why the suites cannot be tested, or null.</summary>
    public static string? MissingSuites => Suites is null ? "The conformance suites are not there: set XMLJSON_SUITES, or put them into ../shared/suites." : null;

    /// <summary>A file of the repository by its path from the root.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "XmlJson.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No XmlJson.sln above " + AppContext.BaseDirectory);
    }

    private static string? FindSuites()
    {
        var folder = Environment.GetEnvironmentVariable("XMLJSON_SUITES") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(Root, "..", "shared", "suites"));
        return Directory.Exists(folder) ? folder : null;
    }
}
