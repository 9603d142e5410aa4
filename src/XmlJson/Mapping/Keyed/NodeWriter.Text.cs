using System.Buffers;

namespace XmlJson.Mapping.Keyed;

// Text in several places that is one string.
internal sealed partial class NodeWriter
{
    private readonly ArrayBufferWriter<byte>? _text = convention.MixedText == MixedTextForm.Runs ? null : new ArrayBufferWriter<byte>();

    // An element's name may be the text's key.
    private bool HasOnlyText(int head)
    {
        var row = head;
        while (row >= 0 && tape[row].Kind == NodeKind.Text)
        {
            row = tape[row].Next;
        }

        return row < 0;
    }

    private void WriteJoinedText(int head)
    {
        _text!.ResetWrittenCount();
        for (var row = head; row >= 0; row = tape[row].Next)
        {
            _text.Write(tape.TextOf(in tape[row]));
        }

        var text = _text.WrittenSpan;
        if (convention.WhiteSpace == WhiteSpacePolicy.TrimJoined && (tape[head].Flags & NodeFlags.Preserved) == 0)
        {
            text = text.Trim(" \n\t\r"u8);
        }

        if (text.Length < _text.WrittenCount)
        {
            losses.Add(MappingLossKind.WhiteSpace);
        }

        if (!text.IsEmpty && (tape[head].Flags & NodeFlags.Dropped) == 0)
        {
            output.WriteKey(keys[tape[head].Key]);
            targets.Resolve(head);
            if ((tape[head].Flags & NodeFlags.TypeReported) == 0)
            {
                TypedText.Report(text, tape[head].Type, losses);
            }

            WriteText(text, tape[head].Type);
        }
    }

    /// <summary>Leaves text out that stands among elements.</summary>
    /// <param name="first">The first sibling's row.</param>
    /// <param name="end">The row behind the last.</param>
    /// <param name="hasElement">Whether there are elements that are not among them.</param>
    public void DropMixedText(int first, int end, bool hasElement = false)
    {
        for (var row = first; row < end && !hasElement; row = tape[row].End)
        {
            hasElement = tape[row].Kind == NodeKind.Element;
        }

        for (var row = first; row < end && hasElement; row = tape[row].End)
        {
            if (tape[row].Kind == NodeKind.Text && (tape[row].Flags & NodeFlags.Dropped) == 0)
            {
                tape[row].Flags |= NodeFlags.Dropped;
                losses.Add(MappingLossKind.MixedText);
            }
        }
    }
}
