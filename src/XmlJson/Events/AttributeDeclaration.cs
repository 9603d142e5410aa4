namespace XmlJson;

/// <summary>One attribute of an attribute-list declaration (XML 1.0 §3.3 [53]). Valid only during the call.</summary>
public readonly ref struct AttributeDeclaration
{
    /// <summary>The element's name, qualified as written.</summary>
    public ReadOnlySpan<byte> ElementName { get; init; }

    /// <summary>The attribute's name, qualified as written.</summary>
    public ReadOnlySpan<byte> Name { get; init; }

    /// <summary>The type as one of the kinds that XML 1.0 §3.3.1 has; the tokens of an enumeration are in <see cref="TypeText"/>.</summary>
    public AttributeType Type { get; init; }

    /// <summary>The type as SAX writes it: a keyword such as <c>NMTOKENS</c>, or the tokens without white space, as <c>(a|b)</c> and <c>NOTATION (gif|png)</c>.</summary>
    public ReadOnlySpan<byte> TypeText { get; init; }

    /// <summary>What holds where a start tag does not give the attribute.</summary>
    public AttributeDefaultKind DefaultKind { get; init; }

    /// <summary>The default value, references resolved and normalized (XML 1.0 §3.3.3); empty when there is none.</summary>
    /// <remarks>An entity that was not declared so far is missing from it.</remarks>
    public ReadOnlySpan<byte> DefaultValue { get; init; }
}
