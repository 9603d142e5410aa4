namespace XmlJson.Tests.Samples;

/// <summary>Every C# block of a guide compiles as a program of its own, runs, and prints what the guide says it prints, if it says so.</summary>
public sealed class GuideTests
{
    private static readonly string Folder = Repository.PathOf("docs");

    /// <summary>All pages that have blocks, with the line of each.</summary>
    public static TheoryData<string, int> Lines
    {
        get
        {
            var lines = new TheoryData<string, int>();
            foreach (var page in Directory.EnumerateFiles(Folder, "*.md").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal))
            {
                foreach (var block in Read(page))
                {
                    lines.Add(page, block.Line);
                }
            }

            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_block_compiles_and_prints_what_is_said(string page, int line)
    {
        var block = Read(page).Single(block => block.Line == line);
        var printed = SampleProgram.Run(block.Code, Repository.Root);
        Assert.NotEmpty(printed);
        Assert.Equal(block.Prints ?? printed, printed);
    }

    [Theory]
    [InlineData("trees-and-dotnet.md", 4)]
    [InlineData("records.md", 5)]
    [InlineData("elementtree.md", 2)]
    [InlineData("dom.md", 1)]
    [InlineData("get-started.md", 5)]
    [InlineData("events.md", 6)]
    [InlineData("big-files.md", 3)]
    [InlineData("json.md", 2)]
    [InlineData("security.md", 2)]
    [InlineData("from-sax.md", 2)]
    [InlineData("from-python.md", 5)]
    [InlineData("writing.md", 2)]
    [InlineData("from-system-xml.md", 3)]
    [InlineData("from-newtonsoft.md", 1)]
    public void There_are_blocks(string page, int atLeast) => Assert.True(Read(page).Count >= atLeast);

    private static IReadOnlyList<ReadmeBlock> Read(string page) => ReadmeBlock.Read(Path.Combine(Folder, page));
}
