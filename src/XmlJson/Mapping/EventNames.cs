namespace XmlJson.Mapping;

/// <summary>Makes names of the keys on an <see cref="EventTape"/>, in the scope of the element whose turn it is.</summary>
internal abstract class EventNames
{
    protected EventNames()
    {
        ImpliedPrefix = -1;
    }

    /// <summary>The table all names come from.</summary>
    public XmlNames Table { get; } = new();

    /// <summary>The namespace declarations in force.</summary>
    public NamespaceScope Scope { get; } = new();

    /// <summary>The prefix that some attributes have though no key declares it, or -1.</summary>
    public int ImpliedPrefix { get; protected init; }

    /// <summary>The namespace that <see cref="ImpliedPrefix"/> stands for.</summary>
    public int ImpliedNamespace { get; protected init; }

    /// <summary>The attribute that declares it.</summary>
    public XmlName ImpliedDeclaration { get; protected init; }

    /// <summary>What the root element declares whatever its keys say.</summary>
    public NamespaceDeclaration[] RootDeclarations { get; protected init; } = [];

    /// <summary>Whether keys are names with their namespaces, and elements declare what their names need.</summary>
    public bool ExpandsNames { get; protected init; }

    /// <summary>The declaration that a name needs to be in its namespace; null when it needs none.</summary>
    public virtual NamespaceDeclaration? DeclarationFor(int key, bool isAttribute) => null;

    /// <summary>Whether an attribute that the mapping adds needs the declarations of the root.</summary>
    public virtual bool UsesRootDeclarations(int key) => false;

    /// <summary>A key as it stands in the JSON.</summary>
    public abstract ReadOnlySpan<byte> Key(int key);

    /// <summary>An element's name.</summary>
    public abstract XmlName Element(int key);

    /// <summary>An attribute's name.</summary>
    public abstract XmlName Attribute(int key);

    /// <summary>Whether an attribute's key declares a namespace, and for which prefix.</summary>
    public abstract bool IsDeclaration(int key, out int prefix);

    /// <summary>Whether an attribute has the implied prefix.</summary>
    public abstract bool IsImplied(int key);

    /// <summary>A processing instruction's target.</summary>
    public abstract ReadOnlySpan<byte> Target(int key);
}
