namespace XmlJson.Trees;

/// <summary>Which attributes of the <c>xml</c> namespace an element that is reported by itself takes over from its ancestors.</summary>
internal enum XmlAttributeInheritance
{
    /// <summary>None.</summary>
    None,

    /// <summary>All of them, each from the nearest ancestor that has it (Canonical XML 1.0 §2.4).</summary>
    All,

    /// <summary><c>xml:lang</c> and <c>xml:space</c>; <c>xml:base</c> is joined from those of all ancestors and its own (Canonical XML 1.1 §2.4).</summary>
    Joined,
}
