using System.Buffers;

namespace XmlJson.Mapping.Keyed;

// Text that is no string in JSON.
internal sealed partial class NodeWriter
{
    // Whether the value that is written stands in an array.
    private bool _isItem;

    /// <summary>Writes the text of a row as its type says.</summary>
    public void WriteText(in NodeRow node) => WriteText(tape.TextOf(in node), node.Type);

    private void WriteText(ReadOnlySpan<byte> text, TextType type)
    {
        switch (type)
        {
            case TextType.String:
                output.WriteString(text);
                break;
            case TextType.Inferred when InferredText.TypeOf(text) != ScalarType.String:
                output.WriteRaw(text, _isItem);
                break;
            case TextType.Inferred:
                output.WriteString(text);
                break;
            case TextType.Boolean:
                WriteBoolean(text);
                break;
            default:
                WriteNumber(text, type);
                break;
        }
    }

    private void WriteNumber(ReadOnlySpan<byte> text, TextType type)
    {
        var number = Trim(text);
        if (type == TextType.Double && (number.SequenceEqual("NaN"u8) || number.SequenceEqual("INF"u8) || number.SequenceEqual("-INF"u8)))
        {
            output.WriteString(text);
            return;
        }

        // A zero before the point may be added.
        var room = ArrayPool<byte>.Shared.Rent(number.Length + 2);
        if (!NumberText.TryWrite(number, room, out var length))
        {
            losses.Throw(MappingErrorCode.InvalidValue, "The text is no number, and the type rule says that it is one.");
        }

        WriteRaw(room.AsSpan(0, length), number);
        ArrayPool<byte>.Shared.Return(room);
    }

    private void WriteBoolean(ReadOnlySpan<byte> text)
    {
        var value = Trim(text);
        var isTrue = value.SequenceEqual("true"u8) || value.SequenceEqual("1"u8);
        if (!isTrue && !value.SequenceEqual("false"u8) && !value.SequenceEqual("0"u8))
        {
            losses.Throw(MappingErrorCode.InvalidValue, "The text is neither 'true' nor 'false', and the type rule says that it is.");
        }

        WriteRaw(isTrue ? "true"u8 : "false"u8, value);
    }

    private void WriteRaw(ReadOnlySpan<byte> value, ReadOnlySpan<byte> text)
    {
        if (!value.SequenceEqual(text))
        {
            losses.Add(MappingLossKind.LexicalForm);
        }

        output.WriteRaw(value, _isItem);
    }

    private ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        var trimmed = text.Trim(" \n\t\r"u8);
        if (trimmed.Length < text.Length)
        {
            losses.Add(MappingLossKind.WhiteSpace);
        }

        return trimmed;
    }
}
