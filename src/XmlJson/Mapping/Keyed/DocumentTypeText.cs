namespace XmlJson.Mapping.Keyed;

/// <summary>A document type declaration as one text: what stands between <c>&lt;!DOCTYPE</c> and <c>&gt;</c>.</summary>
// [28] doctypedecl ::= '<!DOCTYPE' S Name (S ExternalID)? S? ('[' intSubset ']' S?)? '>'
internal readonly ref struct DocumentTypeText
{
    private DocumentTypeText(ReadOnlySpan<byte> name) => Name = name;

    public ReadOnlySpan<byte> Name { get; }

    public ReadOnlySpan<byte> PublicId { get; private init; }

    public bool HasPublicId { get; private init; }

    public ReadOnlySpan<byte> SystemId { get; private init; }

    public bool HasSystemId { get; private init; }

    public ReadOnlySpan<byte> InternalSubset { get; private init; }

    public bool HasInternalSubset { get; private init; }

    /// <summary>The text of a declaration.</summary>
    public static byte[] Write(scoped DocumentTypeDeclaration documentType)
    {
        var quote = documentType.SystemId.Contains((byte)'"') ? "'"u8 : "\""u8;
        var text = new List<byte>([.. documentType.Name]);
        if (documentType.HasPublicId)
        {
            text.AddRange([.. " PUBLIC \""u8, .. documentType.PublicId, .. "\""u8]);
        }

        if (documentType.HasSystemId)
        {
            text.AddRange([.. documentType.HasPublicId ? " "u8 : " SYSTEM "u8, .. quote, .. documentType.SystemId, .. quote]);
        }

        if (documentType.HasInternalSubset)
        {
            text.AddRange([.. " ["u8, .. documentType.InternalSubset, .. "]"u8]);
        }

        return [.. text];
    }

    /// <summary>The text with white space and quotes as <see cref="Write(DocumentTypeDeclaration)"/> has them.</summary>
    public byte[] Write()
    {
        var documentType = new DocumentTypeDeclaration(Name);
        documentType = HasPublicId ? documentType with { PublicId = PublicId } : documentType;
        documentType = HasSystemId ? documentType with { SystemId = SystemId } : documentType;
        return Write(HasInternalSubset ? documentType with { InternalSubset = InternalSubset } : documentType);
    }

    /// <summary>Takes a text apart. What its parts may hold is checked elsewhere.</summary>
    /// <returns>Whether it has the form of a declaration.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out DocumentTypeText parts)
    {
        text = text.Trim(Space);
        parts = default;
        var end = text.IndexOfAny(" \n\t\r["u8);
        var name = end < 0 ? text : text[..end];
        text = text[name.Length..].TrimStart(Space);
        var publicId = default(ReadOnlySpan<byte>);
        var systemId = default(ReadOnlySpan<byte>);
        var hasPublicId = TryTakeWord(ref text, "PUBLIC"u8);
        if ((hasPublicId && !TryTakeLiteral(ref text, out publicId)) || ((TryTakeWord(ref text, "SYSTEM"u8) || hasPublicId) is var hasSystemId && hasSystemId && !TryTakeLiteral(ref text, out systemId)))
        {
            return false;
        }

        var hasSubset = text is [(byte)'[', .., (byte)']'];
        parts = new DocumentTypeText(name)
        {
            PublicId = publicId,
            HasPublicId = hasPublicId,
            SystemId = systemId,
            HasSystemId = hasSystemId,
            InternalSubset = hasSubset ? text[1..^1] : [],
            HasInternalSubset = hasSubset,
        };
        return hasSubset || text.IsEmpty;
    }

    private static ReadOnlySpan<byte> Space => " \n\t\r"u8;

    private static bool TryTakeWord(scoped ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        if (!text.StartsWith(word))
        {
            return false;
        }

        text = text[word.Length..].TrimStart(Space);
        return true;
    }

    // [11] SystemLiteral ::= ('"' [^"]* '"') | ("'" [^']* "'")
    private static bool TryTakeLiteral(scoped ref ReadOnlySpan<byte> text, out ReadOnlySpan<byte> literal)
    {
        literal = default;
        if (text is not [(byte)'"' or (byte)'\'', ..] || text[1..].IndexOf(text[0]) is not (>= 0 and var length))
        {
            return false;
        }

        literal = text.Slice(1, length);
        text = text[(length + 2)..].TrimStart(Space);
        return true;
    }
}
