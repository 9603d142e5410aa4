using System.Reflection;
using System.Text.RegularExpressions;

namespace XmlJson.Tests.Samples;

/// <summary>What guides name as a member of a public type is one.</summary>
public sealed partial class GuideNameTests
{
    // Types of different arity or within others may share a name, as Filter and the enumerators do.
    private static readonly ILookup<string, Type> Types = typeof(Xml).Assembly.GetExportedTypes().ToLookup(type => type.Name.Split('`')[0], StringComparer.Ordinal);

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Repository.PathOf("docs"), "*.md").Concat(new[] { "README.md", "CHANGELOG.md", "CONTRIBUTING.md" }.Select(page => Repository.PathOf(page))).Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_member_that_is_named_exists(string page)
    {
        var prose = Block().Replace(File.ReadAllText(Repository.PathOf(page)), "");
        var named = Code().Matches(prose).SelectMany(code => Member().Matches(code.Value)).Where(member => Types.Contains(member.Groups["type"].Value)).ToArray();
        Assert.Empty(named.Where(member => !Types[member.Groups["type"].Value].Any(type => Has(type, member.Groups["member"].Value))).Select(member => member.Value));
    }

    [Fact]
    public void Members_are_looked_for() => Assert.Equal(["TextKind.None", "Xml.Load"], Member().Matches("TextKind.None, Xml.Load(path), Utf8XmlParser.Names.cs").Select(member => member.Value));

    private static bool Has(Type type, string member) => type.GetMember(member, BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Length > 0;

    [GeneratedRegex(@"^(?<fence>```+).*?^\k<fence>\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<!`)`[^`\n]+`(?!`)")]
    private static partial Regex Code();

    // Not a part of a longer name, such as that of a file.
    [GeneratedRegex(@"(?<![\w.])(?<type>[A-Z]\w+)\.(?<member>[A-Z]\w+)(?!\w|\.cs\b)")]
    private static partial Regex Member();
}
