using XmlJson.Text;

namespace XmlJson;

/// <summary>What the writer needs of each name at each occurrence, side by side: its bytes ready for copying, its parts, and which tag had it last.</summary>
internal struct WrittenNames
{
    private PaddedBytes _bytes = new();
    private Entry[] _entries = new Entry[64];
    private XmlNames? _table;

    // Entries of an earlier generation belong to another table.
    private int _generation;

    public WrittenNames()
    {
    }

    /// <summary>The entry of a name; the reference is valid until the next call.</summary>
    /// <param name="name">A name that is not empty.</param>
    public ref Entry this[scoped in XmlName name]
    {
        get
        {
            var id = name.Id;
            if (!ReferenceEquals(name.Table, _table) || (uint)id >= (uint)_entries.Length || _entries[id].Generation != _generation)
            {
                Add(in name);
            }

            return ref _entries[id];
        }
    }

    /// <summary>Copies a name; up to <see cref="PaddedBytes.Padding"/> bytes behind it are overwritten.</summary>
    public readonly void Copy(in Entry entry, Span<byte> destination) => _bytes.Copy(entry.Start, entry.Length, destination);

    private void Add(scoped in XmlName name)
    {
        if (!ReferenceEquals(name.Table, _table))
        {
            _table = name.Table;
            _bytes.Clear();
            _generation++;
        }

        var id = name.Id;
        if (id >= _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(id + 1, _entries.Length * 2));
        }

        if (_entries[id].Generation != _generation)
        {
            var qualified = name.Qualified;
            var info = _table!.Info(id);
            _entries[id] = new Entry
            {
                Generation = _generation,
                Start = _bytes.Add(qualified),
                Length = qualified.Length,
                Local = info.Local,
                IsPrefixed = info.IsPrefixed,
            };
        }
    }

    public struct Entry
    {
        public int Generation;
        public int Start;
        public int Length;
        public int Local;

        /// <summary>The number of the tag that had this name last.</summary>
        public int LastTag;
        public bool IsPrefixed;
    }
}
