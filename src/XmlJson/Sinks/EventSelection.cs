namespace XmlJson;

/// <summary>Which events a <see cref="Filter{THandler}"/> lets pass: all, unless said otherwise. Combine by <c>with</c>, or by filters in filters.</summary>
public sealed record EventSelection
{
    /// <summary>Everything passes: the selection to begin with.</summary>
    public static EventSelection All { get; } = new();

    /// <summary>What a document says: no comments, no processing instructions, no document type declaration, and CDATA sections as text.</summary>
    public static EventSelection Content { get; } = new() { Comments = false, ProcessingInstructions = false, DocumentType = false, CDataSections = false };

    /// <summary>Whether comments pass; text on both sides of one that does not is one text.</summary>
    public bool Comments { get; init; } = true;

    /// <summary>Whether processing instructions pass.</summary>
    public bool ProcessingInstructions { get; init; } = true;

    /// <summary>Whether the document type declaration passes.</summary>
    public bool DocumentType { get; init; } = true;

    /// <summary>Whether CDATA sections stay such; otherwise what they hold becomes text, one with the text beside it.</summary>
    public bool CDataSections { get; init; } = true;

    /// <summary>
    /// Whether white space passes that is all the text between two tags, comments or processing instructions that pass. Other text passes with all its white space, and so does what
    /// <c>xml:space="preserve"</c> governs (XML 1.0 §2.10), what stands in a CDATA section or beside one, and what an element without any child holds.
    /// </summary>
    public bool WhiteSpace { get; init; } = true;

    /// <summary>Asked for each element: whether it passes, with all that is in it. <see langword="null"/> when all do. Not asked inside an element that does not pass.</summary>
    public ElementPredicate? Elements { get; init; }
}
