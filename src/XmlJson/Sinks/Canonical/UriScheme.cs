namespace XmlJson;

/// <summary>What tells a URI from a relative reference (RFC 3986 §4.1).</summary>
internal static class UriScheme
{
    /// <summary>Whether a reference begins with a scheme, so that it is not relative.</summary>
    // scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )
    public static bool IsPresent(scoped ReadOnlySpan<byte> reference)
    {
        if (reference.IsEmpty || !char.IsAsciiLetter((char)reference[0]))
        {
            return false;
        }

        foreach (var b in reference)
        {
            if (b == (byte)':')
            {
                return true;
            }

            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'+' or (byte)'-' or (byte)'.'))
            {
                return false;
            }
        }

        return false;
    }
}
