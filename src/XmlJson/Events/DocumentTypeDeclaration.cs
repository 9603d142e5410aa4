namespace XmlJson;

/// <summary>A document type declaration as written (XML 1.0 §2.8 [28]). Valid only during the call.</summary>
public readonly ref struct DocumentTypeDeclaration
{
    private readonly Parts _parts;

    /// <summary>Begins with the root element's name; identifiers and internal subset are set where there are any.</summary>
    /// <param name="name">The declared root element's name.</param>
    public DocumentTypeDeclaration(ReadOnlySpan<byte> name) => Name = name;

    [Flags]
    private enum Parts : byte
    {
        None,
        PublicId = 1,
        SystemId = 2,
        InternalSubset = 4,
    }

    /// <summary>The name the declaration gives, qualified as written.</summary>
    public ReadOnlySpan<byte> Name { get; init; }

    /// <summary>Whether a public identifier was given.</summary>
    public bool HasPublicId => (_parts & Parts.PublicId) != 0;

    /// <summary>The public identifier, as written between its quotes; empty when there is none.</summary>
    public ReadOnlySpan<byte> PublicId
    {
        get;
        init
        {
            field = value;
            _parts |= Parts.PublicId;
        }
    }

    /// <summary>Whether a system identifier was given, which may be an empty one.</summary>
    public bool HasSystemId => (_parts & Parts.SystemId) != 0;

    /// <summary>The system identifier, as written between its quotes; empty when there is none. Nothing is ever fetched for it.</summary>
    public ReadOnlySpan<byte> SystemId
    {
        get;
        init
        {
            field = value;
            _parts |= Parts.SystemId;
        }
    }

    /// <summary>Whether there is an internal subset, which may be an empty one.</summary>
    public bool HasInternalSubset => (_parts & Parts.InternalSubset) != 0;

    /// <summary>What stands between <c>[</c> and <c>]</c>, as written but for normalized line ends; empty when there is none.</summary>
    public ReadOnlySpan<byte> InternalSubset
    {
        get;
        init
        {
            field = value;
            _parts |= Parts.InternalSubset;
        }
    }
}
