using System.Text.RegularExpressions;

namespace XmlJson.Tests.Samples;

/// <summary>The programs in Python that a guide shows beside ours print what ours print, or what the guide says they do.</summary>
public sealed partial class PythonGuideTests
{
    private static readonly string Page = Repository.PathOf("docs", "from-python.md");

    /// <summary>The line of each program, from 1.</summary>
    public static TheoryData<int> Lines
    {
        get
        {
            var text = File.ReadAllText(Page);
            return new TheoryData<int>(Program().Matches(text).Select(match => text.AsSpan(0, match.Index).Count('\n') + 1));
        }
    }

    [PythonTheory]
    [MemberData(nameof(Lines))]
    public void A_program_prints_what_is_said(int line)
    {
        var text = File.ReadAllText(Page);
        var program = Program().Matches(text).Single(match => text.AsSpan(0, match.Index).Count('\n') + 1 == line);
        var ours = ReadmeBlock.Read(Page).First(block => block.Line > line);
        var section = text[program.Index..];
        var end = section.IndexOf("\n## ", StringComparison.Ordinal);
        section = end < 0 ? section : section[..end];
        var expected = Differently().Match(section) is { Success: true } match ? match.Groups["prints"].Value + '\n' : ours.Prints;
        Assert.NotNull(expected);
        Assert.Equal(expected, PythonTheoryAttribute.Run(program.Groups["code"].Value));
    }

    [Fact]
    public void There_are_programs() => Assert.Equal(5, Program().Count(File.ReadAllText(Page)));

    [GeneratedRegex("""^```python\n(?<code>.*?)^```\n""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex("^Python prints `(?<prints>[^`]*)`", RegexOptions.Multiline)]
    private static partial Regex Differently();
}
