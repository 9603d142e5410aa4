using System.Buffers;

namespace XmlJson.Mapping.Keyed;

// Text that is no string in JSON.
internal sealed partial class NodeWriter
{
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
                output.WriteRaw(text);
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
        if (type == TextType.Double && TypedText.IsSpecial(number))
        {
            output.WriteString(text);
            return;
        }

        // A zero before the point may be added.
        var room = ArrayPool<byte>.Shared.Rent(number.Length + 2);
        if (!NumberText.TryWrite(number, room, out var length))
        {
            TypedText.ThrowIfInvalid(number, type, losses);
        }

        WriteRaw(room.AsSpan(0, length), number);
        ArrayPool<byte>.Shared.Return(room);
    }

    private void WriteBoolean(ReadOnlySpan<byte> text)
    {
        var value = Trim(text);
        var boolean = TypedText.BooleanOf(value);
        if (boolean.IsEmpty)
        {
            TypedText.ThrowIfInvalid(value, TextType.Boolean, losses);
        }

        WriteRaw(boolean, value);
    }

    private void WriteRaw(ReadOnlySpan<byte> value, ReadOnlySpan<byte> text)
    {
        if (!value.SequenceEqual(text))
        {
            losses.Add(MappingLossKind.LexicalForm);
        }

        output.WriteRaw(value);
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
