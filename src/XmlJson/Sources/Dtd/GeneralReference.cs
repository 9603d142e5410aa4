using System.Text;
using XmlJson.Text;

namespace XmlJson;

/// <summary>A reference that begins with <c>&amp;</c> (XML 1.0 §4.1 [66], [68]).</summary>
internal readonly ref struct GeneralReference
{
    private GeneralReference(ReadOnlySpan<byte> body, ReferenceKind kind, Rune character)
    {
        Name = body;
        Kind = kind;
        Character = character;
    }

    /// <summary>What stands between <c>&amp;</c> and <c>;</c>: the entity's name when it is one.</summary>
    public ReadOnlySpan<byte> Name { get; }

    public ReferenceKind Kind { get; }

    /// <summary>The character that a character reference or one of the five predefined entities stands for.</summary>
    public Rune Character { get; }

    /// <summary>Whether this is a character reference, by number.</summary>
    public bool IsNumeric => Name is [(byte)'#', ..];

    /// <summary>The length with <c>&amp;</c> and <c>;</c>.</summary>
    public int Length => Name.Length + 2;

    /// <summary>Reads a reference.</summary>
    /// <param name="text">The text from the <c>&amp;</c> on.</param>
    /// <param name="reference">The reference, if it is one.</param>
    /// <returns>What is wrong with it, if something is.</returns>
    public static EntityFault? Read(ReadOnlySpan<byte> text, out GeneralReference reference)
    {
        reference = default;
        var length = text[1..].IndexOf((byte)';');
        if (length < 0)
        {
            return Bare();
        }

        var body = text.Slice(1, length);
        var kind = Reference.Resolve(body, out var character);
        reference = new GeneralReference(body, kind, character);
        return kind switch
        {
            ReferenceKind.Malformed => new EntityFault(XmlErrorCode.InvalidCharacterReference, $"'&{DtdInput.Show(body)};' is no character reference."),
            ReferenceKind.ForbiddenCharacter => new EntityFault(XmlErrorCode.ForbiddenCharacterReference, $"'&{DtdInput.Show(body)};' refers to a character that is not allowed in XML."),
            ReferenceKind.Entity when !NameCharacters.IsName(body) => Bare(),
            _ => null,
        };
    }

    private static EntityFault Bare() =>
        new(XmlErrorCode.InvalidReference, "'&' must be followed by a name and ';': write '&amp;' for the character itself.");
}
