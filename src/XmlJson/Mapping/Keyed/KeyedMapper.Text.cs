namespace XmlJson.Mapping.Keyed;

// Text, CDATA sections, comments and processing instructions.
internal sealed partial class KeyedMapper
{
    /// <inheritdoc/>
    public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        // White space outside the root element is no content.
        if (_depth == 1)
        {
            return;
        }

        if (!_hasText)
        {
            BeginText();
        }

        _tape.Append(text);
        _textCounts = _textCounts || !Text.Characters.IsWhiteSpace(text);
    }

    /// <inheritdoc/>
    public override void StartCData()
    {
        BeginLeaf();
        if (_keys.CData >= 0)
        {
            EndText(atEnd: false);
            _inCData = true;
        }
        else
        {
            _losses.Add(MappingLossKind.CDataSection);
        }

        if (!_hasText)
        {
            BeginText();
        }

        // An empty section, or one of white space, is still there.
        _textCounts = true;
    }

    /// <inheritdoc/>
    public override void EndCData()
    {
        if (_inCData)
        {
            _inCData = false;
            _hasText = false;
            AddNode(NodeKind.CData, _keys.CData, _textStart);
        }
    }

    /// <inheritdoc/>
    public override void Comment(scoped ReadOnlySpan<byte> text)
    {
        BeginLeaf();
        if (_keys.Comment < 0 || (_depth == 1 && !_convention.KeepRoot))
        {
            _losses.Add(MappingLossKind.Comment);
            return;
        }

        AddNode(NodeKind.Comment, _keys.Comment, text);
    }

    /// <inheritdoc/>
    public override void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        BeginLeaf();
        if ((_convention.ProcessingInstructionPrefix is null && _keys.Instructions < 0) || (_depth == 1 && !_convention.KeepRoot))
        {
            _losses.Add(MappingLossKind.ProcessingInstruction);
            return;
        }

        if (_keys.Instructions >= 0)
        {
            AddNode(NodeKind.Instruction, _keys.Instructions, []);
            var around = _tape.Count - 1;
            _tape.Add(NodeKind.ProcessingInstruction, _keys.Fixed(target), data);
            _tape[around].End = _tape.Count;
            return;
        }

        AddNode(NodeKind.ProcessingInstruction, _keys.ProcessingInstruction(target), data);
    }

    /// <inheritdoc/>
    public override void SkippedEntity(scoped ReadOnlySpan<byte> name) => _losses.Add(MappingLossKind.SkippedEntity);

    private void BeginText()
    {
        _hasText = true;
        _textCounts = false;
        _textStart = _tape.TextLength;
    }

    // The run of text ends: with its element, or before another node.
    private void EndText(bool atEnd)
    {
        if (!_hasText)
        {
            return;
        }

        _hasText = false;
        ref var frame = ref _frames[_depth - 1];
        if (frame.IsOpened && _convention.MixedText == MixedTextForm.Drop)
        {
            _losses.Add(_textCounts ? MappingLossKind.MixedText : MappingLossKind.WhiteSpace);
            _tape.TruncateText(_textStart);
            return;
        }

        if (!KeepsText(ref frame, atEnd))
        {
            _tape.TruncateText(_textStart);
            _losses.Add(MappingLossKind.WhiteSpace);
            if (!frame.IsOpened)
            {
                _tape[frame.Row].Flags |= NodeFlags.HadWhiteSpace;
            }

            return;
        }

        var start = _textStart;
        var length = _tape.TextLength - start;
        var isOnly = atEnd && !frame.IsOpened && _tape.Count == frame.Row + 1;
        if (!frame.IsPreserving && (_convention.WhiteSpace == WhiteSpacePolicy.Trim || (isOnly && _convention.WhiteSpace == WhiteSpacePolicy.TrimJoined)))
        {
            Trim(ref start, ref length);
        }

        if (isOnly)
        {
            ref var element = ref _tape[frame.Row];
            element.TextStart = start;
            element.TextLength = length;
            ReportType(_tape.Text(start, length), frame.Type, frame.Row);
            element.Flags |= length > 0 || _convention.EmptyForm == EmptyElementForm.EmptyString ? NodeFlags.HasText : NodeFlags.None;
        }
        else if (length > 0)
        {
            AddText(ref frame, start, length, isWhole: _convention.MixedText == MixedTextForm.Runs || (atEnd && !frame.HasText));
        }
    }

    private bool KeepsText(ref MappedElement frame, bool atEnd) =>
        _textCounts || frame.IsPreserving || (frame.HasText && _convention.MixedText != MixedTextForm.Runs) || _convention.WhiteSpace switch
        {
            WhiteSpacePolicy.Keep => true,
            WhiteSpacePolicy.DropBetweenElements => atEnd && !frame.HasNodes,
            _ => false,
        };

    private void Trim(ref int start, ref int length)
    {
        var text = _tape.Text(start, length);
        var trimmed = text.TrimStart(" \n\t\r"u8);
        start += length - trimmed.Length;
        trimmed = trimmed.TrimEnd(" \n\t\r"u8);
        if (trimmed.Length < length)
        {
            length = trimmed.Length;
            _losses.Add(MappingLossKind.WhiteSpace);
        }
    }

    // A text is whole when no other is joined to it.
    private void AddText(ref MappedElement frame, int start, int length, bool isWhole)
    {
        ThrowIfNotAdjacent(ref frame, _keys.Text);
        frame.HasNodes = true;
        frame.HasText = true;
        var flags = (frame.IsPreserving ? NodeFlags.Preserved : NodeFlags.None) | (isWhole ? NodeFlags.TypeReported : NodeFlags.None);
        var row = _tape.Add(NodeKind.Text, _keys.Text, flags);
        if (isWhole)
        {
            ReportType(_tape.Text(start, length), frame.Type, row);
        }

        ref var node = ref _tape[row];
        node.TextStart = start;
        node.TextLength = length;
        node.Type = frame.Type;
    }

    private void AddNode(NodeKind kind, int key, int start)
    {
        ref var frame = ref _frames[_depth - 1];
        ThrowIfNotAdjacent(ref frame, key);
        frame.HasNodes = true;
        ref var node = ref _tape[_tape.Add(kind, key)];
        node.TextStart = start;
        node.TextLength = _tape.TextLength - start;
    }

    private void AddNode(NodeKind kind, int key, scoped ReadOnlySpan<byte> text)
    {
        EndText(atEnd: false);
        var start = _tape.TextLength;
        _tape.Append(text);
        AddNode(kind, key, start);
    }

    private void ThrowIfNotAdjacent(ref MappedElement frame, int key)
    {
        if (_seenCount > frame.SeenCount && IsSeen(key, ref frame))
        {
            Refuse(NodeFlags.None);
        }
    }
}
