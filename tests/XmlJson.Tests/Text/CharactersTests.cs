using System.Text;
using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

public class CharactersTests
{
    [Fact]
    public void White_space_is_what_a_loop_over_the_bytes_finds() => Gen.Select(Gen.Int[0, 3].Select(i => " \n\t\r"u8[i]).Array[0, 80], Gen.Byte, Gen.Int[0, 79]).Sample(
        (bytes, other, place) =>
        {
            Assert.True(Characters.IsWhiteSpace(bytes));
            if (place < bytes.Length)
            {
                bytes[place] = other;
                Assert.Equal(bytes.All(IsSpace), Characters.IsWhiteSpace(bytes));
            }
        },
        iter: 20_000);

    [Fact]
    public void Each_byte_at_each_place_counts()
    {
        for (var length = 1; length <= 40; length++)
        {
            for (var place = 0; place < length; place++)
            {
                for (var b = 0; b <= 0xFF; b++)
                {
                    var bytes = Encoding.ASCII.GetBytes(new string('\n', length));
                    bytes[place] = (byte)b;
                    Assert.Equal(IsSpace((byte)b), Characters.IsWhiteSpace(bytes));
                }
            }
        }
    }

    private static bool IsSpace(byte b) => b is 0x20 or 0xA or 0x9 or 0xD;
}
