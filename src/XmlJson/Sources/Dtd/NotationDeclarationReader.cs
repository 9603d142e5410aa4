using XmlJson.Text;

namespace XmlJson;

/// <summary>Reads notation declarations (XML 1.0 §4.7).</summary>
internal sealed class NotationDeclarationReader(DtdInput input, DtdSettings settings)
{
    /// <summary>Reads a declaration whose <c>&lt;!NOTATION</c> was passed.</summary>
    /// <param name="baseUri">What a system identifier in it is relative to.</param>
    // [82] NotationDecl ::= '<!NOTATION' S Name S (ExternalID | PublicID) S? '>'
    public void Read(string? baseUri)
    {
        input.RequireWhiteSpace("'<!NOTATION'");
        var name = input.ReadUnprefixedName("a notation's name");
        input.RequireWhiteSpace("a notation's name");
        var identifier = ExternalIdReader.Read(input, baseUri, mayLackSystemId: true);
        input.RequireEnd(XmlErrorCode.InvalidNotationDeclaration);
        if (settings.Handler is { } handler)
        {
            if (identifier.HasPublicId)
            {
                identifier = identifier with { PublicId = Spaces.NormalizePublicId(identifier.PublicId) };
            }

            handler.NotationDeclaration(name, in identifier);
        }
    }
}
