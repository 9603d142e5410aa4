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

    /// <summary>Reports what a type changes of a text: white space around it does not count, and numbers and booleans of XML Schema may be written in other ways than JSON's.</summary>
    /// <exception cref="MappingException">The text is not of its type, or the options are strict.</exception>
    public static void Report(ReadOnlySpan<byte> text, TextType type, LossRecorder losses)
    {
        if (type <= TextType.Inferred)
        {
            return;
        }

        var trimmed = text.Trim(" \n\t\r"u8);
        if (type == TextType.Double && IsSpecial(trimmed))
        {
            return;
        }

        if (trimmed.Length < text.Length)
        {
            losses.Add(MappingLossKind.WhiteSpace);
        }

        if (!(type == TextType.Boolean ? IsJsonBoolean(trimmed, losses) : IsJsonNumber(trimmed, losses)))
        {
            losses.Add(MappingLossKind.LexicalForm);
        }
    }

    private static bool IsJsonBoolean(ReadOnlySpan<byte> text, LossRecorder losses)
    {
        var boolean = BooleanOf(text);
        if (boolean.IsEmpty)
        {
            losses.Throw(MappingErrorCode.InvalidValue, "The text is neither 'true' nor 'false', and the type rule says that it is.");
        }

        return boolean.SequenceEqual(text);
    }

    private static bool IsJsonNumber(ReadOnlySpan<byte> text, LossRecorder losses)
    {
        // A zero before the point may be added.
        var room = ArrayPool<byte>.Shared.Rent(text.Length + 2);
        try
        {
            if (!NumberText.TryWrite(text, room, out var length))
            {
                losses.Throw(MappingErrorCode.InvalidValue, "The text is no number, and the type rule says that it is one.");
            }

            return room.AsSpan(0, length).SequenceEqual(text);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}
