namespace XmlJson;

/// <summary>Reads conditional sections (XML 1.0 §3.4).</summary>
internal sealed class ConditionalSectionReader(DtdInput input)
{
    /// <summary>Reads the beginning of a section whose <c>&lt;![</c> was passed, and the whole of an ignored one.</summary>
    /// <param name="start">Where the section begins.</param>
    // [62] includeSect ::= '<![' S? 'INCLUDE' S? '[' extSubsetDecl ']]>'
    // [63] ignoreSect ::= '<![' S? 'IGNORE' S? '[' ignoreSectContents* ']]>'
    public void Read(int start)
    {
        if (!input.IsExternal)
        {
            throw input.ErrorAt(XmlErrorCode.MisplacedConditionalSection, "A conditional section may stand only in the external subset or in an external parameter entity.", start);
        }

        input.SkipWhiteSpace();
        var isIncluded = input.TryTake("INCLUDE"u8);
        if (!isIncluded && !input.TryTake("IGNORE"u8))
        {
            throw input.Unexpected(XmlErrorCode.InvalidConditionalSection, "'INCLUDE' or 'IGNORE'");
        }

        input.SkipWhiteSpace();
        if (!input.TryTake((byte)'['))
        {
            throw input.Unexpected(XmlErrorCode.InvalidConditionalSection, "'[' in a conditional section");
        }

        if (isIncluded)
        {
            input.OpenSections++;
        }
        else
        {
            Ignore();
        }
    }

    // [64] ignoreSectContents ::= Ignore ('<![' ignoreSectContents ']]>' Ignore)*
    // References are not recognized here, but a parameter entity that gave the keyword may end.
    private void Ignore()
    {
        var depth = 1;
        while (depth > 0)
        {
            var rest = input.Rest;
            var found = rest.IndexOfAny((byte)'<', (byte)']');
            if (found >= 0)
            {
                var isBegin = rest[found..].StartsWith("<!["u8);
                var isEnd = rest[found..].StartsWith("]]>"u8);
                depth += isBegin ? 1 : isEnd ? -1 : 0;
                input.Advance(found + (isBegin || isEnd ? 3 : 1));
                continue;
            }

            input.Advance(rest.Length);
            if (input.Kind != DtdFrameKind.Declaration)
            {
                throw input.Unterminated("an ignored section");
            }

            input.Pop();
        }
    }
}
