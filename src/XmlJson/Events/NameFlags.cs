namespace XmlJson;

/// <summary>Facts about a stored name that a source asks for at every occurrence.</summary>
[Flags]
internal enum NameFlags : byte
{
    None,

    /// <summary>Namespaces in XML 1.0 §4 [7] QName: at most one colon, with a name on each side.</summary>
    QualifiedName = 1,

    /// <summary>A QName with a prefix.</summary>
    Prefixed = 2,

    /// <summary><c>xmlns</c> or <c>xmlns:…</c>.</summary>
    NamespaceDeclaration = 4,
}
