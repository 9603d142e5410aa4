using XmlJson.Conformance.Attacks;

namespace XmlJson.Conformance.Mapping;

/// <summary>A file for JSON parsers.</summary>
/// <param name="Path">The file.</param>
/// <param name="Expected">What must become of it: accept, reject, limit, policy or either, or several by a bar.</param>
internal sealed record JsonFile(string Path, string Expected)
{
    /// <summary>JSONTestSuite and JSON_checker.</summary>
    public static IEnumerable<JsonFile> Suites => SuiteFiles.ReadTable("json-tests.tsv").Select(row => new JsonFile(row["file"], row["expect"]));

    /// <summary>JSON made to harm its reader.</summary>
    public static IEnumerable<JsonFile> Attacks => AttackFile.Json.Select(file => new JsonFile("attacks/" + file.Path, file.Default));

    /// <summary>The file's bytes.</summary>
    public byte[] Read() => File.ReadAllBytes(SuiteFiles.PathOf(Path));

    public override string ToString() => Path;
}
