using System.Text;
using CsCheck;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees;

public class RecentStringsTests
{
    private static readonly Gen<string> Texts = Gen.Select(Gen.OneOf('a', 'b', '0', ' ', '\n', 'é', '€').Array[0, 40], Gen.Int[1, 3]).Select((characters, times) => string.Concat(Enumerable.Repeat(new string(characters), times)));

    [Fact]
    public void A_string_is_the_one_of_its_bytes() => Texts.Array[1, 60].Sample(
        texts =>
        {
            var strings = new RecentStrings();
            foreach (var text in texts.Concat(texts))
            {
                Assert.Equal(text, strings.Get(Encoding.UTF8.GetBytes(text)));
            }
        },
        iter: 2000);

    [Fact]
    public void What_comes_again_is_not_made_again()
    {
        var strings = new RecentStrings();
        Assert.Same(strings.Get("\n    "u8), strings.Get("\n    "u8));
        Assert.Same(strings.Get("a"u8), strings.Get("a"u8));
        Assert.NotSame(strings.Get("é"u8), strings.Get("e"u8));
    }

    [Fact]
    public void Threads_that_share_it_get_their_own_texts()
    {
        var strings = new RecentStrings();
        Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                var text = $"{(i * 7) % 400}";
                Assert.Equal(text, strings.Get(Encoding.UTF8.GetBytes(text)));
            }
        });
    }
}
