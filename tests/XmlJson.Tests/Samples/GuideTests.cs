namespace XmlJson.Tests.Samples;

/// <summary>Every C# block of a guide compiles as a program of its own, runs, and prints what the guide says it prints, if it says so.</summary>
public sealed class GuideTests
{
    private static readonly string Guide = Repository.PathOf("docs", "trees-and-dotnet.md");

    public static TheoryData<int> Lines => [.. ReadmeBlock.Read(Guide).Select(block => block.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_block_compiles_and_prints_what_is_said(int line)
    {
        var block = ReadmeBlock.Read(Guide).Single(block => block.Line == line);
        var printed = SampleProgram.Run(block.Code, Repository.Root);
        Assert.NotEmpty(printed);
        Assert.Equal(block.Prints ?? printed, printed);
    }

    [Fact]
    public void There_are_blocks() => Assert.True(ReadmeBlock.Read(Guide).Count >= 4);
}
