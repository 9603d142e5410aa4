namespace XmlJson.Mapping;

/// <summary>Makes names of the keys on an <see cref="EventTape"/>, in the scope of the element whose turn it is.</summary>
internal abstract class EventNames
{
    // By key, where the name has no prefix and neither declares a namespace nor needs one declared: its number + 1.
    private int[] _plain = new int[64];

    // By key of an attribute whose name has the prefix xml, which is bound for good (Namespaces in XML 1.0 §3): its number + 1.
    private int[] _inXml = new int[64];

    /// <summary>The table all names come from.</summary>
    public XmlNames Table { get; } = new();

    /// <summary>The namespace declarations in force.</summary>
    public NamespaceScope Scope { get; } = new();

    /// <summary>What the root element declares whatever its keys say.</summary>
    public NamespaceDeclaration[] RootDeclarations { get; protected init; } = [];

    /// <summary>Whether <see cref="DeclarationsFor"/> may give any.</summary>
    public bool MayNeedDeclarations { get; protected init; }

    /// <summary>The number of a key's name where that is all there is to know: an element's is in the default namespace, an attribute's in none; otherwise -1.</summary>
    public int PlainName(int key)
    {
        var plain = _plain;
        return (uint)key < (uint)plain.Length ? plain[key] - 1 : -1;
    }

    /// <summary>The number of the name of an attribute's key that has the prefix <c>xml</c>; otherwise -1.</summary>
    public int NameInXml(int key)
    {
        var inXml = _inXml;
        return (uint)key < (uint)inXml.Length ? inXml[key] - 1 : -1;
    }

    /// <summary>The declarations that a name, or a value that the mapping made, needs and no key makes.</summary>
    public virtual ReadOnlySpan<NamespaceDeclaration> DeclarationsFor(int key, bool isAttribute) => [];

    /// <summary>A key as it stands in the JSON.</summary>
    public abstract ReadOnlySpan<byte> Key(int key);

    /// <summary>An element's name.</summary>
    public abstract XmlName Element(int key);

    /// <summary>An attribute's name.</summary>
    public abstract XmlName Attribute(int key);

    /// <summary>Whether an attribute's key declares a namespace, and for which prefix.</summary>
    public abstract bool IsDeclaration(int key, out int prefix);

    /// <summary>A processing instruction's target.</summary>
    public abstract ReadOnlySpan<byte> Target(int key);

    /// <summary>Tells what <see cref="PlainName"/> says from now on.</summary>
    protected void SetPlain(int key, int name) => Set(ref _plain, key, name);

    /// <summary>Tells what <see cref="NameInXml"/> says from now on.</summary>
    protected void SetInXml(int key, int name) => Set(ref _inXml, key, name);

    private static void Set(ref int[] names, int key, int name)
    {
        if (key >= names.Length)
        {
            Array.Resize(ref names, Math.Max(key + 1, names.Length * 2));
        }

        names[key] = name + 1;
    }
}
