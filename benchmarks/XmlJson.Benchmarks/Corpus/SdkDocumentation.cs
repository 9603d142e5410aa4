using System.Runtime.InteropServices;

namespace XmlJson.Benchmarks;

/// <summary>Real documents that every .NET SDK brings along: the reference documentation of .NET's own assemblies.</summary>
internal static class SdkDocumentation
{
    // A large one, a middling one, and one with much markup in its text.
    private static readonly string[] Files = ["System.Runtime.xml", "System.Collections.xml", "System.Xml.ReaderWriter.xml"];

    /// <summary>A few of them, in a fixed order; none where there is no SDK.</summary>
    public static IEnumerable<InputDocument> Find()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var packs = new DirectoryInfo(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"));
        if (!packs.Exists)
        {
            return [];
        }

        return Files
            .Select(name => packs.EnumerateFiles(name, SearchOption.AllDirectories).MaxBy(file => file.FullName, StringComparer.Ordinal))
            .OfType<FileInfo>()
            .Select(file => InputDocument.Xml(file.Name, File.ReadAllBytes(file.FullName)));
    }
}
