using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>What XML demands of markup made from JSON values, beyond its characters: no value may end its markup or begin other.</summary>
internal static class MarkupRules
{
    // [15] Comment ::= '<!--' ((Char - '-') | ('-' (Char - '-')))* '-->'
    public static void CheckComment(ReadOnlySpan<byte> text, LossRecorder losses)
    {
        if (text.IndexOf("--"u8) >= 0 || text is [.., (byte)'-'])
        {
            losses.Throw(MappingErrorCode.InvalidComment, "A comment can neither hold '--' nor end with '-'.");
        }
    }

    // [16] PI ::= '<?' PITarget (S (Char* - (Char* '?>' Char*)))? '?>'
    public static void CheckProcessingInstruction(ReadOnlySpan<byte> target, ReadOnlySpan<byte> data, LossRecorder losses)
    {
        if (!NameCharacters.IsNCName(target) || IsXml(target) || data.IndexOf("?>"u8) >= 0)
        {
            losses.Throw(MappingErrorCode.InvalidProcessingInstruction, "A processing instruction's target must be a name other than 'xml', without a colon, and its data cannot hold '?>'.");
        }
    }

    // [23] XMLDecl, [26] VersionNum ::= '1.' [0-9]+, [81] EncName ::= [A-Za-z] ([A-Za-z0-9._] | '-')*
    public static void CheckXmlDeclaration(ReadOnlySpan<byte> version, ReadOnlySpan<byte> encoding, ReadOnlySpan<byte> standalone, LossRecorder losses)
    {
        var isVersion = version.Length > 2 && version.StartsWith("1."u8) && version[2..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
        var isEncoding = encoding.IsEmpty || (char.IsAsciiLetter((char)encoding[0]) && IsEncodingName(encoding));
        var isStandalone = standalone.IsEmpty || standalone.SequenceEqual("yes"u8) || standalone.SequenceEqual("no"u8);
        if (!isVersion || !isEncoding || !isStandalone)
        {
            losses.Throw(MappingErrorCode.InvalidXmlDeclaration, "An XML declaration needs a version 1.x, an encoding's name if any, and 'yes' or 'no' for standalone if any.");
        }
    }

    // [28] doctypedecl, [11] SystemLiteral, [12] PubidLiteral
    public static void CheckDocumentType(
        ReadOnlySpan<byte> name, ReadOnlySpan<byte> publicId, ReadOnlySpan<byte> systemId, ReadOnlySpan<byte> subset, MappingOptions options, LossRecorder losses)
    {
        if (!NameCharacters.IsName(name) || !IsPublicId(publicId) || (systemId.Contains((byte)'"') && systemId.Contains((byte)'\'')))
        {
            losses.Throw(MappingErrorCode.InvalidDocumentType, "A document type declaration needs a name, a public identifier of the characters XML allows there if any, and a system identifier without both kinds of quotes.");
        }

        if (!subset.IsEmpty && !(options.AllowInternalSubset && InternalSubset.IsContained(subset)))
        {
            losses.Throw(MappingErrorCode.InvalidDocumentType, "The internal subset would become markup: it is refused unless allowed, and when it would end the declaration.");
        }
    }

    // Namespaces in XML 1.0 §3 Reserved Prefixes and Namespace Names, §5 No Prefix Undeclaring
    public static void CheckNamespace(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> uri, LossRecorder losses)
    {
        var isXmlUri = uri.SequenceEqual("http://www.w3.org/XML/1998/namespace"u8);
        var isAllowed = prefix.SequenceEqual("xml"u8)
            ? isXmlUri
            : !prefix.SequenceEqual("xmlns"u8) && !isXmlUri && !uri.SequenceEqual("http://www.w3.org/2000/xmlns/"u8) && (prefix.IsEmpty || !uri.IsEmpty);
        if (!isAllowed)
        {
            losses.Throw(MappingErrorCode.InvalidNamespaceDeclaration, "A prefix cannot be bound to nothing, and 'xml' and 'xmlns' and their namespaces belong together.");
        }
    }

    private static bool IsXml(ReadOnlySpan<byte> target) =>
        target is [(byte)'x' or (byte)'X', (byte)'m' or (byte)'M', (byte)'l' or (byte)'L'];

    private static bool IsEncodingName(ReadOnlySpan<byte> name) =>
        name.IndexOfAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"u8) < 0;

    // [13] PubidChar
    private static bool IsPublicId(ReadOnlySpan<byte> id) =>
        id.IndexOfAnyExcept(" \r\nABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-'()+,./:=?;!*#@$_%"u8) < 0;
}
