namespace XmlJson.Mapping.Lossless;

/// <summary>
/// The form of one element's content, or the document's. The writer asks it how to write the next node; the reader asks the same question, to see whether what it reads is what would be
/// written.
/// </summary>
internal struct Content
{
    /// <summary>The layout's unit, which may be empty; null where nothing is implied.</summary>
    public byte[]? Unit;

    /// <summary>The number of elements around the content.</summary>
    public int Depth;

    public ContentMode Mode;

    /// <summary>Whether a node of the same key may join the last member in an array.</summary>
    public bool MayRepeat;

    /// <summary>The last member's key.</summary>
    public int Key;

    /// <summary>How long the white space is that the layout implies before a node.</summary>
    public readonly int ImpliedLength => Layout.LengthAt(Unit, Depth);

    /// <summary>The same for the end tag behind members. What is too deep to be implied for them is not implied for the end tag.</summary>
    public readonly int ImpliedLengthAtEnd => ImpliedLength > 0 ? Layout.LengthAt(Unit, Depth - 1) : 0;

    /// <summary>How the next node is written.</summary>
    /// <param name="text">The text before it that was not written; what is longer than any that is implied may be cut.</param>
    /// <param name="key">Its key.</param>
    /// <param name="isSeen">Whether a member has the key already.</param>
    /// <param name="unit">The unit in force from here on.</param>
    public readonly ContentStep StepFor(ReadOnlySpan<byte> text, int key, bool isSeen, out byte[]? unit)
    {
        unit = Unit;
        switch (Mode)
        {
            case ContentMode.Start or ContentMode.Plain when Layout.IsImplied(text, Unit, Depth):
                return StepForImplied(key, isSeen);
            case ContentMode.Start when text.IsEmpty:
                unit = null;
                return ContentStep.LayoutAndMember;
            case ContentMode.Start when Layout.TryFindUnit(text, Depth, out var found):
                unit = found;
                return ContentStep.LayoutAndMember;
            default:
                return ContentStep.Rest;
        }
    }

    /// <summary>The same, where the text before it is what is implied and the rest has not begun.</summary>
    public readonly ContentStep StepForImplied(int key, bool isSeen) =>
        Mode == ContentMode.Start ? ContentStep.Member
        : key == Key && MayRepeat ? ContentStep.Item
        : isSeen ? ContentStep.Rest
        : ContentStep.Member;

    /// <summary>Whether the element may end without a rest.</summary>
    /// <param name="text">The text before the end tag that was not written.</param>
    public readonly bool MayEnd(ReadOnlySpan<byte> text) => Mode switch
    {
        ContentMode.Plain => ImpliedLengthAtEnd == 0 ? text.IsEmpty : Layout.IsImplied(text, Unit, Depth - 1),
        ContentMode.Whole => text.IsEmpty,
        _ => true,
    };
}
