namespace XmlJson.Mapping.Keyed;

// Elements without attributes, while nothing but text has come in them: most end so, and then no more than a row is needed, or nothing where it can be written.
internal sealed partial class KeyedMapper
{
    private readonly bool _hasLeaves;
    private readonly NodeFlags _leafFlags;

    // An element that has begun and is not on the stack.
    private bool _isLeaf;
    private int _leafKey;
    private bool _leafMayBeWritten;

    private void AwaitLeaf(ref MappedElement parent, int key)
    {
        _leafKey = key;
        _leafMayBeWritten = parent.MayBeWritten && EnterGroup(ref parent, key, _leafFlags);
        parent.HasNodes = true;
        _isLeaf = true;
    }

    // Something has come in it that is no text: it is an element like others.
    private void BeginLeaf()
    {
        if (!_isLeaf)
        {
            return;
        }

        _isLeaf = false;
        var text = _hasText ? _textStart : _tape.TextLength;
        var row = _tape.Add(NodeKind.Element, _leafKey, _leafFlags);
        _tape[row].TextStart = text;
        var isPreserving = _frames[_depth - 1].IsPreserving;
        ref var frame = ref Push();
        frame.Row = row;
        frame.Text = text;
        frame.MayBeWritten = _leafMayBeWritten;
        frame.IsPreserving = isPreserving;
        frame.Type = TextType.String;
        frame.Declarations = _scope.Count;
    }

    // Whether there is nothing more to do for the element than this.
    private bool TryEndLeaf()
    {
        if (!_hasText)
        {
            if (_leafMayBeWritten)
            {
                return false;
            }

            _tape.Add(NodeKind.Element, _leafKey, _leafFlags);
            _isLeaf = false;
            return true;
        }

        var length = _tape.TextLength - _textStart;
        if (!_textCounts || (_convention.WhiteSpace is WhiteSpacePolicy.Trim or WhiteSpacePolicy.TrimJoined && Text.Characters.HasOuterWhiteSpace(_tape.Text(_textStart, length))))
        {
            return false;
        }

        if (!_leafMayBeWritten)
        {
            ref var node = ref _tape[_tape.Add(NodeKind.Element, _leafKey, _leafFlags | NodeFlags.HasText)];
            node.TextStart = _textStart;
            node.TextLength = length;
        }
        else if (_convention.WrapText || _targets.AreAwaited)
        {
            return false;
        }
        else
        {
            _output.WriteString(_tape.Text(_textStart, length));
            _tape.TruncateText(_textStart);
        }

        _hasText = false;
        _isLeaf = false;
        return true;
    }
}
