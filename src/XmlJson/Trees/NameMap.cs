namespace XmlJson.Trees;

/// <summary>Finds a document's number for a name of a source's table by one array access.</summary>
internal sealed class NameMap(NameTable target)
{
    private readonly Dictionary<XmlNames, Entry[]> _known = [];
    private XmlNames? _source;
    private Entry[] _entries = [];

    public int this[in XmlName name]
    {
        get
        {
            var id = name.Id;
            if (ReferenceEquals(name.Table, _source) && (uint)id < (uint)_entries.Length)
            {
                ref var entry = ref _entries[id];
                if (entry.Name != 0 && entry.Namespace == name.NamespaceId)
                {
                    return entry.Name;
                }
            }

            return Add(in name);
        }
    }

    // New here, or used with another namespace than the last time, or from another table.
    private int Add(in XmlName name)
    {
        var added = target.Add(in name);
        var source = name.Table!;
        if (!ReferenceEquals(source, _source))
        {
            _source = source;
            _entries = _known.GetValueOrDefault(source, []);
        }

        if (name.Id >= _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(64, Math.Max(name.Id + 1, _entries.Length * 2)));
            _known[source] = _entries;
        }

        _entries[name.Id] = new Entry(added, name.NamespaceId);
        return added;
    }

    private readonly record struct Entry(int Name, int Namespace);
}
