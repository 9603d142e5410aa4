namespace XmlJson;

/// <summary>What reading a document type definition depends on.</summary>
internal sealed record DtdSettings
{
    /// <summary>Whether Namespaces in XML 1.0 applies: its rules on colons in names.</summary>
    public bool Namespaces { get; init; } = true;

    /// <summary>The standalone document declaration (XML 1.0 §2.9), if there is one.</summary>
    public bool? Standalone { get; init; }

    /// <summary>The URI of the document entity, if known.</summary>
    public string? BaseUri { get; init; }

    /// <summary>Gives the external subset and external entities; without it none is read.</summary>
    public IExternalEntities? External { get; init; }

    /// <summary>Who is told of the declarations.</summary>
    public IDeclarationHandler? Handler { get; init; }

    /// <summary>Who is told of the parameter entities and the external subset.</summary>
    public IEntityHandler? EntityHandler { get; init; }

    /// <summary>The most bytes that the declaration, the external subset and external parameter entities may have together.</summary>
    public long MaxLength { get; init; } = 16 << 20;

    /// <summary>The most entities that may be open inside one another.</summary>
    public int MaxEntityDepth { get; init; } = 256;

    /// <summary>The most bytes a name may have.</summary>
    public int MaxNameLength { get; init; } = 65_536;

    /// <summary>The most bytes an attribute's default value may have.</summary>
    public int MaxAttributeLength { get; init; } = int.MaxValue;

    /// <summary>How many names may be stored.</summary>
    public NameLimit NameLimit { get; init; } = new(int.MaxValue, Known: 0);
}
