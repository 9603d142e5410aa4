using System.Runtime.CompilerServices;

namespace XmlJson.Trees;

/// <summary>Finds a document's number for a name of a source's table by one array access.</summary>
/// <remarks>One waits on each thread, and knows the names that the parser there had in earlier documents: so the next one of their kind looks none up.</remarks>
internal sealed class NameMap
{
    // A list that only an unusual document needed is not kept.
    private const int MaxKept = 16 * 1024;

    [ThreadStatic]
    private static NameMap? s_waiting;

    private Dictionary<XmlNames, Entry[]>? _others;
    private SharedNames? _shared;
    private NameTable? _target;
    private XmlNames? _source;
    private Entry[] _entries = [];

    // Whether a name of this source was met in this document, rather than in an earlier one.
    private bool _isSourceUsed;

    // The number of the document; entries of another one only tell where its strings are.
    private int _document = 1;

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
                if (entry.Document == _document && entry.Namespace == name.NamespaceId)
                {
                    return entry.Name;
                }
            }

            return Add(in name);
        }
    }

    /// <summary>Takes the map that waits, or a new one.</summary>
    public static NameMap Rent()
    {
        var waiting = s_waiting ?? new NameMap();
        s_waiting = null;
        return waiting;
    }

    /// <summary>Makes the names of the next document.</summary>
    public NameTable Begin()
    {
        EndDocument();
        _shared ??= new SharedNames();
        _target = new NameTable(_shared);
        return _target;
    }

    /// <summary>Lets the next document have the map.</summary>
    public void Return()
    {
        EndDocument();
        s_waiting = this;
    }

    private void EndDocument()
    {
        if (_target is null)
        {
            return;
        }

        if (!_target.EndSharing() || _shared!.IsFull)
        {
            // There are many names: the next document has others, or its own.
            _shared = null;
        }

        if (_shared is null || _others is not null || _source is { IsLarge: true } || _entries.Length > MaxKept || _document == int.MaxValue)
        {
            _others = null;
            _source = null;
            _entries = [];
            _document = 0;
        }

        _target = null;
        _isSourceUsed = false;
        _document++;
    }

    // New here, or used with another namespace than the last time, or from another table.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Add(in XmlName name)
    {
        var id = name.Id;
        if (ReferenceEquals(name.Table, _source) && id < _entries.Length)
        {
            ref var known = ref _entries[id];
            if (known.Document != 0 && known.Document != _document && known.Namespace == name.NamespaceId)
            {
                _isSourceUsed = true;
                known.Document = _document;
                return known.Name = _target!.AddFirst(known.Qualified, known.Uri);
            }
        }

        var added = _target!.Add(in name);
        var source = name.Table!;
        if (!ReferenceEquals(source, _source))
        {
            Switch(source);
        }

        if (id >= _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(64, Math.Max(id + 1, _entries.Length * 2)));
        }

        _isSourceUsed = true;
        ref readonly var row = ref _target[added];
        _entries[id] = new Entry { Name = added, Namespace = name.NamespaceId, Document = _document, Qualified = row.Qualified, Uri = row.Namespace };
        return added;
    }

    // Seldom more than one table is used for a document, and the lists of the others are made for it.
    private void Switch(XmlNames source)
    {
        if (_isSourceUsed)
        {
            _others ??= [];
            _others[_source!] = _entries;
            _entries = _others.GetValueOrDefault(source, []);
        }
        else
        {
            _entries = [];
        }

        _source = source;
    }

    //  | number in the document | namespace in the source's table | the document | numbers of name and namespace in the document's strings |
    private struct Entry
    {
        public int Name;
        public int Namespace;
        public int Document;
        public int Qualified;
        public int Uri;
    }
}
