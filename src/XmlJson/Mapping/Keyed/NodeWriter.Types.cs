using System.Buffers;
using System.Diagnostics;

namespace XmlJson.Mapping.Keyed;

// Text that is no string in JSON.
internal sealed partial class NodeWriter
{
    /// <summary>Writes the text of a row as its type says. What that changes was reported.</summary>
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
                output.WriteRaw(TypedText.BooleanOf(text.Trim(" \n\t\r"u8)));
                break;
            default:
                WriteNumber(text, type);
                break;
        }
    }

    private void WriteNumber(ReadOnlySpan<byte> text, TextType type)
    {
        var number = text.Trim(" \n\t\r"u8);
        if (type == TextType.Double && TypedText.IsSpecial(number))
        {
            output.WriteString(text);
            return;
        }

        var room = ArrayPool<byte>.Shared.Rent(number.Length + 2);
        var isNumber = NumberText.TryWrite(number, room, out var length);
        Debug.Assert(isNumber, "What is no number was refused.");
        output.WriteRaw(room.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(room);
    }
}
