using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>What XML demands of markup made from JSON values, beyond its characters: no value may end its markup or begin other.</summary>
internal static class MarkupRules
{
    // [15] Comment ::= '<!--' ((Char - '-') | ('-' (Char - '-')))* '-->'
    public static void CheckComment(ReadOnlySpan<byte> text, LossRecorder losses)
    {
        if (!MarkupGrammar.IsCommentText(text))
        {
            losses.Throw(MappingErrorCode.InvalidComment, "A comment can neither hold '--' nor end with '-'.");
        }
    }

    // [16] PI ::= '<?' PITarget (S (Char* - (Char* '?>' Char*)))? '?>'
    public static void CheckProcessingInstruction(ReadOnlySpan<byte> target, ReadOnlySpan<byte> data, LossRecorder losses)
    {
        if (!NameCharacters.IsNCName(target) || MarkupGrammar.IsReservedTarget(target) || !MarkupGrammar.IsInstructionData(data))
        {
            losses.Throw(MappingErrorCode.InvalidProcessingInstruction, "A processing instruction's target must be a name other than 'xml', without a colon, and its data cannot hold '?>'.");
        }
    }

    // [23] XMLDecl, [26] VersionNum, [81] EncName
    public static void CheckXmlDeclaration(ReadOnlySpan<byte> version, ReadOnlySpan<byte> encoding, ReadOnlySpan<byte> standalone, LossRecorder losses)
    {
        var isEncoding = encoding.IsEmpty || MarkupGrammar.IsEncodingName(encoding);
        var isStandalone = standalone.IsEmpty || standalone.SequenceEqual("yes"u8) || standalone.SequenceEqual("no"u8);
        if (!MarkupGrammar.IsVersionNumber(version) || !isEncoding || !isStandalone)
        {
            losses.Throw(MappingErrorCode.InvalidXmlDeclaration, "An XML declaration needs a version 1.x, an encoding's name if any, and 'yes' or 'no' for standalone if any.");
        }
    }

    // [28] doctypedecl, [11] SystemLiteral, [12] PubidLiteral
    public static void CheckDocumentType(
        ReadOnlySpan<byte> name, ReadOnlySpan<byte> publicId, ReadOnlySpan<byte> systemId, ReadOnlySpan<byte> subset, MappingOptions options, LossRecorder losses)
    {
        if (!NameCharacters.IsName(name) || MarkupGrammar.FaultOfPublicId(publicId) >= 0 || (systemId.Contains((byte)'"') && systemId.Contains((byte)'\'')))
        {
            losses.Throw(MappingErrorCode.InvalidDocumentType, "A document type declaration needs a name, a public identifier of the characters XML allows there if any, and a system identifier without both kinds of quotes.");
        }

        if (!subset.IsEmpty && !(options.AllowInternalSubset && InternalSubsetExtent.IsWhole(subset)))
        {
            losses.Throw(MappingErrorCode.InvalidDocumentType, "The internal subset would become markup: it is refused unless allowed, and when it would end the declaration.");
        }
    }

    /// <summary>The constraints of Namespaces in XML 1.0, by numbers in the table of names.</summary>
    public static void CheckNamespace(int prefix, int uri, LossRecorder losses)
    {
        if (NamespaceConstraints.Find(prefix, uri) != NamespaceFault.None)
        {
            losses.Throw(MappingErrorCode.InvalidNamespaceDeclaration, "A prefix cannot be bound to nothing, and 'xml' and 'xmlns' and their namespaces belong together.");
        }
    }
}
