namespace XmlJson.Mapping;

/// <summary>What becomes of characters in JSON values that XML cannot hold (XML 1.0 §2.2 [2]): most controls, U+FFFE, U+FFFF, lone surrogates.</summary>
public enum InvalidCharacterPolicy
{
    /// <summary>A <see cref="MappingException"/> with <see cref="MappingErrorCode.InvalidCharacter"/>.</summary>
    Reject,

    /// <summary>Each becomes U+FFFD, and the report tells.</summary>
    Replace,
}
