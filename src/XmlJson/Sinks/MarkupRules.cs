using XmlJson.Text;

namespace XmlJson;

/// <summary>What comments, processing instructions and declarations may hold, for a writer: each method says what is wrong, or <see langword="null"/>.</summary>
internal static class MarkupRules
{
    /// <summary>XML 1.0 §2.5 [15] Comment.</summary>
    public static string? CheckComment(scoped ReadOnlySpan<byte> text) =>
        MarkupGrammar.IsCommentText(text) ? CheckText(text) : "A comment can neither hold '--' nor end with '-'.";

    /// <summary>XML 1.0 §2.6 [16] PI.</summary>
    public static string? CheckInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) =>
        !NameCharacters.IsName(target) ? "The target of a processing instruction is no XML name."
        : MarkupGrammar.IsReservedTarget(target) ? "The target 'xml' of a processing instruction is reserved."
        : !data.IsEmpty && Characters.IsWhiteSpace(data[0]) ? "The data of a processing instruction cannot begin with white space: a parser would not report it."
        : !MarkupGrammar.IsInstructionData(data) ? "The data of a processing instruction cannot hold '?>'."
        : CheckText(data);

    /// <summary>XML 1.0 §2.8 [28] doctypedecl, §4.2.2 [75] ExternalID.</summary>
    public static string? CheckDocumentType(scoped DocumentTypeDeclaration doctype) =>
        !NameCharacters.IsName(doctype.Name) ? "The name in a document type declaration is no XML name."
        : doctype.HasPublicId && !doctype.HasSystemId ? "A document type declaration with a public identifier must have a system identifier."
        : MarkupGrammar.FaultOfPublicId(doctype.PublicId) >= 0 ? "A public identifier holds a character that is not allowed there."
        : doctype.SystemId.Contains((byte)'"') && doctype.SystemId.Contains((byte)'\'') ? "A system identifier cannot hold both kinds of quotation marks."
        : CheckText(doctype.SystemId) ?? CheckText(doctype.InternalSubset)
            ?? (InternalSubsetExtent.IsWhole(doctype.InternalSubset) ? null : "The internal subset would end before its end, or not at it.");

    /// <summary>XML 1.0 §2.8 [26] VersionNum, fifth edition.</summary>
    public static string? CheckVersion(scoped ReadOnlySpan<byte> version) =>
        MarkupGrammar.IsVersionNumber(version) ? null : "An XML version is '1.' and digits.";

    public static string? CheckText(scoped ReadOnlySpan<byte> text) =>
        AllowedText.FirstInvalid(text) < 0 ? null : InvalidText;

    public const string InvalidText = "The value is no valid UTF-8 or holds a character that XML does not allow.";
}
