namespace XmlJson.Cli.Tests;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("plain é 😀", "plain é 😀")]
    [InlineData("a\tb\nc\rd", "a\\tb\\nc\\rd")]
    [InlineData("a\\n", "a\\\\n")]
    [InlineData("\u001b[0m\0\u007f", "\\u{1B}[0m\\u{0}\\u{7F}")]
    [InlineData("a\u0085b\u2028c\u2029d\u000be", "a\\u{85}b\\u{2028}c\\u{2029}d\\u{B}e")]
    public void Messages_have_no_control_characters_and_no_line_ends(string text, string expected) => Assert.Equal(expected, OneLine.Message(text));

    [Theory]
    [InlineData("C:\\new\\table", "C:\\new\\table")]
    [InlineData("a\tb\n", "a\\tb\\n")]
    public void Names_keep_their_backslashes(string name, string expected) => Assert.Equal(expected, OneLine.FileName(name));
}
