namespace XmlJson;

/// <summary>Reads comments and processing instructions between declarations (XML 1.0 §2.8 [27] Misc).</summary>
internal sealed class MiscReader(DtdInput input, DtdSettings settings)
{
    /// <summary>Reads a comment whose <c>&lt;!--</c> was passed.</summary>
    // [15] Comment ::= '<!--' ((Char - '-') | ('-' (Char - '-')))* '-->'
    public void ReadComment()
    {
        var rest = input.Rest;
        var length = rest.IndexOf("--"u8);
        if (length < 0)
        {
            throw input.Unterminated("a comment");
        }

        if (length + 2 == rest.Length || rest[length + 2] != '>')
        {
            throw input.ErrorAt(XmlErrorCode.DoubleHyphenInComment, "'--' may not stand in a comment, nor '-' right before its '-->'.", input.Offset + length);
        }

        input.Advance(length + 3);
        settings.Handler?.Comment(rest[..length]);
    }

    /// <summary>Reads a processing instruction whose <c>&lt;?</c> was passed.</summary>
    // [16] PI ::= '<?' PITarget (S (Char* - (Char* '?>' Char*)))? '?>'
    // [17] PITarget ::= Name - (('X' | 'x') ('M' | 'm') ('L' | 'l'))
    public void ReadInstruction()
    {
        var start = input.Offset;
        var target = input.ReadUnprefixedName("a processing instruction's target");
        if (target.SequenceEqual("xml"u8))
        {
            throw input.ErrorAt(XmlErrorCode.MisplacedXmlDeclaration, "An XML or text declaration may stand only at the very start of an entity.", start);
        }

        if (target.Length == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' && (target[2] | 0x20) == 'l')
        {
            throw input.ErrorAt(XmlErrorCode.ReservedTarget, $"The processing instruction target '{DtdInput.Show(target)}' is reserved.", start);
        }

        var hasData = input.SkipPlainWhiteSpace();
        var rest = input.Rest;
        var length = rest.IndexOf("?>"u8);
        if (length < 0)
        {
            throw input.Unterminated("a processing instruction");
        }

        if (length > 0 && !hasData)
        {
            throw input.Unexpected(XmlErrorCode.ExpectedWhiteSpace, "white space or '?>' after a processing instruction's target");
        }

        input.Advance(length + 2);
        settings.Handler?.ProcessingInstruction(target, rest[..length]);
    }
}
