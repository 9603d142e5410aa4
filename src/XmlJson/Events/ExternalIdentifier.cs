namespace XmlJson;

/// <summary>The external or public identifier of a declaration (XML 1.0 §4.2.2 [75], §4.7 [83]). Valid only during the call.</summary>
public readonly ref struct ExternalIdentifier
{
    /// <summary>Whether there is a public identifier.</summary>
    public bool HasPublicId { get; private init; }

    /// <summary>The public identifier with its white space normalized (XML 1.0 §4.2.2); empty when there is none.</summary>
    public ReadOnlySpan<byte> PublicId
    {
        get;
        init
        {
            field = value;
            HasPublicId = true;
        }
    }

    /// <summary>Whether there is a system identifier, which may be an empty one. Only a notation may be without.</summary>
    public bool HasSystemId { get; private init; }

    /// <summary>The system identifier as written, not resolved; empty when there is none. Nothing is ever fetched for it.</summary>
    public ReadOnlySpan<byte> SystemId
    {
        get;
        init
        {
            field = value;
            HasSystemId = true;
        }
    }

    /// <summary>What a relative <see cref="SystemId"/> is relative to: the URI of the entity that holds the declaration; <see langword="null"/> where it is not known.</summary>
    public string? BaseUri { get; init; }
}
