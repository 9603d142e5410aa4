namespace XmlJson;

/// <summary>What must still be done to an attribute's value, and where it came from.</summary>
[Flags]
internal enum AttributeRowFlags : byte
{
    None,

    /// <summary>The value holds references or white space that XML 1.0 §3.3.3 replaces.</summary>
    NeedsNormalization = 1,

    /// <summary>The value stands in the buffer's own bytes.</summary>
    Stored = 2,

    /// <summary>The attribute was not in the tag: its default was declared.</summary>
    Defaulted = 4,

    /// <summary><c>xmlns</c> or <c>xmlns:…</c>.</summary>
    NamespaceDeclaration = 8,

    /// <summary>The normalized value was worked out and stands in the buffer.</summary>
    Decoded = 16,

    /// <summary>The value refers to entities that only declarations can resolve.</summary>
    NeedsExpansion = 32,

    /// <summary>The document type declares the attribute for its element.</summary>
    Declared = 64,

    /// <summary>The name has a prefix to be looked up.</summary>
    NeedsNamespace = 128,

    /// <summary>Any of what makes a value another than the bytes of the tag.</summary>
    ElsewhereMask = NeedsNormalization | Stored,

    /// <summary>Any of what asks for the namespace declarations in force.</summary>
    AsksScopeMask = NamespaceDeclaration | NeedsNamespace,
}
