using System.Text.Json;

namespace XmlJson.Mapping.Keyed;

// The short way of plain strings: what is an event as it stands, or no more than its escapes away from one.
internal sealed partial class KeyedUnmapper
{
    // The most frequent values: a string that is an element's text or an attribute, in an object that is an element or an array in it, and of which there is nothing to report.
    private bool TryAcceptPlain(ref Utf8JsonReader reader)
    {
        if (_depth == 0 || reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        ref var frame = ref _frames[_depth - 1];
        switch (frame.Kind)
        {
            case JsonFrameKind.Element when _names.RoleOf(frame.Key) is var role:
                return role switch
                {
                    KeyRole.Element => TryAddTextElement(ref frame, ref reader),
                    KeyRole.Attribute => TryAddAttribute(ref frame, ref reader),
                    KeyRole.Text => TryAddText(ref frame, ref reader),
                    _ => false,
                };
            case JsonFrameKind.Items when _frames[_depth - 2].Kind != JsonFrameKind.Root && TryAddTextElement(ref frame, ref reader):
                frame.Values++;
                return true;
            case JsonFrameKind.Values when frame.Role == KeyRole.Text && _frames[_depth - 2].Kind == JsonFrameKind.Element && TryAddText(ref _frames[_depth - 2], ref reader):
                frame.Values++;
                return true;
            default:
                return false;
        }
    }

    // In an array all that it sets is set already.
    private bool TryAddTextElement(ref JsonFrame frame, ref Utf8JsonReader reader)
    {
        if (!_textElementsArePlain || MayHaveOuterWhiteSpace(ref reader) || _strings.TryAdd(EventKind.TextElement, frame.Key, Offset, ref reader) < 0)
        {
            return false;
        }

        frame.HasContent = true;
        frame.HasElements = true;
        return true;
    }

    private bool TryAddAttribute(ref JsonFrame frame, ref Utf8JsonReader reader)
    {
        if (!_attributesArePlain || !frame.IsUndecided || frame.HasContent || frame.HasText || _strings.TryAddAttribute(frame.Row, EventKind.Attribute, frame.Key, Offset, ref reader) < 0)
        {
            return false;
        }

        frame.HasAttributes = true;
        return true;
    }

    private bool TryAddText(ref JsonFrame owner, ref Utf8JsonReader reader)
    {
        if (_types is not null || MayHaveOuterWhiteSpace(ref reader) || _strings.TryAdd(EventKind.Text, -1, Offset, ref reader) < 0)
        {
            return false;
        }

        owner.HasText = true;
        return true;
    }

    // White space at the ends of a text may be lost; so may a text that is empty.
    private static bool MayHaveOuterWhiteSpace(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        return text.IsEmpty || text[0] <= ' ' || text[^1] <= ' '
            || (reader.ValueIsEscaped && ((text[0] == '\\' && IsWhiteSpaceEscape(text[1])) || (text.Length > 1 && text[^2] == '\\' && IsWhiteSpaceEscape(text[^1]))));
    }

    // The short escapes; the long one is none that is added so.
    private static bool IsWhiteSpaceEscape(byte letter) => letter is (byte)'n' or (byte)'r' or (byte)'t';
}
