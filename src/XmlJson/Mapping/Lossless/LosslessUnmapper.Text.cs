using System.Text.Json;

namespace XmlJson.Mapping.Lossless;

// Text, written or implied.
internal sealed partial class LosslessUnmapper
{
    // Text that is a member: all there is, or so long that it could not wait for what follows.
    private void AddTextMember(ref Frame frame, ref Utf8JsonReader reader)
    {
        ThrowIfNotMember(ref frame);
        var isFirst = frame.Content.Mode == ContentMode.Start && !frame.HasRest && !frame.HasNewLayout;
        CheckShortText(ref frame);
        var length = AddText(_depth - 1, ref reader);
        if (!isFirst)
        {
            _losses.Add(MappingLossKind.ValueShape);
            return;
        }

        frame.TextLength = length;
        frame.Content.Mode = ContentMode.Whole;
        _textLength = 0;
    }

    private int AddText(int owner, ref Utf8JsonReader reader)
    {
        ref var frame = ref _frames[owner];
        ThrowIfOutsideRoot(ref frame);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _losses.Throw(MappingErrorCode.ValueNotScalar, "Only a string, number, boolean or null can be text.");
        }

        var length = AddValue(EventKind.Text, -1, ref reader);
        frame.HasContent = true;
        if (length == 0 && reader.TokenType == JsonTokenType.String)
        {
            _losses.Add(MappingLossKind.EmptyValue);
        }
        else if (length > 0)
        {
            if (frame.EndsWithText || (frame.HasRest && frame.Content.Mode == ContentMode.Start && length > _convention.LongestWaitingText))
            {
                // Two texts side by side are one, and a text that was too long to wait is a member.
                _losses.Add(MappingLossKind.ValueShape);
            }

            frame.EndsWithText = true;
            _size += length;
            Wait(Tape.TextOf(in Tape[Tape.Count - 1]));
        }

        return length;
    }

    // Adds a row with a value's text, and returns how long that is.
    private int AddValue(EventKind kind, int key, ref Utf8JsonReader reader)
    {
        var row = _strings.TryAdd(kind, key, Offset, ref reader);
        if (row >= 0)
        {
            return Tape[row].TextLength;
        }

        Tape.Add(kind, key, Offset);
        return AppendValue(ref reader);
    }

    // Adds the white space that the layout implies, if any. What waited is not said by it.
    private bool AddLayout(int length, ref Frame frame)
    {
        if (length == 0)
        {
            return false;
        }

        var text = _layout.Of(frame.Content.Unit!, length, out var readable);
        if (Tape.TryAdd(EventKind.Text, -1, Offset, text, readable) < 0)
        {
            Tape.Add(EventKind.Text, -1, Offset);
            text.CopyTo(Tape.Reserve(length));
            Tape.Advance(length);
        }

        _size += length;
        return true;
    }

    private void Wait(ReadOnlySpan<byte> text)
    {
        var kept = text[..Math.Min(text.Length, _text.Length)];
        kept.CopyTo(_text);
        _textLength = kept.Length;
    }

    // A short text that is a member should have been all there is.
    private void CheckShortText(ref Frame frame)
    {
        if (frame.TextLength >= 0 && frame.TextLength <= _convention.LongestWaitingText)
        {
            _losses.Add(MappingLossKind.ValueShape);
        }

        frame.TextLength = -1;
    }

    private void ThrowIfOutsideRoot(ref Frame frame)
    {
        if (frame.Kind == FrameKind.Document)
        {
            _losses.Throw(MappingErrorCode.TextOutsideRoot, "Text, a CDATA section or a reference can only stand in an element.");
        }
    }
}
