namespace XmlJson;

/// <summary>What an attribute-list declaration says of an attribute that is not in the start tag (XML 1.0 §3.3.2 [60]).</summary>
public enum AttributeDefaultKind : byte
{
    /// <summary>It is absent: <c>#IMPLIED</c>.</summary>
    Implied,

    /// <summary>It must be there, for the document to be valid: <c>#REQUIRED</c>.</summary>
    Required,

    /// <summary>It has the declared value.</summary>
    Value,

    /// <summary>It has the declared value, and in a valid document never another: <c>#FIXED</c>.</summary>
    Fixed,
}
