using System.Diagnostics;
using System.Text;

namespace XmlJson.Text;

/// <summary>Character references (XML 1.0 §4.1 [66]) and the five predefined entities (§4.6).</summary>
internal static class Reference
{
    /// <summary>The longest character a reference gives, in UTF-8 bytes.</summary>
    public const int MaxLength = 4;

    /// <summary>The character a reference stands for.</summary>
    /// <param name="body">What stands between <c>&amp;</c> and <c>;</c>.</param>
    /// <param name="character">The character, when there is one.</param>
    /// <returns>What the body is.</returns>
    public static ReferenceKind Resolve(ReadOnlySpan<byte> body, out Rune character)
    {
        if (!body.IsEmpty && body[0] == '#')
        {
            return ResolveNumber(body[1..], out character);
        }

        var code = body switch
        {
            [(byte)'l', (byte)'t'] => '<',
            [(byte)'g', (byte)'t'] => '>',
            [(byte)'a', (byte)'m', (byte)'p'] => '&',
            [(byte)'q', (byte)'u', (byte)'o', (byte)'t'] => '"',
            [(byte)'a', (byte)'p', (byte)'o', (byte)'s'] => '\'',
            _ => '\0',
        };
        character = new Rune(code);
        return code == 0 ? ReferenceKind.Entity : ReferenceKind.Character;
    }

    /// <summary>The character of a reference to one of the five predefined entities (XML 1.0 §4.6), by far the most frequent references.</summary>
    /// <param name="bytes">The eight bytes from <c>&amp;</c> on, the first in the lowest place.</param>
    /// <param name="length">The reference's length in bytes.</param>
    /// <returns>The character; none for any other reference.</returns>
    public static ReadOnlySpan<byte> Predefined(ulong bytes, out int length)
    {
        // The bytes &lt; &gt; &amp; &quot; &apos; read as numbers.
        const uint LessThan = 0x3B_74_6C_26;
        const uint GreaterThan = 0x3B_74_67_26;
        const ulong Ampersand = 0x3B_70_6D_61_26;
        const ulong QuotationMark = 0x3B_74_6F_75_71_26;
        const ulong Apostrophe = 0x3B_73_6F_70_61_26;
        length = 4;
        switch ((uint)bytes)
        {
            case LessThan:
                return "<"u8;
            case GreaterThan:
                return ">"u8;
        }

        length = 5;
        if ((bytes & 0xFF_FF_FF_FF_FF) == Ampersand)
        {
            return "&"u8;
        }

        length = 6;
        return (bytes & 0xFF_FF_FF_FF_FF_FF) switch
        {
            QuotationMark => "\""u8,
            Apostrophe => "'"u8,
            _ => default,
        };
    }

    /// <summary>Writes the character of a reference that was checked before.</summary>
    public static int Decode(ReadOnlySpan<byte> body, Span<byte> destination)
    {
        var kind = Resolve(body, out var character);
        Debug.Assert(kind == ReferenceKind.Character, "The reference was checked before.");
        return character.EncodeToUtf8(destination);
    }

    // [66] CharRef ::= '&#' [0-9]+ ';' | '&#x' [0-9a-fA-F]+ ';'
    private static ReferenceKind ResolveNumber(ReadOnlySpan<byte> digits, out Rune character)
    {
        character = default;
        var hex = !digits.IsEmpty && digits[0] == 'x';
        if (hex)
        {
            digits = digits[1..];
        }

        if (digits.IsEmpty)
        {
            return ReferenceKind.Malformed;
        }

        var value = 0;
        foreach (var b in digits)
        {
            if (hex ? !char.IsAsciiHexDigit((char)b) : !char.IsAsciiDigit((char)b))
            {
                return ReferenceKind.Malformed;
            }

            // Kept within range, so that any number of digits is read without overflow.
            value = Math.Min((value * (hex ? 16 : 10)) + HexDigit(b), 0x110000);
        }

        if (!Characters.IsAllowed(value))
        {
            return ReferenceKind.ForbiddenCharacter;
        }

        character = new Rune(value);
        return ReferenceKind.Character;
    }

    private static int HexDigit(byte b) => b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10;
}
