namespace XmlJson;

/// <summary>Finds the end of a document type declaration (XML 1.0 §2.8 [28]) in input that may be cut anywhere; each byte is looked at once, however often it is cut.</summary>
/// <remarks>It checks no more than it needs to find the end: <see cref="DocumentTypeReader"/> checks all of it.</remarks>
internal struct DoctypeScanner
{
    private byte _quote;

    /// <summary>Where the scan stands; it is over with <see cref="DoctypeScanState.Complete"/> and <see cref="DoctypeScanState.Malformed"/>.</summary>
    public DoctypeScanState State { get; private set; }

    /// <summary>The number of bytes scanned; when the scan is over, the length of the declaration or of its well-formed beginning and the first byte that does not fit.</summary>
    public int Length { get; private set; }

    /// <summary>Where the internal subset begins, after its <c>[</c>; 0 when there is none.</summary>
    public int SubsetStart { get; private set; }

    /// <summary>Where the internal subset ends, at its <c>]</c>; 0 when that was not found.</summary>
    public int SubsetEnd { get; private set; }

    /// <summary>Whether no more input is needed.</summary>
    public readonly bool IsOver => State >= DoctypeScanState.Complete;

    /// <summary>Goes on with the scan.</summary>
    /// <param name="input">The input from <c>&lt;!DOCTYPE</c> on: what was given before, and more. Less, which is what a window cut at an invalid byte has, changes nothing.</param>
    /// <returns>Whether the scan is over.</returns>
    public bool Scan(ReadOnlySpan<byte> input)
    {
        var i = Length == 0 ? Math.Min("<!DOCTYPE".Length, input.Length) : Length;
        while (i < input.Length && !IsOver)
        {
            i = Step(input, i);
        }

        Length = i;
        return IsOver;
    }

    // Reads at least one byte and returns where to go on.
    private int Step(ReadOnlySpan<byte> input, int i)
    {
        switch (State)
        {
            case DoctypeScanState.HeaderLiteral:
                return SkipTo(input, i, _quote, DoctypeScanState.Header);
            case DoctypeScanState.DeclarationLiteral:
                return SkipTo(input, i, _quote, DoctypeScanState.Declaration);
            case DoctypeScanState.Comment:
                return SkipTo(input, i, (byte)'-', DoctypeScanState.CommentHyphen);
            case DoctypeScanState.Instruction:
                return SkipTo(input, i, (byte)'?', DoctypeScanState.InstructionQuestion);
            case DoctypeScanState.Declaration:
                return StepDeclaration(input, i);
            case DoctypeScanState.Header:
                StepHeader(input[i], i);
                return i + 1;
            default:
                State = Next(State, input[i]);
                if (State == DoctypeScanState.AfterSubset && SubsetEnd == 0)
                {
                    SubsetEnd = i;
                }

                return i + 1;
        }
    }

    private int SkipTo(ReadOnlySpan<byte> input, int i, byte end, DoctypeScanState next)
    {
        var found = input[i..].IndexOf(end);
        if (found < 0)
        {
            return input.Length;
        }

        State = next;
        return i + found + 1;
    }

    private int StepDeclaration(ReadOnlySpan<byte> input, int i)
    {
        var found = input[i..].IndexOfAny("\"'<>"u8);
        if (found < 0)
        {
            return input.Length;
        }

        i += found;
        switch (input[i])
        {
            case (byte)'>':
                State = DoctypeScanState.Subset;
                break;
            case (byte)'<':
                State = DoctypeScanState.Malformed;
                break;
            default:
                _quote = input[i];
                State = DoctypeScanState.DeclarationLiteral;
                break;
        }

        return i + 1;
    }

    private void StepHeader(byte b, int i)
    {
        switch (b)
        {
            case (byte)'"' or (byte)'\'':
                _quote = b;
                State = DoctypeScanState.HeaderLiteral;
                break;
            case (byte)'[':
                SubsetStart = i + 1;
                State = DoctypeScanState.Subset;
                break;
            case (byte)'>':
                State = DoctypeScanState.Complete;
                break;
            case (byte)'<':
                State = DoctypeScanState.Malformed;
                break;
        }
    }

    // The states that look at a single byte.
    private static DoctypeScanState Next(DoctypeScanState state, byte b) => (state, b) switch
    {
        (DoctypeScanState.Subset, (byte)'<') => DoctypeScanState.MarkupOpen,
        (DoctypeScanState.Subset, (byte)']') => DoctypeScanState.AfterSubset,
        (DoctypeScanState.Subset, (byte)'>' or (byte)'"' or (byte)'\'') => DoctypeScanState.Malformed,
        (DoctypeScanState.Subset, _) => DoctypeScanState.Subset,
        (DoctypeScanState.MarkupOpen, (byte)'!') => DoctypeScanState.DeclarationOpen,
        (DoctypeScanState.MarkupOpen, (byte)'?') => DoctypeScanState.Instruction,
        (DoctypeScanState.DeclarationOpen, (byte)'-') => DoctypeScanState.CommentOpen,
        (DoctypeScanState.DeclarationOpen, >= (byte)'A' and <= (byte)'Z') => DoctypeScanState.Declaration,
        (DoctypeScanState.CommentOpen, (byte)'-') => DoctypeScanState.Comment,
        (DoctypeScanState.CommentHyphen, (byte)'-') => DoctypeScanState.CommentHyphens,
        (DoctypeScanState.CommentHyphen, _) => DoctypeScanState.Comment,
        (DoctypeScanState.CommentHyphens, (byte)'>') => DoctypeScanState.Subset,
        (DoctypeScanState.InstructionQuestion, (byte)'>') => DoctypeScanState.Subset,
        (DoctypeScanState.InstructionQuestion, (byte)'?') => DoctypeScanState.InstructionQuestion,
        (DoctypeScanState.InstructionQuestion, _) => DoctypeScanState.Instruction,
        (DoctypeScanState.AfterSubset, (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r') => DoctypeScanState.AfterSubset,
        (DoctypeScanState.AfterSubset, (byte)'>') => DoctypeScanState.Complete,
        _ => DoctypeScanState.Malformed,
    };
}
