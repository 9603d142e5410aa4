using System.Runtime.CompilerServices;

namespace XmlJson.Trees;

/// <summary>Finds a document's number for a name of a source's table by one array access.</summary>
internal sealed class NameMap
{
    // A list that only an unusual document needed is not kept.
    private const int MaxKept = 16 * 1024;

    private static NameMap? s_waiting;

    private Dictionary<XmlNames, Entry[]>? _others;
    private NameTable? _target;
    private XmlNames? _source;
    private Entry[] _entries = [];

    // The entries from here on are empty.
    private int _end;

    private NameMap()
    {
    }

    /// <summary>Makes a map for a document.</summary>
    public NameMap(NameTable target) => _target = target;

    /// <summary>The document's number for a name.</summary>
    public int this[in XmlName name]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var id = name.Id;
            var entries = _entries;
            if (ReferenceEquals(name.Table, _source) && (uint)id < (uint)entries.Length)
            {
                ref var entry = ref entries[id];
                if (entry.Name != 0 && entry.Namespace == name.NamespaceId)
                {
                    return entry.Name;
                }
            }

            return Add(in name);
        }
    }

    /// <summary>Takes the map that waits, or a new one.</summary>
    public static NameMap Rent() => Interlocked.Exchange(ref s_waiting, null) ?? new NameMap();

    /// <summary>Begins with the names of another document.</summary>
    public void Begin(NameTable target)
    {
        Clear();
        _target = target;
    }

    /// <summary>Lets the next document have the map.</summary>
    public void Return()
    {
        Clear();
        s_waiting = this;
    }

    private void Clear()
    {
        _others = null;
        _target = null;
        _source = null;
        _entries.AsSpan(0, _end).Clear();
        _end = 0;
        if (_entries.Length > MaxKept)
        {
            _entries = [];
        }
    }

    // New here, or used with another namespace than the last time, or from another table.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Add(in XmlName name)
    {
        var added = _target!.Add(in name);
        var source = name.Table!;
        if (!ReferenceEquals(source, _source))
        {
            Switch(source);
        }

        var id = name.Id;
        if (id >= _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(64, Math.Max(id + 1, _entries.Length * 2)));
        }

        _entries[id] = new Entry(added, name.NamespaceId);
        _end = Math.Max(_end, id + 1);
        return added;
    }

    // Seldom more than one table is used for a document, and the lists of the others are made for it.
    private void Switch(XmlNames source)
    {
        if (_source is not null)
        {
            _others ??= [];
            _others[_source] = _entries;
            _entries = _others.GetValueOrDefault(source, []);
            _end = _entries.Length;
        }

        _source = source;
    }

    private readonly record struct Entry(int Name, int Namespace);
}
