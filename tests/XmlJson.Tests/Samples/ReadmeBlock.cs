using System.Text.RegularExpressions;

namespace XmlJson.Tests.Samples;

/// <summary>A C# block of a Markdown file, and what the block behind it says that it prints.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Code">The program.</param>
/// <param name="Prints">Its output; null where nothing is said.</param>
public sealed partial record ReadmeBlock(int Line, string Code, string? Prints)
{
    /// <summary>All C# blocks of a file.</summary>
    public static IReadOnlyList<ReadmeBlock> Read(string path)
    {
        var text = File.ReadAllText(path);
        return [.. Block().Matches(text).Select(match => new ReadmeBlock(
            text.AsSpan(0, match.Index).Count('\n') + 1,
            match.Groups["code"].Value,
            match.Groups["prints"].Success ? match.Groups["prints"].Value : null))];
    }

    [GeneratedRegex("""^```csharp\n(?<code>.*?)^```\n(\n<!-- prints -->\n```\n(?<prints>.*?)^```\n)?""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
