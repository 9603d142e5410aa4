using System.Reflection;
using System.Text.RegularExpressions;
using XmlJson.ElementTree;

namespace XmlJson.Tests.Trees.ElementTree;

/// <summary>What docs/elementtree.md says can be seen: it has every member of Python's module and of the view, names members that there are, and each row names a test.</summary>
public partial class ElementTreeTableTests
{
    private const string LeftOut = "left out: ";

    // Of the platform.
    private static readonly string[] Foreign = ["Console", "Write", "Concat"];

    private static readonly string Text = File.ReadAllText(Repository.PathOf("docs", "elementtree.md"));

    private static readonly string[][] Rows = [.. Text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length == 4 && cells[0] != "Python")];

    private static readonly Type[] Exported = typeof(Element).Assembly.GetExportedTypes();

    [Fact]
    public void Every_member_of_Python_has_a_row()
    {
        // members.py in that folder asked for them.
        var members = File.ReadAllLines(Repository.PathOf("tests", "cases", "trees", "members.txt"));
        Assert.True(members.Length > 60, $"{members.Length} members were listed.");
        var rows = Rows.SelectMany(cells => Code(cells[0])).ToList();
        Assert.Empty(members.Except(rows, StringComparer.Ordinal));
        Assert.Equal(rows.Count, rows.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_member_of_the_view_is_named()
    {
        var words = Word().Matches(Text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var types = Exported.Where(type => (type.Namespace == "XmlJson.ElementTree" && !type.Name.StartsWith('<')) || type == typeof(XmlPullParser)).ToArray();
        var members = types.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(member => member is not (MethodInfo { IsSpecialName: true } or ConstructorInfo or Type) && !member.Name.StartsWith('<') && member.Name is not ("value__" or "Item"))
            .Where(member => !member.Name.StartsWith("get_", StringComparison.Ordinal) && !member.Name.StartsWith("set_", StringComparison.Ordinal));
        Assert.Equal("", string.Join(' ', types.Select(type => type.Name).Concat(members.Select(member => member.Name)).Distinct(StringComparer.Ordinal).Where(name => !words.Contains(name))));
    }

    [Fact]
    public void Every_member_that_is_named_exists()
    {
        var known = Exported.Select(type => type.Name).Concat(Exported.SelectMany(type => type.GetMembers()).Select(member => member.Name)).Concat(Foreign).ToHashSet(StringComparer.Ordinal);
        var named = Rows.Where(cells => !IsLeftOut(cells)).SelectMany(cells => Code(cells[1])).SelectMany(code => Capitalised().Matches(code)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        Assert.True(named.Count > 50, $"{named.Count} names were found.");
        Assert.Equal("", string.Join(' ', named.Where(name => !known.Contains(name))));
    }

    [Fact]
    public void Every_row_says_what_there_is_or_why_it_is_left_out()
    {
        Assert.All(Rows, cells => Assert.True(IsLeftOut(cells) ? cells[1].Length > LeftOut.Length + 10 : Code(cells[1]).Any(), string.Join(" | ", cells)));
        Assert.Contains(Rows, IsLeftOut);
    }

    [Fact]
    public void Every_row_names_a_test_that_exists()
    {
        var wrong = Rows.Where(cells => Code(cells[3]).ToArray() is not [var test] || !IsTest(test)).Select(cells => string.Join(" | ", cells));
        Assert.Equal("", string.Join('\n', wrong));
    }

    private static bool IsLeftOut(string[] cells) => cells[1].StartsWith(LeftOut, StringComparison.Ordinal);

    private static IEnumerable<string> Code(string cell) => Span().Matches(cell).Select(match => match.Groups[1].Value);

    // Class and method, in any namespace of this assembly.
    private static bool IsTest(string name) =>
        name.Split('.') is [var type, var method]
        && typeof(ElementTreeTableTests).Assembly.GetTypes().Any(one => one.Name == type && one.GetMethod(method)?.GetCustomAttribute<FactAttribute>() is not null);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Capitalised();
}
