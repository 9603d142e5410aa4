using System.Text.Json;

namespace XmlJson.Mapping.Lossless;

// Nodes, and whether the writer would have written them so.
internal sealed partial class LosslessUnmapper
{
    // A node of an element or the document begins, written in a form. EndNode must follow.
    private void BeginNode(int owner, ContentStep form, int key)
    {
        ref var frame = ref _frames[owner];
        ref var content = ref frame.Content;
        CheckShortText(ref frame);
        frame.HasContent = true;
        frame.EndsWithText = false;

        // Members behind the rest are read where they stand.
        if (frame.HasRest && form != ContentStep.Rest)
        {
            content.Mode = ContentMode.Rest;
        }

        var isPlain = form != ContentStep.Rest && content.Mode is ContentMode.Start or ContentMode.Plain;
        var isImplied = false;
        if (isPlain)
        {
            isImplied = AddLayout(content.ImpliedLength, ref frame);
        }

        var isSeen = _seen.Contains(frame.Seen, key);
        if (!IsAsWritten(ref frame, form, key, isSeen, isImplied))
        {
            _losses.Add(isSeen && form == ContentStep.Member ? MappingLossKind.DuplicateKey : MappingLossKind.ValueShape);
        }

        frame.HasNewLayout = false;
        _textLength = 0;
        content.Mode = isPlain ? ContentMode.Plain : ContentMode.Rest;
        content.Key = key;
        frame.NodeStart = _size;
        if (form != ContentStep.Rest)
        {
            _seen.Add(frame.Seen, key);
        }
    }

    // Where the text before the node was added since it is implied, it need not be looked at.
    private bool IsAsWritten(ref Frame frame, ContentStep form, int key, bool isSeen, bool isImplied)
    {
        if (!frame.HasNewLayout)
        {
            return (isImplied ? frame.Content.StepForImplied(key, isSeen) : frame.Content.StepFor(WaitingText, key, isSeen, out _)) == form;
        }

        if (isImplied)
        {
            Wait(Tape.TextOf(in Tape[Tape.Count - 1]));
        }

        var outer = frame.Content with { Unit = frame.OuterUnit };
        return form == ContentStep.Member
            && outer.StepFor(WaitingText, key, isSeen, out var unit) == ContentStep.LayoutAndMember
            && (unit is null) == (frame.Content.Unit is null)
            && unit.AsSpan().SequenceEqual(frame.Content.Unit);
    }

    private void EndNode(int owner, ContentStep form, bool mayRepeat = true)
    {
        ref var frame = ref _frames[owner];
        frame.Content.MayRepeat = mayRepeat && (form == ContentStep.Item || _size - frame.NodeStart <= _convention.LookAhead);
    }

    private void AddElement(int owner, ContentStep form, int key, ref Utf8JsonReader reader)
    {
        BeginElement(owner, form, key);
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            PushElement(owner, Tape.Add(EventKind.StartElement, key, Offset));
            return;
        }

        var length = AddValue(EventKind.TextElement, key, ref reader);
        _size += length;
        if (length > _convention.LongestWaitingText)
        {
            _losses.Add(MappingLossKind.ValueShape);
        }

        EndNode(owner, form);
    }

    private void BeginElement(int owner, ContentStep form, int key)
    {
        if (_frames[owner].Kind == FrameKind.Document)
        {
            if (_hasRoot)
            {
                _losses.Throw(MappingErrorCode.NoSingleRoot, "A document has one root element.");
            }

            _hasRoot = true;
        }

        BeginNode(owner, form, key);
        _size += NodeSize.Of(_names.Key(key));
    }

    private void EndElement(ref Frame frame)
    {
        var content = frame.Content;
        if (!frame.HasRest && content.Mode == ContentMode.Plain)
        {
            AddLayout(content.ImpliedLengthAtEnd, ref frame);
        }
        else if (!EndsAsWritten(ref frame))
        {
            _losses.Add(frame.HasContent ? MappingLossKind.ValueShape : MappingLossKind.EmptyValue);
        }

        _textLength = 0;
        Tape.Add(EventKind.EndElement, -1, Offset);

        // The frame below is the object or array that the element stands in.
        ref readonly var outer = ref _frames[_depth - 1];
        EndNode(outer.Owner, outer.Kind == FrameKind.Items && outer.Values > 1 ? ContentStep.Item : ContentStep.Member, _frames[outer.Owner].Kind == FrameKind.Element);
    }

    // Of an element without nodes that are members, or with a rest.
    private bool EndsAsWritten(ref Frame frame)
    {
        if (frame.HasNewLayout)
        {
            return false;
        }

        return frame.Content.Mode switch
        {
            ContentMode.Rest => true,
            ContentMode.Start => !frame.HasRest && frame.HasAttributes,
            ContentMode.Plain => !frame.Content.MayEnd(WaitingText),
            _ => frame.HasRest ? !WaitingText.IsEmpty : frame.TextLength < 0 || frame.TextLength > _convention.LongestWaitingText || frame.HasAttributes,
        };
    }

    private void AddNode(EventKind kind, int owner, ContentStep form, int key, ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        BeginNode(owner, form, key);
        Tape.Add(kind, key, Offset);
        _size += NodeSize.Of(name) + AppendValue(ref reader);
        EndNode(owner, form);
    }

    private void AddCData(int owner, ContentStep form, int key, ref Utf8JsonReader reader)
    {
        ref var frame = ref _frames[owner];
        ThrowIfOutsideRoot(ref frame);
        CheckShortText(ref frame);

        // Alone it is a member, and otherwise in the rest.
        var isAlone = frame.Content.Mode == ContentMode.Start && WaitingText.IsEmpty && !frame.HasNewLayout;
        if (isAlone ? form != ContentStep.Member || frame.HasRest : form != ContentStep.Rest)
        {
            _losses.Add(MappingLossKind.ValueShape);
        }

        frame.Content.Mode = form == ContentStep.Rest || frame.HasRest || !isAlone ? ContentMode.Rest : ContentMode.Whole;
        EndMembers(ref frame);
        Tape.Add(EventKind.CData, key, Offset);
        _size += NodeSize.Of(Marks.CData) + AppendValue(ref reader);
    }

    private void AddEntity(int owner, ContentStep form, int key, ref Utf8JsonReader reader)
    {
        ref var frame = ref _frames[owner];
        ThrowIfOutsideRoot(ref frame);
        CheckShortText(ref frame);
        if (reader.TokenType != JsonTokenType.Null || form != ContentStep.Rest)
        {
            _losses.Add(MappingLossKind.ValueShape);
        }

        frame.Content.Mode = ContentMode.Rest;
        EndMembers(ref frame);
        Tape.Add(EventKind.SkippedEntity, key, Offset);
        var name = _names.Target(key);
        name.CopyTo(Tape.Reserve(name.Length));
        Tape.Advance(name.Length);
        _size += NodeSize.Of(name);
    }

    private void EndMembers(ref Frame frame)
    {
        if (frame.HasNewLayout)
        {
            _losses.Add(MappingLossKind.ValueShape);
        }

        frame.HasContent = true;
        frame.HasNewLayout = false;
        frame.EndsWithText = false;
        _textLength = 0;
    }
}
