using System.Buffers;

namespace XmlJson.Text;

/// <summary>The small productions of XML 1.0 that readers and writers both ask about. Characters are another matter: <see cref="AllowedText"/>.</summary>
internal static class MarkupGrammar
{
    private static readonly SearchValues<byte> PublicIdCharacters =
        SearchValues.Create(" \r\n0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-'()+,./:=?;!*#@$_%"u8);

    private static readonly SearchValues<byte> EncodingNameCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-"u8);

    /// <summary>Where a public identifier stops being one; -1 when it is one.</summary>
    // [13] PubidChar ::= #x20 | #xD | #xA | [a-zA-Z0-9] | [-'()+,./:=?;!*#@$_%]
    public static int FaultOfPublicId(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(PublicIdCharacters);

    // [15] Comment ::= '<!--' ((Char - '-') | ('-' (Char - '-')))* '-->'
    public static bool IsCommentText(ReadOnlySpan<byte> text) => text is not [.., (byte)'-'] && text.IndexOf("--"u8) < 0;

    // [16] PI ::= '<?' PITarget (S (Char* - (Char* '?>' Char*)))? '?>'
    public static bool IsInstructionData(ReadOnlySpan<byte> text) => text.IndexOf("?>"u8) < 0;

    /// <summary>Whether a processing instruction's target is the one that is reserved.</summary>
    // [17] PITarget ::= Name - (('X' | 'x') ('M' | 'm') ('L' | 'l'))
    public static bool IsReservedTarget(ReadOnlySpan<byte> target) =>
        target is [(byte)'x' or (byte)'X', (byte)'m' or (byte)'M', (byte)'l' or (byte)'L'];

    // [26] VersionNum ::= '1.' [0-9]+     (fifth edition)
    public static bool IsVersionNumber(ReadOnlySpan<byte> text) =>
        text is [(byte)'1', (byte)'.', _, ..] && text[2..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    // [81] EncName ::= [A-Za-z] ([A-Za-z0-9._] | '-')*
    public static bool IsEncodingName(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && char.IsAsciiLetter((char)text[0]) && text.IndexOfAnyExcept(EncodingNameCharacters) < 0;
}
