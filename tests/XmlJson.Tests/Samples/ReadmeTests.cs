namespace XmlJson.Tests.Samples;

/// <summary>Every C# block of README compiles as a program of its own, and prints what README says it prints.</summary>
public sealed class ReadmeTests
{
    public static TheoryData<int> Lines => [.. Blocks.Select(block => block.Line)];

    private static IReadOnlyList<ReadmeBlock> Blocks { get; } = ReadmeBlock.Read(Path.Combine(Repository.Root, "README.md"));

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_block_compiles_and_prints_what_is_said(int line)
    {
        var block = Blocks.Single(block => block.Line == line);
        Assert.Equal(block.Prints, SampleProgram.Run(block.Code, Repository.Root));
    }

    [Fact]
    public void Every_block_says_what_it_prints() => Assert.All(Blocks, block => Assert.NotNull(block.Prints));

    [Fact]
    public void There_are_blocks() => Assert.True(Blocks.Count >= 3);
}
