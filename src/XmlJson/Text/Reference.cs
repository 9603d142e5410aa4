using System.Diagnostics;
using System.Text;

namespace XmlJson.Text;

/// <summary>Character references (XML 1.0 §4.1 [66]) and the five predefined entities (§4.6).</summary>
internal static class Reference
{
    /// <summary>The longest character a reference gives, in UTF-8 bytes.</summary>
    public const int MaxLength = 4;

    /// <summary>How far behind its first byte a reference to a character ends at most, unless it begins with many zeros.</summary>
    public const int LongestCharacter = 12;

    // By the slots of their letters, which differ; other slots hold bytes that no reference begins with.
    private static readonly PredefinedEntity[] PredefinedEntities = MakePredefinedEntities();

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
    /// <remarks>Idea: which of the five it is cannot be foreseen, so it is no branch: two letters give the only one that it could be, and one comparison tells whether it is.</remarks>
    /// <param name="bytes">The eight bytes from <c>&amp;</c> on, the first in the lowest place.</param>
    /// <param name="length">The reference's length in bytes.</param>
    /// <returns>The character; 0 for any other reference.</returns>
    public static byte Predefined(ulong bytes, out int length)
    {
        ref readonly var entity = ref PredefinedEntities[PredefinedSlot((byte)(bytes >> 8), (byte)(bytes >> 16))];
        length = entity.Length;
        return (bytes & entity.Mask) == entity.Bytes ? entity.Character : (byte)0;
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

    private static int PredefinedSlot(byte first, byte second) => (first ^ (second >> 1)) & 7;

    private static PredefinedEntity[] MakePredefinedEntities()
    {
        var entities = new PredefinedEntity[8];
        Array.Fill(entities, new PredefinedEntity { Bytes = ulong.MaxValue });
        foreach (var character in "<>&\"'"u8)
        {
            ReadOnlySpan<byte> reference = character switch
            {
                (byte)'<' => "&lt;"u8,
                (byte)'>' => "&gt;"u8,
                (byte)'&' => "&amp;"u8,
                (byte)'"' => "&quot;"u8,
                _ => "&apos;"u8,
            };
            ref var entity = ref entities[PredefinedSlot(reference[1], reference[2])];
            Debug.Assert(entity.Length == 0, "Two entities share a slot.");
            entity.Bytes = 0;
            entity.Character = character;
            entity.Length = reference.Length;
            entity.Mask = ulong.MaxValue >> (64 - (8 * reference.Length));
            for (var i = 0; i < reference.Length; i++)
            {
                entity.Bytes |= (ulong)reference[i] << (8 * i);
            }
        }

        return entities;
    }

    private static int HexDigit(byte b) => b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10;

    private struct PredefinedEntity
    {
        /// <summary>The reference as a number, and which bytes of a number belong to it.</summary>
        public ulong Bytes;
        public ulong Mask;

        public int Length;
        public byte Character;
    }
}
