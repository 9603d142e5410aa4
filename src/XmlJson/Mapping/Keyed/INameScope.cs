namespace XmlJson.Mapping.Keyed;

/// <summary>What escaping a name depends on besides the name.</summary>
internal interface INameScope
{
    /// <summary>Whether a key means something else than an element under the convention.</summary>
    bool IsReserved(ReadOnlySpan<byte> key);

    /// <summary>Whether a prefix is declared here, so that a colon behind it is no character to escape.</summary>
    bool IsDeclared(ReadOnlySpan<byte> prefix);
}
