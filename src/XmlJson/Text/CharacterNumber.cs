using System.Numerics;

namespace XmlJson.Text;

/// <summary>The numbers of character references (XML 1.0 §4.1 [66]), up to seven decimal digits or six hexadecimal ones, all at once.</summary>
/// <remarks>
/// <para>Idea: how many digits there are cannot be foreseen, so it is no loop: they are shifted to the upper end of a word, with zeros before them, and then always eight.</para>
/// <para>Pseudo code: end = first ';'; digits = word &lt;&lt; (64 - 8 end); each digit's value at once; neighbours joined to pairs, pairs to fours, fours to eight.</para>
/// </remarks>
internal static class CharacterNumber
{
    private const ulong EachByte = 0x0101010101010101;
    private const ulong HighBits = 0x80 * EachByte;

    /// <summary>Reads a number up to its semicolon.</summary>
    /// <param name="bytes">The eight bytes behind <c>&amp;#</c>, the first in the lowest place.</param>
    /// <param name="length">How many bytes it takes, the <c>x</c> and the semicolon included.</param>
    /// <returns>The number, whether a character has it or not; -1 when it is malformed or longer than the bytes.</returns>
    public static int Read(ulong bytes, out int length)
    {
        var isHexadecimal = (byte)bytes == (byte)'x';
        var prefix = isHexadecimal ? 1 : 0;
        bytes >>= 8 * prefix;
        var differences = bytes ^ ((byte)';' * EachByte);
        var semicolons = (differences - EachByte) & ~differences & HighBits;
        var count = BitOperations.TrailingZeroCount(semicolons) >> 3;
        length = prefix + count + 1;
        if (count is 0 or sizeof(ulong))
        {
            return -1;
        }

        // Whatever stands before the digits now has the value 0.
        var unused = 64 - (8 * count);
        var values = (bytes ^ ((byte)'0' * EachByte)) << unused;
        var others = Above(values, 9);
        return isHexadecimal ? Hexadecimal(bytes << unused, values, others) : others == 0 ? Decimal(values) : -1;
    }

    private static int Decimal(ulong values)
    {
        values = ((values * ((10 << 8) + 1)) >> 8) & 0x00FF00FF00FF00FF;
        values = ((values * ((100 << 16) + 1)) >> 16) & 0x0000FFFF0000FFFF;
        return (int)((values * ((10_000UL << 32) + 1)) >> 32);
    }

    // Letters, of either case, become 1 to 6; what was not shifted in is a digit, for it is 0 among the values.
    private static int Hexadecimal(ulong bytes, ulong values, ulong others)
    {
        var letters = (bytes | (0x20 * EachByte)) ^ (0x60 * EachByte);
        var noLetters = Above(letters, 6) | (HighBits & ~((letters & ~HighBits) + (0x7F * EachByte)));
        if ((others & noLetters) != 0)
        {
            return -1;
        }

        var isLetter = others >> 7;
        values = (values & ~(isLetter * 0xFF)) | ((letters & (isLetter * 0xFF)) + (isLetter * 9));
        values = ((values << 4) | (values >> 8)) & 0x00FF00FF00FF00FF;
        values = ((values << 8) | (values >> 16)) & 0x0000FFFF0000FFFF;
        return (int)((values << 16) | (values >> 32));
    }

    // The high bits of the bytes that are greater.
    private static ulong Above(ulong bytes, byte limit) => (((bytes & ~HighBits) + ((ulong)(0x7F - limit) * EachByte)) | bytes) & HighBits;
}
