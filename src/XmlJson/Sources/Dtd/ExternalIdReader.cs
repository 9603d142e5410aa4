using XmlJson.Text;

namespace XmlJson;

/// <summary>Reads external and public identifiers.</summary>
internal static class ExternalIdReader
{
    /// <summary>Reads an identifier; both parts as written.</summary>
    /// <param name="input">At <c>SYSTEM</c> or <c>PUBLIC</c>.</param>
    /// <param name="baseUri">What the system identifier is relative to.</param>
    /// <param name="mayLackSystemId">Whether a public identifier alone will do, as for a notation.</param>
    // [75] ExternalID ::= 'SYSTEM' S SystemLiteral | 'PUBLIC' S PubidLiteral S SystemLiteral
    // [83] PublicID ::= 'PUBLIC' S PubidLiteral
    public static ExternalIdentifier Read(DtdInput input, string? baseUri, bool mayLackSystemId = false)
    {
        if (input.TryTake("SYSTEM"u8))
        {
            input.RequireWhiteSpace("'SYSTEM'");
            return new ExternalIdentifier { SystemId = input.ReadLiteral("a system identifier"), BaseUri = baseUri };
        }

        if (!input.TryTake("PUBLIC"u8))
        {
            throw input.Unexpected(XmlErrorCode.InvalidExternalIdentifier, "'SYSTEM' or 'PUBLIC'");
        }

        input.RequireWhiteSpace("'PUBLIC'");
        var publicId = ReadPublicId(input);
        var space = input.SkipWhiteSpace();
        if (mayLackSystemId && !input.IsAtQuote)
        {
            return new ExternalIdentifier { PublicId = publicId, BaseUri = baseUri };
        }

        if (!space)
        {
            throw input.Unexpected(XmlErrorCode.ExpectedWhiteSpace, "white space after a public identifier");
        }

        return new ExternalIdentifier { PublicId = publicId, SystemId = input.ReadLiteral("a system identifier"), BaseUri = baseUri };
    }

    // [12] PubidLiteral ::= '"' PubidChar* '"' | "'" (PubidChar - "'")* "'"
    private static ReadOnlySpan<byte> ReadPublicId(DtdInput input)
    {
        var start = input.Offset + 1;
        var publicId = input.ReadLiteral("a public identifier");
        var wrong = MarkupGrammar.FaultOfPublicId(publicId);
        return wrong < 0
            ? publicId
            : throw input.ErrorAt(XmlErrorCode.InvalidPublicIdentifier, $"A public identifier may not hold '{DtdInput.ShowCharacter(publicId[wrong..])}'.", start + wrong);
    }
}
