namespace XmlJson;

/// <summary>The declared type of an attribute (XML 1.0 §3.3.1); <see cref="CData"/> where nothing is declared.</summary>
public enum AttributeType : byte
{
    /// <summary>A string: <c>CDATA</c>.</summary>
    CData,

    /// <summary>A unique identifier: <c>ID</c>.</summary>
    Id,

    /// <summary>A reference to one: <c>IDREF</c>.</summary>
    IdRef,

    /// <summary>Several references: <c>IDREFS</c>.</summary>
    IdRefs,

    /// <summary>An unparsed entity's name: <c>ENTITY</c>.</summary>
    Entity,

    /// <summary>Several unparsed entities' names: <c>ENTITIES</c>.</summary>
    Entities,

    /// <summary>A name token: <c>NMTOKEN</c>.</summary>
    NmToken,

    /// <summary>Several name tokens: <c>NMTOKENS</c>.</summary>
    NmTokens,

    /// <summary>One of several declared notations: <c>NOTATION (…)</c>.</summary>
    Notation,

    /// <summary>One of several name tokens: <c>(a|b)</c>.</summary>
    Enumeration,
}
