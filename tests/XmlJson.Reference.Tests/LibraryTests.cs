using System.Text.RegularExpressions;

namespace XmlJson.Reference.Tests;

/// <summary>The reference of the library itself.</summary>
public sealed partial class LibraryTests
{
    private static readonly string Root = RepositoryRoot.Find(AppContext.BaseDirectory);
    private static readonly string Assembly = typeof(Xml).Assembly.Location;
    private static readonly Library Library = Library.Load(Assembly);
    private static readonly Comments Comments = new(Library, CommentFile.Read(Path.ChangeExtension(Assembly, ".xml")));
    private static readonly SourceCode Sources = SourceCode.Read(Path.Combine(Root, "src", "XmlJson"), Root);

    [Fact]
    public void Nothing_is_missing_but_what_is_known() =>
        Assert.Empty(new Audit(Library, Comments, Sources).Problems());

    [Fact]
    public void Every_type_of_the_public_API_has_a_page()
    {
        var types = typeof(Xml).Assembly.GetExportedTypes().Count(type => !type.Name.StartsWith('<') && type.DeclaringType?.Name.StartsWith('<') != true);
        Assert.Equal(types, Library.Types.Count);
    }

    [Fact]
    public void Every_link_leads_to_an_anchor_that_is_there()
    {
        var pages = new Pages(Library, Comments, Sources, Guides.Read(Path.Combine(Root, "docs"), Library), "https://example.org/").Write().ToDictionary(page => page.Name, page => page.Text, StringComparer.Ordinal);
        var anchors = pages.SelectMany(page => Anchor().Matches(page.Value).Select(match => page.Key + "#" + match.Groups["anchor"].Value.TrimStart('#')).Append(page.Key)).ToHashSet(StringComparer.Ordinal);
        var links = pages.SelectMany(page => Link().Matches(page.Value).Select(match => $"{(match.Groups["page"].Length > 0 ? match.Groups["page"].Value : page.Key)}{match.Groups["anchor"].Value}")).ToArray();
        Assert.True(links.Length > 2000, $"{links.Length} links");
        Assert.Empty(links.Where(link => !anchors.Contains(link)).Distinct());
    }

    [Fact]
    public void Every_member_has_its_place_in_the_sources() =>
        Assert.Empty(Library.Types.SelectMany(Library.MembersOf).Where(member => Sources.PlaceOf(member) is not { } place || !File.Exists(Path.Combine(Root, place.Path))).Select(member => member.ToDisplayString()));

    [GeneratedRegex("""\]\((\./(?<page>[\w.-]+\.md))?(?<anchor>#[\w-]+)?\)""")]
    private static partial Regex Link();

    [GeneratedRegex("""\{(?<anchor>#[\w-]+)\}|<span id="(?<anchor>[\w-]+)">""")]
    private static partial Regex Anchor();
}
