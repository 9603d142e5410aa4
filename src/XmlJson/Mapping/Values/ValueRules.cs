namespace XmlJson.Mapping.Values;

/// <summary>What a convention says that has any JSON as XML: the names, and what becomes of what one of the two cannot hold.</summary>
internal sealed record ValueRules(Vocabulary Vocabulary)
{
    /// <summary>Whether text is escaped: marked where it differs, if the vocabulary has marks, otherwise all of it, both ways.</summary>
    public bool Escape { get; init; }

    /// <summary>XML → JSON: whether <c>/</c> is written as <c>\/</c>.</summary>
    public bool EscapeSolidus { get; init; }

    /// <summary>What becomes of equal keys in one object.</summary>
    public DuplicateKeyPolicy Duplicates { get; init; }

    /// <summary>JSON → XML, where nothing is escaped: what becomes of characters that XML cannot hold.</summary>
    public InvalidCharacterPolicy InvalidCharacters { get; init; } = InvalidCharacterPolicy.Replace;

    /// <summary>The text in place of such a character, given as an escape; U+FFFD when null.</summary>
    public Func<string, string>? Fallback { get; init; }

    /// <summary>Whether every text is an escaped one, and no mark says so.</summary>
    public bool EscapesAll => Escape && !Vocabulary.MarksEscapes;

    /// <summary>What comes back.</summary>
    public Fidelity Keeps =>
        Fidelity.SiblingOrder | Fidelity.Namespaces | Fidelity.EscapedNames
        | Fidelity.ValueTypes | Fidelity.NumberText | Fidelity.EmptyContainers | Fidelity.ValueShape | Fidelity.KeyOrder | Fidelity.AnyKey
        | (Duplicates == DuplicateKeyPolicy.Retain ? Fidelity.DuplicateKeys : 0)
        | (Escape ? Fidelity.AnyCharacter : 0);
}
