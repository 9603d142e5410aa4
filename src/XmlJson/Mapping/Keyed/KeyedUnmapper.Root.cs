namespace XmlJson.Mapping.Keyed;

// The root element, and keys that occur twice.
internal sealed partial class KeyedUnmapper
{
    // Element keys of the open objects: for each key the object it was in last, and what that was before, to be undone when the object ends.
    private long[] _seenIn = [];
    private (int Key, long Outer)[] _seen = [];
    private int _seenCount;
    private long _objects;

    // An element begins in an object or array. Returns its path.
    private int BeginElement(ref JsonFrame frame)
    {
        switch (frame.Kind)
        {
            case JsonFrameKind.Root:
                BeginRoot(ref frame, isElement: true);
                return Enter(frame.Path, frame.Key, out _);
            case JsonFrameKind.Items:
                frame.Values++;
                ref var owner = ref _frames[_depth - 2];
                if (owner.Kind == JsonFrameKind.Root)
                {
                    BeginRoot(ref owner, isElement: true);
                }

                return frame.Path;
            case JsonFrameKind.NestedItems:
                frame.Values++;
                return frame.Path;
            default:
                frame.HasContent = true;
                frame.HasElements = true;
                var path = Enter(frame.Path, frame.Key, out var decision);
                if (decision == ArrayDecision.Array)
                {
                    _losses.Add(MappingLossKind.ValueShape);
                }

                return path;
        }
    }

    // Something begins in the root object that must stand in a root element, or can be it.
    private void BeginRoot(ref JsonFrame frame, bool isElement)
    {
        switch (_root)
        {
            case RootState.None when isElement:
                _root = RootState.Given;
                if (_rootKey >= 0)
                {
                    PlaceRoot(ref frame, EventKind.None);
                    _root = RootState.Single;
                }

                break;
            case RootState.None:
                RootKey();
                PlaceRoot(ref frame, EventKind.StartElement);
                _losses.Add(MappingLossKind.RootAdded);
                _root = RootState.Added;
                break;
            case RootState.Single:
                _tape[frame.Row].Kind = EventKind.StartElement;
                _losses.Add(MappingLossKind.RootAdded);
                _root = RootState.Added;
                break;
            case RootState.Given:
                RootKey();
                _losses.Throw(
                    MappingErrorCode.LookAheadLimit,
                    $"A second root comes after more than {_options.MaxLookAhead} bytes of the first, so the first has begun: raise MaxLookAhead, or drop the root by the convention.");
                break;
        }

        frame.HasContent |= isElement;
    }

    private void PlaceRoot(ref JsonFrame frame, EventKind kind)
    {
        frame.Row = _tape.Add(kind, _rootKey, Offset);
        frame.IsUndecided = true;
        Await(0);
    }

    private int RootKey()
    {
        if (_rootKey < 0)
        {
            _losses.Throw(MappingErrorCode.NoSingleRoot, "The JSON must be an object with exactly one key that is an element and no array of several, since the convention has no root name.");
        }

        return _rootKey;
    }

    private void EndRoot(ref JsonFrame frame)
    {
        if (_root == RootState.None)
        {
            RootKey();
            _losses.Add(MappingLossKind.RootAdded);
            _tape.Add(EventKind.StartElement, _rootKey, Offset);
            _root = RootState.Added;
        }

        if (_root == RootState.Added)
        {
            _tape.Add(EventKind.EndElement, -1, Offset);
        }

        frame.IsUndecided = false;
    }

    // Whether a key is new in its object.
    private bool See(int key, ref JsonFrame frame)
    {
        if (key >= _seenIn.Length)
        {
            Array.Resize(ref _seenIn, Math.Max(_names.Count, _seenIn.Length * 2));
        }

        if (_seenIn[key] == frame.Number)
        {
            return false;
        }

        if (_seenCount == _seen.Length)
        {
            Array.Resize(ref _seen, Math.Max(16, _seenCount * 2));
        }

        _seen[_seenCount++] = (key, _seenIn[key]);
        _seenIn[key] = frame.Number;
        return true;
    }

    private void ForgetSeen(int count)
    {
        while (_seenCount > count)
        {
            var (key, outer) = _seen[--_seenCount];
            _seenIn[key] = outer;
        }
    }
}
