namespace XmlJson;

/// <summary>What an element type declaration lets an element hold (XML 1.0 §3.2).</summary>
internal enum ElementContentKind : byte
{
    /// <summary>There is no declaration.</summary>
    Undeclared,

    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Anything.</summary>
    Any,

    /// <summary>Text, and perhaps elements (§3.2.2).</summary>
    Mixed,

    /// <summary>Elements alone (§3.2.1): white space between them is <see cref="TextKind.WhiteSpace"/>.</summary>
    Children,
}
