namespace XmlJson;

/// <summary>A text that is being read, and how far.</summary>
internal struct DtdFrame
{
    public byte[] Bytes;
    public int Start;
    public int Position;
    public int End;

    /// <summary>The entity whose text this is; <see langword="null"/> for the document itself.</summary>
    public EntityDeclaration? Entity;

    public DtdFrameKind Kind;

    /// <summary>Whether this is external text, or is referred to from such: parameter-entity references may stand anywhere, and conditional sections are allowed.</summary>
    public bool IsExternal;

    /// <summary>What system identifiers in this text are relative to.</summary>
    public string? BaseUri;

    /// <summary>Where the reference that is being read begins; meaningful while it is.</summary>
    public int ReferenceOffset;

    /// <summary>How many conditional sections were open where this text began; they cannot end in it, unless it is within a declaration.</summary>
    public int OuterSections;
}
