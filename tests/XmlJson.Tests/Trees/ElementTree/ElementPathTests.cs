using XmlJson.ElementTree;

namespace XmlJson.Tests.Trees.ElementTree;

public class ElementPathTests
{
    private static readonly string Folder = Repository.PathOf("tests", "cases", "trees");
    private static readonly Dictionary<string, string> Namespaces = new(StringComparer.Ordinal) { ["p"] = "urn:p", [""] = "urn:d", ["none"] = "" };

    // What CPython found, by paths.py in that folder: the kind of case, the path, the numbers of the elements.
    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var line in File.ReadAllLines(Path.Combine(Folder, "paths.tsv")))
        {
            var fields = line.Split('\t');
            cases.Add(fields[0], fields[1], fields[2]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_path_finds_what_it_finds_in_Python(string kind, string path, string expected)
    {
        using var document = DocumentLoader.Load(File.ReadAllBytes(Path.Combine(Folder, "paths.xml")));
        if (kind == "error")
        {
            // Python finds nothing for one of these, where a prefix means nothing.
            var error = Assert.Throws<ArgumentException>(() => document.FindAll(path));
            Assert.Contains($"of the path '{path}'", error.Message, StringComparison.Ordinal);
            return;
        }

        // Python gives an element several times where // follows //.
        var namespaces = kind == "namespaces" ? Namespaces : null;
        var numbers = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((number, index) => (number, index: number is "!" or "?" ? index : -1)).Distinct().Select(entry => entry.number).ToArray();
        Assert.Equal(numbers, document.FindAll(path, namespaces).Select(NumberOf));
        Assert.Equal(numbers, document.IterFind(path, namespaces).Select(NumberOf));
        Assert.Equal(numbers.FirstOrDefault(), document.Find(path, namespaces) is { } first ? NumberOf(first) : null);
    }

    [Fact]
    public void Positions_count_elements_only()
    {
        // Python fails here: a comment's tag is no path.
        using var document = DocumentLoader.Load("<r><!--c--><a/><b/><?p?><a/></r>");
        Assert.Equal(["a", "b"], document.FindAll("*[1]").Select(element => element.Tag));
        Assert.Equal(["b", "a"], document.FindAll("*[last()]").Select(element => element.Tag));
    }

    [Theory]
    [InlineData("a/text()", 2, "no function")]
    [InlineData("a[text()]", 2, "no function")]
    [InlineData("a b", 2, "white space")]
    [InlineData("a/ b", 3, "white space")]
    [InlineData(" a", 1, "white space")]
    [InlineData("a ", 2, "white space")]
    [InlineData("", 0, "expected")]
    [InlineData("/a", 0, "begins at an element")]
    [InlineData("a///b", 3, "expected after //")]
    [InlineData("a[p:b]", 2, "prefix 'p'")]
    [InlineData("a[@p:b]", 3, "prefix 'p'")]
    [InlineData("{urn:x", 0, "brace")]
    [InlineData("a[@b='c]", 5, "quote")]
    [InlineData("a[b=c]", 4, "in quotes")]
    [InlineData("a[.]", 3, "= or !=")]
    [InlineData("a[0]", 2, "from 1")]
    [InlineData("a[99999999999]", 2, "from 1")]
    [InlineData("a[@{*}b]", 3, "whole name")]
    [InlineData("a[1 2]", 4, "closing bracket")]
    [InlineData("a$", 0, "no name")]
    [InlineData("a|b", 0, "no name")]
    [InlineData("child::a", 0, "missing")]
    [InlineData("a[b='x' or c='y']", 8, "closing bracket")]
    [InlineData("1", 0, "expected")]
    public void What_is_no_path_is_refused_with_its_place(string path, int position, string message)
    {
        using var document = DocumentLoader.Load("<r/>");
        foreach (var find in new Action[] { () => document.Root.Find(path), () => document.Root.FindAll(path), () => document.Root.IterFind(path), () => document.Root.FindText(path) })
        {
            var error = Assert.Throws<ArgumentException>(find);
            Assert.Contains($"at position {position} of", error.Message, StringComparison.Ordinal);
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_path_has_a_limit()
    {
        using var document = DocumentLoader.Load("<a><a/></a>");
        Assert.Empty(document.FindAll(string.Join('/', Enumerable.Repeat("a", 200))));
        Assert.Contains("200", Assert.Throws<ArgumentException>(() => document.Root.Find(string.Join('/', Enumerable.Repeat("a", 201)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_are_compared_the_same_way_however_often_that_is_done()
    {
        // Enough of them that comparing changes from walking to the list of texts.
        var xml = "<r>" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"<a>x<b>{i % 7}</b><c/><!--n-->y</a>")) + "</r>";
        using var document = DocumentLoader.Load(xml);
        var found = document.FindAll("a[.='x3y']");
        Assert.Equal(document.Root.Where((_, i) => i % 7 == 3), found);
        Assert.Equal(40_000 - found.Length, document.FindAll("a[.!='x3y']").Length);
        Assert.Equal(found, document.FindAll(".//a[b='3']"));
        Assert.Equal(40_000, document.FindAll("a[c='']").Length);
    }

    private static string? NumberOf(Element element) => element.IsComment ? "!" : element.IsProcessingInstruction ? "?" : element.Get("n");
}
