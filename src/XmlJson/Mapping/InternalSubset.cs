namespace XmlJson.Mapping;

/// <summary>Looks at a text that is to stand between <c>[</c> and <c>]</c> of a document type declaration.</summary>
internal static class InternalSubset
{
    /// <summary>
    /// Whether the text stays inside: outside of literals, comments and processing instructions there is no <c>]</c> (XML 1.0 §2.8 [28b] has none), and each of these is closed.
    /// </summary>
    public static bool IsContained(ReadOnlySpan<byte> text)
    {
        var inDeclaration = false;
        while (true)
        {
            var next = text.IndexOfAny("<>]\"'"u8);
            if (next < 0)
            {
                return !inDeclaration;
            }

            text = text[next..];
            var end = End(text, inDeclaration);
            if (end.IsEmpty)
            {
                switch (text[0])
                {
                    case (byte)'<' when !inDeclaration:
                        inDeclaration = true;
                        break;
                    case (byte)'>' when inDeclaration:
                        inDeclaration = false;
                        break;
                    default:
                        return false;
                }

                text = text[1..];
                continue;
            }

            var opening = text.StartsWith("<!--"u8) ? 4 : text[0] == '<' ? 2 : 1;
            var length = text[opening..].IndexOf(end);
            if (length < 0)
            {
                return false;
            }

            text = text[(opening + length + end.Length)..];
        }
    }

    // What closes the literal, comment or instruction that begins here; empty when none does. Comments do not begin inside declarations.
    private static ReadOnlySpan<byte> End(ReadOnlySpan<byte> text, bool inDeclaration) => text switch
    {
        [(byte)'"', ..] when inDeclaration => "\""u8,
        [(byte)'\'', ..] when inDeclaration => "'"u8,
        [(byte)'<', (byte)'!', (byte)'-', (byte)'-', ..] when !inDeclaration => "-->"u8,
        [(byte)'<', (byte)'?', ..] when !inDeclaration => "?>"u8,
        _ => [],
    };
}
