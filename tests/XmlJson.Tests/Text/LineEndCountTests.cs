using System.Text;
using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

public class LineEndCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a\nb\r\nc\rd", 3)]
    [InlineData("\n\r", 2)]
    [InlineData("\r\r\n\n", 3)]
    [InlineData("\r", 1)]
    public void A_pair_is_one(string text, int expected) => Assert.Equal(expected, LineEndCount.Of(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void It_agrees_with_its_plain_form() => Gen.OneOf("\r\n\nx"u8.ToArray()).Array[0, 200].Sample(
        bytes => Assert.Equal(LineEndCount.OfScalar(bytes), LineEndCount.Of(bytes)),
        iter: 20_000);
}
