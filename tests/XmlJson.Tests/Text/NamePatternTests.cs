using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

public class NamePatternTests
{
    private static readonly Gen<byte[]> Names = Gen.OneOf("ab"u8.ToArray()).Array[1, 34];

    [Fact]
    public void A_pattern_matches_what_begins_with_the_name_alone() => Gen.Select(Names, Names).Sample(
        (name, other) =>
        {
            byte[] tag = [(byte)'<', .. other, .. new byte[32]];
            Assert.Equal(name.Length <= NamePattern.MaxName && other.AsSpan().StartsWith(name), NamePattern.ForName(name).Matches(ref tag[0]));

            byte[] attribute = [(byte)' ', .. other, (byte)'=', (byte)'"', .. new byte[32]];
            Assert.Equal(name.Length <= NamePattern.MaxAttributeName && other.SequenceEqual(name), NamePattern.ForAttribute(name).Matches(ref attribute[0]));
        },
        iter: 5000);

    [Fact]
    public void A_pattern_wants_what_stands_around_the_name()
    {
        var pattern = NamePattern.ForAttribute("ab"u8);
        Assert.True(Matches(" ab=\""));
        Assert.False(Matches("\tab=\""));
        Assert.False(Matches(" ab='"));
        Assert.False(Matches(" ab =\""));
        Assert.False(Matches(" abc=\""));

        bool Matches(string text)
        {
            byte[] bytes = [.. System.Text.Encoding.UTF8.GetBytes(text), .. new byte[32]];
            return pattern.Matches(ref bytes[0]);
        }
    }

    [Fact]
    public void Any_byte_may_stand_before_a_name_behind_other_white_space()
    {
        byte[] bytes = [.. "\n\tab=\"\nabc=\""u8, .. new byte[32]];
        var pattern = NamePattern.ForAttribute("ab"u8);
        Assert.True(pattern.MatchesBehindFirst(ref bytes[1]));
        Assert.False(pattern.MatchesBehindFirst(ref bytes[0]));
        Assert.False(pattern.MatchesBehindFirst(ref bytes[6]));
    }

    [Fact]
    public void Patterns_are_told_from_each_other()
    {
        var pattern = NamePattern.ForAttribute("ab"u8);
        Assert.True(pattern.Is(NamePattern.ForAttribute("ab"u8)));
        Assert.False(pattern.Is(NamePattern.ForAttribute("ac"u8)));
        Assert.False(pattern.Is(NamePattern.ForLead(" ab=\"\0"u8)));
        Assert.False(pattern.Is(NamePattern.None));
    }

    [Fact]
    public void Nothing_matches_no_pattern()
    {
        for (var b = 0; b < 0xFF; b++)
        {
            byte[] bytes = [.. Enumerable.Repeat((byte)b, 32)];
            Assert.False(NamePattern.None.Matches(ref bytes[0]));
        }
    }
}
