using System.Text.Json;

namespace XmlJson.Mapping.Lossless;

// What a value stands for, by the key it has and where it stands.
internal sealed partial class LosslessUnmapper
{
    private void AcceptValue(ref Utf8JsonReader reader)
    {
        ref var frame = ref _frames[_depth - 1];
        switch (frame.Kind)
        {
            case FrameKind.Fields:
                AcceptField(ref frame, ref reader);
                return;
            case FrameKind.Rest:
                frame.Values++;
                AcceptInOrder(ref frame, ref reader);
                return;
            case FrameKind.Items:
                frame.Values++;
                break;
        }

        switch (frame.Role)
        {
            case KeyRole.Attribute or KeyRole.DefaultedAttribute:
                AddAttribute(ref frame, ref reader);
                break;
            case KeyRole.Text:
                AddTextMember(ref frame, ref reader);
                break;
            case KeyRole.Layout:
                SetLayout(ref frame, ref reader);
                break;
            case KeyRole.Rest:
                OpenRest(ref frame, ref reader);
                break;
            case KeyRole.XmlDeclaration or KeyRole.DocumentType:
                StartFields(ref frame, ref reader);
                break;
            default:
                AcceptNode(ref frame, ref reader);
                break;
        }
    }

    private void AcceptNode(ref Frame frame, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            StartItems(ref frame);
            return;
        }

        var form = frame.Kind == FrameKind.RestItem || (frame.Kind == FrameKind.Items && _frames[_depth - 2].Kind == FrameKind.RestItem) ? ContentStep.Rest
            : frame.Kind == FrameKind.Items && frame.Values > 1 ? ContentStep.Item
            : ContentStep.Member;
        if (frame.Role != KeyRole.Element && reader.TokenType == JsonTokenType.StartObject)
        {
            _losses.Throw(MappingErrorCode.ValueNotScalar, "Only a string can stand here, since it becomes text, a comment, or a processing instruction.");
        }

        switch (frame.Role)
        {
            case KeyRole.CData:
                AddCData(frame.Owner, form, frame.Key, ref reader);
                break;
            case KeyRole.Entity:
                AddEntity(frame.Owner, form, frame.Key, ref reader);
                break;
            case KeyRole.Comment:
                AddNode(EventKind.Comment, frame.Owner, form, frame.Key, Marks.Comment, ref reader);
                break;
            case KeyRole.ProcessingInstruction:
                AddNode(EventKind.ProcessingInstruction, frame.Owner, form, frame.Key, _names.Target(frame.Key), ref reader);
                break;
            default:
                AddElement(frame.Owner, form, frame.Key, ref reader);
                break;
        }
    }

    private void StartItems(ref Frame frame)
    {
        if (frame.Kind == FrameKind.Items)
        {
            _losses.Throw(MappingErrorCode.UnexpectedValue, "An array in an array has no meaning: each value would need a name.");
        }

        if (frame.Kind == FrameKind.RestItem || frame.Role is KeyRole.CData or KeyRole.Entity)
        {
            _losses.Add(MappingLossKind.ValueShape);
        }

        _frames[frame.Owner].HasContent = true;
        Push(new Frame { Kind = FrameKind.Items, Key = frame.Key, Role = frame.Role, Owner = frame.Owner });
    }

    // A value of the rest: text, or an object that is a node.
    private void AcceptInOrder(ref Frame frame, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                Push(new Frame { Kind = FrameKind.RestItem, Owner = frame.Owner });
                break;
            case JsonTokenType.StartArray:
                _losses.Throw(MappingErrorCode.UnexpectedValue, "In the array of nodes in order a value is text, or an object with one key.");
                break;
            default:
                AddText(frame.Owner, ref reader);
                break;
        }
    }

    private void OpenRest(ref Frame frame, ref Utf8JsonReader reader)
    {
        ThrowIfNotMember(ref frame);
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            _losses.Throw(MappingErrorCode.UnexpectedValue, "The key '#' needs an array of nodes in order.");
        }

        if (frame.HasRest)
        {
            _losses.Add(MappingLossKind.DuplicateKey);
        }

        CheckShortText(ref frame);
        frame.HasRest = true;
        frame.HasContent = true;
        Push(new Frame { Kind = FrameKind.Rest, Owner = _depth - 1 });
    }

    private void SetLayout(ref Frame frame, ref Utf8JsonReader reader)
    {
        ThrowIfNotMember(ref frame);
        if (frame.Kind == FrameKind.Document)
        {
            _losses.Throw(MappingErrorCode.TextOutsideRoot, "White space outside the root element is no content: layout is said inside it.");
        }

        byte[]? unit = null;
        if (reader.TokenType == JsonTokenType.String)
        {
            unit = reader.ValueIsEscaped ? _strings.ReadKey(ref reader).ToArray() : reader.ValueSpan.ToArray();
        }

        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null) || !Layout.IsUnit(unit))
        {
            _losses.Throw(MappingErrorCode.UnexpectedValue, $"The unit of indentation is null, or a string of less than {Layout.LongestImplied} spaces and tabs.");
        }

        if (frame.HasContent)
        {
            // It is said before all content or not at all.
            _losses.Add(MappingLossKind.ValueShape);
        }

        frame.OuterUnit = frame.Content.Unit;
        frame.Content.Unit = unit;
        frame.HasNewLayout = true;
        frame.HasContent = true;
    }

    private void AddAttribute(ref Frame frame, ref Utf8JsonReader reader)
    {
        if (frame.Kind != FrameKind.Element)
        {
            _losses.Throw(MappingErrorCode.UnexpectedValue, "An attribute is a key of its element's object.");
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _losses.Throw(MappingErrorCode.ValueNotScalar, "Only a string, number, boolean or null can be an attribute's value.");
        }

        if (!frame.IsUndecided)
        {
            _losses.Throw(
                MappingErrorCode.LookAheadLimit,
                $"An attribute comes after more than {_options.MaxLookAhead} bytes of content, so its element has begun: put attributes first, or raise MaxLookAhead.");
        }

        if (frame.HasContent)
        {
            _losses.Add(MappingLossKind.KeyOrder);
        }

        frame.HasAttributes = true;
        var kind = frame.Role == KeyRole.Attribute ? EventKind.Attribute : EventKind.DefaultedAttribute;
        _size += NodeSize.Of(_names.Target(frame.Key));
        if (_strings.TryAddAttribute(frame.Row, kind, frame.Key, Offset, ref reader) is >= 0 and var row)
        {
            _size += Tape[row].TextLength;
            return;
        }

        Tape.AddAttribute(frame.Row, frame.Key, Offset, kind);
        _size += AppendValue(ref reader);
    }

    private void ThrowIfNotMember(ref Frame frame)
    {
        if (frame.Kind is not (FrameKind.Element or FrameKind.Document))
        {
            _losses.Throw(MappingErrorCode.UnexpectedValue, "The key can only stand in an element's object.");
        }
    }

    private int AppendValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            _losses.Add(MappingLossKind.EmptyValue);
        }

        return _strings.AppendValue(ref reader);
    }
}
