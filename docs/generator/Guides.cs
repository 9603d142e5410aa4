using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace XmlJson.Reference;

/// <summary>Which guides lead to the page of a type, so that its page can lead back: by a link, or by its name as code, of which the site makes one.</summary>
internal sealed partial class Guides
{
    // What lists things rather than explaining them, in any of its many rows, and what is for contributors.
    private static readonly string[] Lists = ["command-line.md", "error-messages.md", "errors.md", "performance.md", "xml-support.md"];
    private static readonly string[] AboutTheProject = ["architecture.md", "packaging.md", "roadmap.md"];

    private readonly Dictionary<string, List<Mention>> _byPage = new(StringComparer.Ordinal);

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
            var prose = Block().Replace(text, "");
            foreach (var page in Mentioned(prose, pages).Distinct(StringComparer.Ordinal).Where(names.ContainsKey))
            {
                if (!_byPage.TryGetValue(page, out var found))
                {
                    _byPage[page] = found = [];
                }

                var word = $@"\b{Regex.Escape(names[page])}\b";
                var isItsSubject = prose.Contains($"/api/{page}.html)", StringComparison.Ordinal) || Regex.IsMatch(prose, $"^#+ .*{word}", RegexOptions.Multiline);
                found.Add(new Mention(name, TitleOf(name, text), RankOf(name), isItsSubject, Regex.Count(text, word)));
            }
        }
    }

    /// <summary>Reads the guides of a folder; the page that is the site's first is none.</summary>
    public static Guides Read(string folder, Library library) => new(
        Directory.EnumerateFiles(folder, "*.md").Where(path => Path.GetFileName(path) != "index.md").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
        library);

    /// <summary>
    /// The guides that lead to a type, as links, the most useful first: those whose writer made a link to it or a heading of it, by kind of guide and then by how often they mention it; then all others.
    /// What is written for contributors is last.
    /// </summary>
    public IReadOnlyList<string> LinksFor(INamedTypeSymbol type) => _byPage.TryGetValue(Links.FileOf(type), out var found)
        ? [.. found.OrderBy(guide => guide.Rank == Rank.Project).ThenBy(guide => !guide.IsItsSubject).ThenBy(guide => guide.Rank).ThenByDescending(guide => guide.Times)
            .ThenBy(guide => guide.Name, StringComparer.Ordinal).Select(guide => $"[{guide.Title}](../{guide.Name})")]
        : [];

    private static Rank RankOf(string name) => name switch
    {
        _ when AboutTheProject.Contains(name) => Rank.Project,
        _ when Lists.Contains(name) => Rank.List,
        _ when name.StartsWith("from-", StringComparison.Ordinal) => Rank.ComingFrom,
        _ => Rank.Task,
    };

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

    private enum Rank
    {
        Task,
        ComingFrom,
        List,
        Project,
    }

    private sealed record Mention(string Name, string Title, Rank Rank, bool IsItsSubject, int Times);

    [GeneratedRegex(@"^(?<fence>```+|~~~+).*?^\k<fence>\s*$|<!--.*?-->", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\[(?:[^\[\]]|\[[^\]]*\])*\]\((?:https://[\w./-]+?/api/(?<page>[\w.-]+)\.html)?[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!`)`(?<name>[A-Z]\w+)(?:[.<(][^`]*)?`(?!`)")]
    private static partial Regex Code();

    [GeneratedRegex(@"^# (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
