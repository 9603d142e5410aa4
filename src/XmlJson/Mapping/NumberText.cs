namespace XmlJson.Mapping;

/// <summary>The text of numbers: JSON's grammar (RFC 8259 §6) is a part of that of xs:double (XML Schema Datatypes §3.2.5), which also has <c>+1</c>, <c>01</c>, <c>.5</c> and <c>1.</c>.</summary>
internal static class NumberText
{
    /// <summary>Writes a finite number by JSON's grammar, digit by digit as it stands.</summary>
    /// <param name="text">An xs:double, without white space around it.</param>
    /// <param name="destination">At least two bytes longer.</param>
    /// <param name="written">The number of bytes written.</param>
    /// <returns>Whether the text is a number.</returns>
    public static bool TryWrite(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        written = 0;
        if (text is [(byte)'-', ..])
        {
            destination[written++] = (byte)'-';
            text = text[1..];
        }
        else if (text is [(byte)'+', ..])
        {
            text = text[1..];
        }

        var whole = TakeDigits(ref text);
        var fraction = ReadOnlySpan<byte>.Empty;
        if (text is [(byte)'.', ..])
        {
            text = text[1..];
            fraction = TakeDigits(ref text);
        }

        if (whole.IsEmpty && fraction.IsEmpty)
        {
            return false;
        }

        // One digit before the point at least, and no zero before others.
        whole = whole.TrimStart((byte)'0');
        Append(whole.IsEmpty ? "0"u8 : whole, destination, ref written);
        if (!fraction.IsEmpty)
        {
            Append("."u8, destination, ref written);
            Append(fraction, destination, ref written);
        }

        return text.IsEmpty || TryWriteExponent(text, destination, ref written);
    }

    private static bool TryWriteExponent(ReadOnlySpan<byte> text, Span<byte> destination, ref int written)
    {
        var length = text is [(byte)'e' or (byte)'E', (byte)'+' or (byte)'-', ..] ? 2 : text[0] is (byte)'e' or (byte)'E' ? 1 : 0;
        var digits = text[length..];
        if (length == 0 || digits.IsEmpty || digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        Append(text, destination, ref written);
        return true;
    }

    private static ReadOnlySpan<byte> TakeDigits(scoped ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits;
    }

    private static void Append(ReadOnlySpan<byte> text, Span<byte> destination, ref int written)
    {
        text.CopyTo(destination[written..]);
        written += text.Length;
    }
}
