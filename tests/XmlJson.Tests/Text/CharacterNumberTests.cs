using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

/// <summary>Eight digits at once against one after the other.</summary>
public class CharacterNumberTests
{
    private static readonly Gen<string> Bodies = Gen.OneOf(
        Gen.Int[0, 9_999_999].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Int[0, 0xFFFFFF].Select(number => "x" + number.ToString("x", CultureInfo.InvariantCulture)),
        Gen.Int[0, 0xFFFFFF].Select(number => "x" + number.ToString("X6", CultureInfo.InvariantCulture)),
        Gen.OneOf("", "x", "X41", "0000065", "x000041", "x00004g", "00000065", "1:", "1/", "x@", "xG", "x`", "xg", "x:", "x/", "-1", "+1", "1 ", "é", "x\u0141", "xé"),
        Gen.Char.Array[0, 8].Select(characters => new string(characters)),
        Gen.Char['\0', '\u0080'].Array[1, 5].Select(characters => "x" + new string(characters)));

    [Fact]
    public void Numbers_are_those_that_are_read_digit_by_digit() => Bodies.Sample(Check, iter: 100_000);

    [Fact]
    public void Every_byte_at_every_place_is_seen()
    {
        foreach (var body in (string[])["1234567", "x1aF09b", "7", "xf"])
        {
            for (var at = 0; at < body.Length; at++)
            {
                for (var b = 0; b < 256; b++)
                {
                    var bytes = Encoding.ASCII.GetBytes(body);
                    bytes[at] = (byte)b;
                    Check(bytes);
                }
            }
        }
    }

    private static void Check(string body) => Check(Encoding.UTF8.GetBytes(body));

    private static void Check(byte[] body)
    {
        byte[] bytes = [.. body, (byte)';', .. "12345678"u8];
        var end = Array.IndexOf(bytes, (byte)';');

        var number = CharacterNumber.Read(BinaryPrimitives.ReadUInt64LittleEndian(bytes), out var length);

        var kind = Reference.Resolve([(byte)'#', .. bytes.AsSpan(0, end)], out var character);
        if (end < sizeof(ulong) && kind == ReferenceKind.Character)
        {
            Assert.Equal(character.Value, number);
            Assert.Equal(end + 1, length);
        }
        else
        {
            Assert.False(Characters.IsAllowed(number));
            Assert.True(kind != ReferenceKind.Malformed || number == -1);
        }
    }
}
