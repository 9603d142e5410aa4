using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

public class JsonEscapesTests
{
    [Fact]
    public void It_finds_what_a_loop_over_the_bytes_finds() =>
        Gen.OneOf(Gen.Byte, Gen.Byte[(byte)' ', (byte)'~']).Array[0, 80].Sample(bytes => JsonEscapes.IndexOfFirst(bytes) == ByByte(bytes), iter: 20_000);

    [Fact]
    public void It_finds_each_character_at_each_place()
    {
        for (var length = 1; length <= 70; length++)
        {
            for (var place = 0; place < length; place++)
            {
                for (var b = 0; b <= 0xFF; b++)
                {
                    var bytes = new byte[length];
                    Array.Fill(bytes, (byte)'a');
                    bytes[place] = (byte)b;
                    Assert.Equal(ByByte(bytes), JsonEscapes.IndexOfFirst(bytes));
                }
            }
        }
    }

    private static int ByByte(byte[] bytes) => Array.FindIndex(bytes, b => b < 0x20 || b == '"' || b == '\\');
}
