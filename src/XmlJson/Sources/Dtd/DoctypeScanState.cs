namespace XmlJson;

/// <summary>Where a <see cref="DoctypeScanner"/> stands.</summary>
internal enum DoctypeScanState : byte
{
    /// <summary>In the declaration, outside the internal subset.</summary>
    Header,

    /// <summary>In a literal of the header.</summary>
    HeaderLiteral,

    /// <summary>In the internal subset, between declarations.</summary>
    Subset,

    /// <summary>After <c>&lt;</c> in the subset.</summary>
    MarkupOpen,

    /// <summary>After <c>&lt;!</c>.</summary>
    DeclarationOpen,

    /// <summary>After <c>&lt;!-</c>.</summary>
    CommentOpen,

    /// <summary>In a comment.</summary>
    Comment,

    /// <summary>After <c>-</c> in a comment.</summary>
    CommentHyphen,

    /// <summary>After <c>--</c> in a comment.</summary>
    CommentHyphens,

    /// <summary>In a processing instruction.</summary>
    Instruction,

    /// <summary>After <c>?</c> in a processing instruction.</summary>
    InstructionQuestion,

    /// <summary>In a markup declaration.</summary>
    Declaration,

    /// <summary>In a literal of a markup declaration.</summary>
    DeclarationLiteral,

    /// <summary>After the <c>]</c> that ends the subset.</summary>
    AfterSubset,

    /// <summary>The <c>&gt;</c> that ends the declaration was found.</summary>
    Complete,

    /// <summary>What follows can belong to no declaration; reading what was scanned so far gives the error.</summary>
    Malformed,
}
