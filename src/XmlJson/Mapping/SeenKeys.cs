namespace XmlJson.Mapping;

/// <summary>Which keys, by number, occurred in each of the open objects: one question takes constant time, however many keys there are and however equal their hashes.</summary>
internal sealed class SeenKeys
{
    // For each key the object it was in last, and what that was before, to be undone when the object ends.
    private long[] _seenIn = new long[64];
    private (int Key, long Outer)[] _seen = new (int, long)[16];
    private int _count;
    private long _objects;

    /// <summary>Forgets everything.</summary>
    public void Reset() => End(default);

    /// <summary>An object begins.</summary>
    public SeenMark Begin() => new(++_objects, _count);

    /// <summary>Whether a key occurred in an object that is open.</summary>
    public bool Contains(SeenMark opened, int key) => key < _seenIn.Length && _seenIn[key] == opened.Number;

    /// <summary>A key occurs in the innermost object that keys are remembered for.</summary>
    public void Add(SeenMark opened, int key)
    {
        if (key >= _seenIn.Length)
        {
            Array.Resize(ref _seenIn, Math.Max(key + 1, _seenIn.Length * 2));
        }

        if (_seenIn[key] == opened.Number)
        {
            return;
        }

        if (_count == _seen.Length)
        {
            Array.Resize(ref _seen, _count * 2);
        }

        _seen[_count++] = (key, _seenIn[key]);
        _seenIn[key] = opened.Number;
    }

    /// <summary>The object ends, and with it all that began in it.</summary>
    public void End(SeenMark opened)
    {
        while (_count > opened.Count)
        {
            var (key, outer) = _seen[--_count];
            _seenIn[key] = outer;
        }
    }
}
