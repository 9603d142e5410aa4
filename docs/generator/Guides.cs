using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace XmlJson.Reference;

/// <summary>Which guides lead to the page of a type, so that its page can lead back: by a link, or by its name as code, of which the site makes one.</summary>
internal sealed partial class Guides
{
    private readonly Dictionary<string, List<(string Name, string Title, int Mentions)>> _byPage = new(StringComparer.Ordinal);

    /// <summary>Looks through guides.</summary>
    /// <param name="guides">Their files' names, and their text.</param>
    /// <param name="library">The types that they may mention.</param>
    public Guides(IEnumerable<(string Name, string Text)> guides, Library library)
    {
        // As in the site: a name that two types have leads nowhere.
        var pages = library.Types.GroupBy(NameOf, StringComparer.Ordinal).Where(types => types.Count() == 1)
            .ToDictionary(types => types.Key, types => Links.FileOf(types.Single()), StringComparer.Ordinal);
        var names = library.Types.ToDictionary(Links.FileOf, NameOf, StringComparer.Ordinal);
        foreach (var (name, text) in guides)
        {
            foreach (var page in Mentioned(Block().Replace(text, ""), pages).Distinct(StringComparer.Ordinal).Where(names.ContainsKey))
            {
                if (!_byPage.TryGetValue(page, out var found))
                {
                    _byPage[page] = found = [];
                }

                found.Add((name, TitleOf(name, text), Regex.Count(text, $@"\b{Regex.Escape(names[page])}\b")));
            }
        }
    }

    /// <summary>Reads the guides of a folder; the page that is the site's first is none.</summary>
    public static Guides Read(string folder, Library library) => new(
        Directory.EnumerateFiles(folder, "*.md").Where(path => Path.GetFileName(path) != "index.md").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
        library);

    /// <summary>The guides that lead to a type, as links: the one that mentions it most first, what is written for contributors last.</summary>
    public IReadOnlyList<string> LinksFor(INamedTypeSymbol type) => _byPage.TryGetValue(Links.FileOf(type), out var found)
        ? [.. found.OrderBy(guide => guide.Name == "architecture.md").ThenByDescending(guide => guide.Mentions).ThenBy(guide => guide.Name, StringComparer.Ordinal).Select(guide => $"[{guide.Title}](../{guide.Name})")]
        : [];

    private static IEnumerable<string> Mentioned(string prose, Dictionary<string, string> pages)
    {
        foreach (Match link in Link().Matches(prose))
        {
            if (link.Groups["page"].Success)
            {
                yield return link.Groups["page"].Value;
            }
        }

        foreach (Match code in Code().Matches(Link().Replace(prose, "")))
        {
            if (pages.TryGetValue(code.Groups["name"].Value, out var page))
            {
                yield return page;
            }
        }
    }

    private static string NameOf(INamedTypeSymbol type) => Signature.NameOf(type).Split('<')[0];

    // A title goes on behind a colon or comma: what stands before is its name.
    private static string TitleOf(string name, string text) =>
        Heading().Match(text) is { Success: true } heading ? heading.Groups["title"].Value.Split(':', ',')[0] : Path.GetFileNameWithoutExtension(name);

    [GeneratedRegex(@"^(?<fence>```+|~~~+).*?^\k<fence>\s*$|<!--.*?-->", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\[(?:[^\[\]]|\[[^\]]*\])*\]\((?:\./api/(?<page>[\w.-]+)\.md)?[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!`)`(?<name>[A-Z]\w+)(?:[.<(][^`]*)?`(?!`)")]
    private static partial Regex Code();

    [GeneratedRegex(@"^# (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
