using System.Buffers;

namespace XmlJson.Mapping.Keyed;

/// <summary>Text of XML that a rule says is a number or a boolean.</summary>
internal static class TypedText
{
    /// <summary>Whether a text is one of the numbers of XML Schema that JSON lacks (Datatypes §3.2.5).</summary>
    public static bool IsSpecial(ReadOnlySpan<byte> text) => text.SequenceEqual("NaN"u8) || text.SequenceEqual("INF"u8) || text.SequenceEqual("-INF"u8);

    /// <summary>The JSON value of <c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>, or nothing.</summary>
    public static ReadOnlySpan<byte> BooleanOf(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'1'] => "true"u8,
        [(byte)'0'] => "false"u8,
        _ when text.SequenceEqual("true"u8) || text.SequenceEqual("false"u8) => text,
        _ => [],
    };

    /// <summary>Refuses a text that is not of its type; white space around it does not count.</summary>
    /// <exception cref="MappingException">It is not.</exception>
    public static void ThrowIfInvalid(ReadOnlySpan<byte> text, TextType type, LossRecorder losses)
    {
        text = text.Trim(" \n\t\r"u8);
        if (type == TextType.Boolean)
        {
            if (BooleanOf(text).IsEmpty)
            {
                losses.Throw(MappingErrorCode.InvalidValue, "The text is neither 'true' nor 'false', and the type rule says that it is.");
            }

            return;
        }

        var room = ArrayPool<byte>.Shared.Rent(text.Length + 2);
        var isNumber = NumberText.TryWrite(text, room, out _) || (type == TextType.Double && IsSpecial(text));
        ArrayPool<byte>.Shared.Return(room);
        if (!isNumber)
        {
            losses.Throw(MappingErrorCode.InvalidValue, "The text is no number, and the type rule says that it is one.");
        }
    }
}
