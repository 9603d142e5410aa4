namespace XmlJson;

/// <summary>End-of-line handling, XML 1.0 §2.11.</summary>
internal static class LineEnds
{
    /// <summary>Turns <c>\r\n</c> and a lone <c>\r</c> into <c>\n</c>, in place.</summary>
    /// <returns>The length that remains.</returns>
    public static int Normalize(Span<byte> text)
    {
        var read = text.IndexOf((byte)'\r');
        if (read < 0)
        {
            return text.Length;
        }

        var written = read;
        while (read < text.Length)
        {
            // The place written to may be the one read from.
            read += text[read..].StartsWith("\r\n"u8) ? 2 : 1;
            text[written++] = (byte)'\n';
            var plain = text[read..].IndexOf((byte)'\r');
            plain = plain < 0 ? text.Length - read : plain;
            text.Slice(read, plain).CopyTo(text[written..]);
            written += plain;
            read += plain;
        }

        return written;
    }
}
