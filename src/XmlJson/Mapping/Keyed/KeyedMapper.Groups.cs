namespace XmlJson.Mapping.Keyed;

// What may be written at once, and what must wait.
internal sealed partial class KeyedMapper
{
    // Keys that an opened element has closed: for each key the element it was closed in, and what that was before, to be undone when the element ends.
    private long[] _seenIn = [];
    private (int Key, long Outer)[] _seen = [];
    private int _seenCount;
    private long _opened;

    // Whether the value of a child that begins may be written now. If so, its key is written.
    private bool EnterGroup(ref MappedElement parent, int key, NodeFlags flags)
    {
        if (!parent.IsOpened)
        {
            if (_keys.KeysMayClash || _convention.UnwrapLists || (_tape[parent.Row].Flags & NodeFlags.JsonArray) != 0)
            {
                return false;
            }

            Open(ref parent);
        }

        if (_seenCount > parent.SeenCount && IsSeen(key, ref parent))
        {
            Refuse(flags);
        }

        if (parent.ArrayKey == key)
        {
            if (parent.Held < _tape.Count)
            {
                _losses.Add(MappingLossKind.SiblingOrder);
            }

            return true;
        }

        var hasHeld = parent.Held < _tape.Count;
        if (hasHeld && parent.ArrayKey < 0 && IsHeldFirst(ref parent, key))
        {
            if ((flags & NodeFlags.Single) != 0)
            {
                Refuse(flags);
            }

            OpenArrayOfHeld(ref parent);
            return true;
        }

        if (hasHeld || parent.ArrayKey >= 0)
        {
            if (!_convention.RepeatsAreAdjacent)
            {
                return false;
            }

            CloseGroups(ref parent);
        }

        return EnterNew(ref parent, key, flags);
    }

    private bool EnterNew(ref MappedElement parent, int key, NodeFlags flags)
    {
        if (parent.Row < 0)
        {
            if (_convention.KeepRoot)
            {
                _output.WriteKey(_keys[key]);
            }
            else
            {
                _losses.Add(MappingLossKind.RootName);
            }

            if ((flags & NodeFlags.Array) != 0)
            {
                _output.WriteStartArray();
                parent.ArrayKey = key;
            }

            return true;
        }

        if ((flags & NodeFlags.Array) != 0)
        {
            _output.WriteStartArray(_keys[key]);
            parent.ArrayKey = key;
            return true;
        }

        if ((flags & NodeFlags.Single) != 0)
        {
            _output.WriteKey(_keys[key]);
            See(key, ref parent);
            return true;
        }

        return false;
    }

    // The brace and the attributes; content that came before the first child is held.
    private void Open(ref MappedElement frame)
    {
        _targets.Resolve(frame.Row);
        BeginObject(ref frame);
        var row = frame.Row + 1;
        while (row < _tape.Count && _tape[row].Kind is NodeKind.Attribute or NodeKind.JsonAttribute or NodeKind.Attributes)
        {
            _output.WriteKey(_keys[_tape[row].Key]);
            if (_tape[row].Kind == NodeKind.Attributes)
            {
                _nodes.WriteValue(row);
            }
            else
            {
                _targets.Resolve(row);
                _nodes.WriteText(in _tape[row]);
            }

            row = _tape[row].End;
        }

        frame.Held = row;
        if (_convention.MixedText == MixedTextForm.Drop)
        {
            _nodes.DropMixedText(row, _tape.Count, hasElement: true);
        }
    }

    // An element with attributes is an object, so nothing has to wait for its content.
    private void Open(ref MappedElement frame, scoped AttributeList attributes)
    {
        BeginObject(ref frame);
        frame.Held = _tape.Count;
        var i = 0;
        foreach (var attribute in attributes)
        {
            _output.WriteString(_keys[_plainKeys[i++]], attribute.Value);
        }
    }

    private void BeginObject(ref MappedElement frame)
    {
        _output.WriteStartObject();
        frame.IsOpened = true;
        frame.Opened = ++_opened;
    }

    private bool IsHeldFirst(ref MappedElement parent, int key) => _tape[parent.Held] is { Kind: NodeKind.Element } first && first.Key == key;

    // The second of a name that came first: it is an array, and the first can be written. Others may be held behind it.
    private void OpenArrayOfHeld(ref MappedElement parent)
    {
        var first = parent.Held;
        var key = _tape[first].Key;
        _output.WriteStartArray(_keys[key]);
        _nodes.WriteValue(first);
        parent.ArrayKey = key;
        parent.Held = _tape[first].End;
        if (parent.Held < _tape.Count)
        {
            _losses.Add(MappingLossKind.SiblingOrder);
        }
        else
        {
            _tape.Truncate(first, _tape[first].TextStart);
            parent.Held = first;
        }
    }

    // Everything so far is written; what comes next begins a new group.
    private void CloseGroups(ref MappedElement frame)
    {
        if (frame.ArrayKey >= 0)
        {
            _output.WriteEndArray();
            See(frame.ArrayKey, ref frame);
            frame.ArrayKey = -1;
        }

        if (frame.Held == _tape.Count)
        {
            return;
        }

        _nodes.WriteMembers(frame.Held, _tape.Count);
        if (_convention.RepeatsAreAdjacent)
        {
            for (var row = frame.Held; row < _tape.Count; row = _tape[row].End)
            {
                See(_tape[row].Key, ref frame);
            }
        }

        _tape.Truncate(frame.Held, _tape[frame.Held].TextStart);
    }

    private bool IsSeen(int key, ref MappedElement frame) => key < _seenIn.Length && _seenIn[key] == frame.Opened;

    private void See(int key, ref MappedElement frame)
    {
        if (key >= _seenIn.Length)
        {
            Array.Resize(ref _seenIn, Math.Max(_keys.Count, _seenIn.Length * 2));
        }

        if (_seenIn[key] == frame.Opened)
        {
            return;
        }

        if (_seenCount == _seen.Length)
        {
            Array.Resize(ref _seen, Math.Max(16, _seenCount * 2));
        }

        _seen[_seenCount++] = (key, _seenIn[key]);
        _seenIn[key] = frame.Opened;
    }

    private void ForgetSeen(int count = 0)
    {
        while (_seenCount > count)
        {
            var (key, outer) = _seen[--_seenCount];
            _seenIn[key] = outer;
        }
    }

    private void Refuse(NodeFlags flags)
    {
        if ((flags & NodeFlags.Single) != 0)
        {
            _losses.Throw(MappingErrorCode.RepeatedElement, "An element occurs again that the array rule lets occur once.");
        }

        _losses.Throw(MappingErrorCode.RepeatNotAdjacent, "A key occurs again after another one; the convention says that equal keys stand together.");
    }
}
