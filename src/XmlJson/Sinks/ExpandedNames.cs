namespace XmlJson;

/// <summary>Finds two attributes of one tag with the same namespace name and local part (Namespaces in XML 1.0 §6.3). They have prefixes then, so most tags have at most one candidate.</summary>
internal struct ExpandedNames
{
    private ExpandedNameSet? _names;
    private (int Local, int Uri) _first;
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>Notes a name.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(int local, int uri)
    {
        if (++_count == 1)
        {
            _first = (local, uri);
            return true;
        }

        _names ??= new ExpandedNameSet();
        if (_count == 2)
        {
            _names.Clear();
            _names.Add(_first.Local, _first.Uri);
        }

        return _names.Add(local, uri);
    }
}
