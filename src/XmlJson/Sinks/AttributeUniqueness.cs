namespace XmlJson;

/// <summary>Finds two attributes of one tag with the same name, as written or expanded (XML 1.0 §3.1 Unique Att Spec; Namespaces in XML 1.0 §6.3). Linear in the number of attributes.</summary>
internal struct AttributeUniqueness
{
    private int[] _lastTag;
    private int _tag;

    // Expanded names are compared only where two prefixed attributes meet.
    private HashSet<(int Local, int Uri)>? _expanded;
    private (int Local, int Uri) _firstPrefixed;
    private int _prefixed;

    public AttributeUniqueness() => _lastTag = new int[64];

    public void BeginTag()
    {
        // After 2³¹ tags the numbers begin again, and what was noted before must not be taken for new.
        if (_tag == int.MaxValue)
        {
            _lastTag.AsSpan().Clear();
            _tag = 0;
        }

        _tag++;
        _prefixed = 0;
    }

    /// <summary>Notes an attribute of this tag.</summary>
    /// <returns>Whether it is the first of its name.</returns>
    public bool Add(scoped in XmlName name)
    {
        var id = name.Id;
        if (id >= _lastTag.Length)
        {
            Array.Resize(ref _lastTag, Math.Max(id + 1, _lastTag.Length * 2));
        }

        ref var last = ref _lastTag[id];
        if (last == _tag)
        {
            return false;
        }

        last = _tag;
        return name.NamespaceId == XmlNames.NoNamespace || AddExpanded(name.Table!.Info(id).Local, name.NamespaceId);
    }

    private bool AddExpanded(int local, int uri)
    {
        if (++_prefixed == 1)
        {
            _firstPrefixed = (local, uri);
            return true;
        }

        _expanded ??= [];
        if (_prefixed == 2)
        {
            _expanded.Clear();
            _expanded.Add(_firstPrefixed);
        }

        return _expanded.Add((local, uri));
    }
}
