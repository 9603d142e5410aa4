using XmlJson.Text;

namespace XmlJson;

/// <summary>What is known of a stored name: its bytes, and its parts by number.</summary>
internal readonly struct NameInfo(StoredBytes name, StoredBytes localName, int prefix, int local, NameFlags flags)
{
    /// <summary>The name as it is written.</summary>
    public readonly StoredBytes Name = name;

    /// <summary>What follows the colon, or all of it.</summary>
    public readonly StoredBytes LocalName = localName;

    /// <summary>The number of the prefix.</summary>
    public readonly int Prefix = prefix;

    /// <summary>The number of the local part.</summary>
    public readonly int Local = local;

    /// <summary>What sources ask for.</summary>
    public readonly NameFlags Flags = flags;

    public bool IsPrefixed => (Flags & NameFlags.Prefixed) != 0;

    public bool IsQualifiedName => (Flags & NameFlags.QualifiedName) != 0;

    public bool IsNamespaceDeclaration => (Flags & NameFlags.NamespaceDeclaration) != 0;
}
