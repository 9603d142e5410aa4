using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

/// <summary>The kernel against the rules of XML 1.0 §3.3.3, one after the other.</summary>
public partial class AttributeValueDecoderTests
{
    private static readonly Gen<string> Values = Gen.OneOf(
        Gen.OneOf("", " ", "  ", "a", "é", "😀", "some text", new string('l', 31), new string('m', 64), new string('n', 200)),
        Gen.OneOf("\t", "\n", "\r", "\r\n", "\n\r", "\r\r\n"),
        Gen.OneOf("&lt;", "&gt;", "&amp;", "&quot;", "&apos;", "&#65;", "&#9;", "&#10;", "&#13;", "&#x20;", "&#xe9;", "&#x20AC;", "&#x1F30D;", "&#0000000000065;", "&#x00000000041;"))
        .Array[0, 30].Select(string.Concat);

    [Fact]
    public void Values_are_normalized() => Values.Sample(
        value =>
        {
            var expected = References().Replace(WhiteSpace().Replace(value, " "), match => Resolve(match.Groups[1].Value));
            Assert.Equal(expected, Decode(value, collapse: false));
            Assert.Equal(Runs().Replace(expected.Trim(' '), " "), Decode(value, collapse: true));
        },
        iter: 20_000);

    [Fact]
    public void Nothing_behind_a_value_belongs_to_it()
    {
        // What stands there would be resolved, too.
        var source = Encoding.UTF8.GetBytes("a&lt;b&amp;c\td\r\n" + string.Concat(Enumerable.Repeat("&lt;\t", 30)));
        for (var length = 0; length <= 16; length++)
        {
            if (length is 0 or 1 or >= 5 and <= 6 or >= 11)
            {
                Assert.Equal(Decode(Encoding.UTF8.GetString(source, 0, length), collapse: false), Decode(source.AsSpan(0, length), collapse: false));
            }
        }
    }

    private static string Decode(string value, bool collapse)
    {
        byte[] source = [.. Encoding.UTF8.GetBytes(value), .. new byte[AttributeValueDecoder.Padding]];
        return Decode(source.AsSpan(0, source.Length - AttributeValueDecoder.Padding), collapse);
    }

    private static string Decode(ReadOnlySpan<byte> raw, bool collapse)
    {
        var destination = new byte[raw.Length + AttributeValueDecoder.Padding];
        return Encoding.UTF8.GetString(destination, 0, AttributeValueDecoder.Decode(raw, destination, collapse));
    }

    private static string Resolve(string body)
    {
        Assert.Equal(ReferenceKind.Character, Reference.Resolve(Encoding.UTF8.GetBytes(body), out var character));
        return character.ToString();
    }

    [GeneratedRegex("\r\n|[\t\r\n]")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("&([^;]*);")]
    private static partial Regex References();

    [GeneratedRegex(" +")]
    private static partial Regex Runs();
}
