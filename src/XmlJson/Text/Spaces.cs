namespace XmlJson.Text;

/// <summary>Normalization of tokens: attribute values of all types but CDATA (XML 1.0 §3.3.3), and public identifiers (§4.2.2).</summary>
internal static class Spaces
{
    /// <summary>Drops leading and trailing spaces and makes one of several, in place. Other white space is data here.</summary>
    /// <returns>The length that remains.</returns>
    public static int Collapse(Span<byte> value)
    {
        var written = 0;
        var isPending = false;
        foreach (var b in value)
        {
            if (b == ' ')
            {
                isPending = written > 0;
                continue;
            }

            if (isPending)
            {
                value[written++] = (byte)' ';
                isPending = false;
            }

            value[written++] = b;
        }

        return written;
    }

    /// <summary>A public identifier with its white space normalized.</summary>
    public static byte[] NormalizePublicId(ReadOnlySpan<byte> publicId)
    {
        var value = publicId.ToArray();
        value.AsSpan().Replace((byte)'\n', (byte)' ');
        value.AsSpan().Replace((byte)'\r', (byte)' ');
        return value[..Collapse(value)];
    }
}
