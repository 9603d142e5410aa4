namespace XmlJson.Mapping;

/// <summary>Text that is exactly how a JSON number or boolean is written, so that writing it back gives the same text.</summary>
internal static class InferredText
{
    // What every double of so many decimal digits gives back.
    private const int MostDigits = 15;

    /// <summary>The type of a text: <see cref="ScalarType.Number"/>, <see cref="ScalarType.Boolean"/> or <see cref="ScalarType.String"/>.</summary>
    public static ScalarType TypeOf(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length > MostDigits + 2)
        {
            return ScalarType.String;
        }

        if (text[0] is (byte)'t' or (byte)'f')
        {
            return text.SequenceEqual("true"u8) || text.SequenceEqual("false"u8) ? ScalarType.Boolean : ScalarType.String;
        }

        return IsPlainNumber(text) ? ScalarType.Number : ScalarType.String;
    }

    // -?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?, but not -0, and nothing so small that a double is written with an exponent.
    private static bool IsPlainNumber(ReadOnlySpan<byte> text)
    {
        var digits = text[0] == '-' ? text[1..] : text;
        var whole = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var isWhole = whole < 0;
        whole = isWhole ? digits.Length : whole;
        if (whole == 0 || (digits[0] == '0' && whole > 1))
        {
            return false;
        }

        if (isWhole)
        {
            return digits.Length <= MostDigits && !(digits[0] == '0' && text[0] == '-');
        }

        var fraction = digits[(whole + 1)..];
        return digits[whole] == '.'
            && fraction.Length > 0
            && fraction[^1] != '0'
            && fraction.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && digits.Length - 1 <= MostDigits
            && !(digits[0] == '0' && fraction.StartsWith("0000"u8));
    }
}
