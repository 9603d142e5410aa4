namespace XmlJson.Text;

/// <summary>What stands between <c>&amp;</c> and <c>;</c>.</summary>
internal enum ReferenceKind
{
    /// <summary>A character reference or one of the five predefined entities.</summary>
    Character,

    /// <summary>Not a number: an entity's name, if it is a name at all.</summary>
    Entity,

    /// <summary>A number sign without digits, or with something else.</summary>
    Malformed,

    /// <summary>A number that is no character of XML 1.0 §2.2.</summary>
    ForbiddenCharacter,
}
