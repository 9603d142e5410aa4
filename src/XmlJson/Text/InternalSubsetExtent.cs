namespace XmlJson.Text;

/// <summary>
/// Finds where an internal subset ends (XML 1.0 §2.8 [28a], [28b]), looking only at what can hide a bracket: comments, processing instructions, and literals in declarations.
/// Whether the declarations are right is not looked at.
/// </summary>
internal static class InternalSubsetExtent
{
    /// <summary>Whether <c>]</c> put after this text would end the subset, and none in it does.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> subset)
    {
        while (true)
        {
            var next = subset.IndexOfAny("<]"u8);
            if (next < 0)
            {
                return true;
            }

            subset = subset[next..];
            var length = subset.StartsWith("<!--"u8) ? LengthTo(subset, 4, "-->"u8)
                : subset.StartsWith("<?"u8) ? LengthTo(subset, 2, "?>"u8)
                : subset.StartsWith("<!"u8) ? DeclarationLength(subset)
                : -1;
            if (length < 0)
            {
                return false;
            }

            subset = subset[length..];
        }
    }

    private static int LengthTo(ReadOnlySpan<byte> text, int start, ReadOnlySpan<byte> end)
    {
        var at = text[start..].IndexOf(end);
        return at < 0 ? -1 : start + at + end.Length;
    }

    private static int DeclarationLength(ReadOnlySpan<byte> text)
    {
        for (var i = 0; ;)
        {
            var next = text[i..].IndexOfAny(">\"'"u8);
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (text[i] == '>')
            {
                return i + 1;
            }

            i = LengthTo(text, i + 1, text.Slice(i, 1));
            if (i < 0)
            {
                return -1;
            }
        }
    }
}
