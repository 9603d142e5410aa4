namespace XmlJson;

/// <summary>What is known of a stored name: its parts, by number.</summary>
internal readonly record struct NameInfo(int Prefix, int Local, NameFlags Flags)
{
    public bool IsPrefixed => (Flags & NameFlags.Prefixed) != 0;

    public bool IsQualifiedName => (Flags & NameFlags.QualifiedName) != 0;

    public bool IsNamespaceDeclaration => (Flags & NameFlags.NamespaceDeclaration) != 0;
}
