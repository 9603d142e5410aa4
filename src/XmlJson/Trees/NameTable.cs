using System.Text;

namespace XmlJson.Trees;

/// <summary>A document's names: each pair of qualified name and namespace has one small number. Reading it is safe from several threads, adding is not.</summary>
/// <remarks>
/// The strings behind the names may be those of all documents that were built on a thread, so that the next one finds them there. Who builds one may add to them; when it is built it only reads
/// them, and takes a copy of its own before an edit adds to them. Which of them are this document's, its rows say: what others hold must not show.
/// </remarks>
internal sealed partial class NameTable
{
    /// <summary>Names are numbered with the 24 bits that a row has for them.</summary>
    private const int MaxCount = 1 << 24;

    /// <summary>In place of a namespace: the name was read with namespace processing off, so it has no parts.</summary>
    private const int WithoutNamespaces = -1;

    // So many names have room before anything grows: small documents have few.
    private const int UsualNames = 32;
    private const int UsualRows = 16;

    // By the qualified name's number, the first name like that; and the others, which are in other namespaces. Made when a name is first looked up.
    private int[]? _first;
    private Dictionary<long, int>? _others;
    private NameRow[] _rows;
    private int _count = 1;

    // So many of the rows are those of an earlier document, too, and stay as they are: a document that has the same names in the same order needs no others.
    private int _sharedRows;
    private bool _hasNamesWithoutNamespaces;

    // How many namespaces were declared while the document was built.
    private int _declarations;

    // What the strings are shared with, and whether the document is being built.
    private SharedNames? _shared;
    private bool _isBuilding;

    // Which of the strings that were shared once are this document's. All others are.
    private bool[] _used = [];

    /// <summary>Makes a table with strings of its own.</summary>
    public NameTable()
    {
        Names = new XmlNames(UsualNames);
        _rows = new NameRow[UsualRows];
    }

    /// <summary>Makes a table for a document that is built, with strings that are shared.</summary>
    public NameTable(SharedNames shared)
    {
        Names = shared.Names;
        (_rows, _sharedRows) = (shared.Rows, shared.RowCount);
        _shared = shared;
        _isBuilding = true;
    }

    /// <summary>The strings behind the names.</summary>
    public XmlNames Names { get; private set; }

    /// <summary>A name by its number; 0 is the name of nodes that have none.</summary>
    public ref readonly NameRow this[int name] => ref _rows[name];

    /// <summary>A name as events have it.</summary>
    public XmlName NameOf(int name)
    {
        ref var row = ref _rows[name];
        return new XmlName(Names, row.Qualified, row.Namespace);
    }

    /// <summary>The local part of a name. The same string each time.</summary>
    public string LocalOf(int name) => Names.NameString(_rows[name].Local);

    /// <summary>A name as ElementTree writes it: <c>{uri}local</c>. The same string each time.</summary>
    public string TagOf(int name)
    {
        ref var row = ref _rows[name];
        return row.Tag ??= row.Namespace > XmlNames.NoNamespace
            ? $"{{{Names.UriString(row.Namespace)}}}{Names.NameString(row.Local)}"
            : Names.NameString(row.Qualified);
    }

    /// <summary>The number of a name.</summary>
    /// <param name="qualified">The qualified name's number in <see cref="Names"/>.</param>
    /// <param name="uri">The namespace's number there; negative for a name read with namespace processing off.</param>
    public int Add(int qualified, int uri)
    {
        var first = _first ?? IndexRows();
        var id = qualified < first.Length ? first[qualified] : 0;
        if (id != 0 && _rows[id].Namespace != uri)
        {
            id = _others?.GetValueOrDefault(KeyOf(qualified, uri)) ?? 0;
        }

        return id != 0 ? id : Append(qualified, uri);
    }

    /// <summary>The number of a name that was not looked up before in this document.</summary>
    public int AddFirst(int qualified, int uri) => _first is null ? Append(qualified, uri) : Add(qualified, uri);

    /// <summary>Says that the document is built: from now on it only reads what it shares.</summary>
    /// <returns>Whether it shares its strings still.</returns>
    public bool EndSharing()
    {
        _isBuilding = false;
        if (_shared is null)
        {
            return false;
        }

        if (_sharedRows == 0)
        {
            _sharedRows = _count;
            (_shared.Rows, _shared.RowCount) = (_rows, _count);
        }

        return true;
    }

    private int Append(int qualified, int uri)
    {
        if (_count < _sharedRows && _rows[_count].Qualified == qualified && _rows[_count].Namespace == uri)
        {
            _hasNamesWithoutNamespaces |= uri < 0;
            return Added();
        }

        if (_count == MaxCount)
        {
            throw new InvalidOperationException($"The document has more than {MaxCount} distinct names.");
        }

        if (_sharedRows != 0 || _count == _rows.Length)
        {
            var rows = new NameRow[Math.Max(UsualRows, _count * 2)];
            _rows.AsSpan(0, _count).CopyTo(rows);
            _rows = rows;
            _sharedRows = 0;
        }

        ref readonly var info = ref Names.Info(qualified);
        _rows[_count] = uri < 0
            ? new NameRow(qualified, uri, XmlNames.EmptyName, qualified)
            : new NameRow(qualified, uri, info.Prefix, info.Local);
        _hasNamesWithoutNamespaces |= uri < 0;
        return Added();
    }

    private int Added()
    {
        if (_first is not null)
        {
            IndexRow(_count);
        }

        if (_used.Length > 0)
        {
            Use(in _rows[_count]);
        }

        return _count++;
    }

    private int[] IndexRows()
    {
        _first = new int[Math.Max(UsualNames, Names.Count)];
        for (var row = 1; row < _count; row++)
        {
            IndexRow(row);
        }

        return _first;
    }

    private void IndexRow(int row)
    {
        var (qualified, uri) = (_rows[row].Qualified, _rows[row].Namespace);
        if (qualified >= _first!.Length)
        {
            Array.Resize(ref _first, Math.Max(qualified + 1, _first.Length * 2));
        }

        if (_first[qualified] == 0)
        {
            _first[qualified] = row;
        }
        else
        {
            (_others ??= []).Add(KeyOf(qualified, uri), row);
        }
    }

    private static long KeyOf(int qualified, int uri) => ((long)uri << 32) | (uint)qualified;

    /// <summary>The number of a name as an event has it.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public int Add(in XmlName name)
    {
        var table = name.Table ?? throw new ArgumentException("The name is empty.", nameof(name));

        // A name that was read with namespace processing off has no parts, whatever it looks like.
        var isWhole = name.Prefix.IsEmpty && table.Info(name.Id).IsPrefixed;
        var qualified = Names.Find(table.Bytes(name.Id));
        if (qualified < 0)
        {
            TakeCopyIfShared();
            qualified = Names.InternName(table, name.Id);
        }

        return Add(qualified, isWhole ? WithoutNamespaces : InternUri(name.NamespaceUri));
    }

    /// <summary>The number of a namespace name that a declaration gives, added now if need be.</summary>
    public int AddDeclared(ReadOnlySpan<byte> uri)
    {
        if (!_isBuilding || _shared is null)
        {
            return InternUri(uri);
        }

        // Most often it is what an earlier document declared in this place.
        ref var guess = ref _shared.DeclaredAt(_declarations++);
        if (Names.UriBytes(guess).SequenceEqual(uri))
        {
            return guess;
        }

        var id = InternUri(uri);
        if (_shared is not null)
        {
            guess = id;
        }

        return id;
    }

    /// <summary>The number of a namespace name, added now if need be.</summary>
    public int InternUri(ReadOnlySpan<byte> uri)
    {
        if (uri.IsEmpty)
        {
            return XmlNames.NoNamespace;
        }

        var id = Names.FindUri(uri);
        if (id >= 0)
        {
            return id;
        }

        TakeCopyIfShared();
        return Names.InternUri(uri);
    }

    /// <summary>The number of a name that is in no namespace, such as a target.</summary>
    /// <exception cref="ArgumentException">It is no XML name.</exception>
    public int Add(ReadOnlySpan<byte> name)
    {
        var id = Intern(name);
        return id > XmlNames.EmptyName
            ? Add(id, XmlNames.NoNamespace)
            : throw NotAName(name);
    }

    private int Intern(ReadOnlySpan<byte> name)
    {
        var id = Names.Find(name);
        if (id >= 0)
        {
            return id;
        }

        TakeCopyIfShared();
        return Names.Intern(name);
    }

    // Before something is added: to what is shared only its builder does, unless it is full.
    private void TakeCopyIfShared()
    {
        if (_shared is null || (_isBuilding && !_shared.IsFull))
        {
            return;
        }

        Names = Names.Copy();
        _shared = null;
        _used = new bool[Names.Count];
        for (var row = 1; row < _count; row++)
        {
            Use(in _rows[row]);
        }
    }

    private void Use(in NameRow row)
    {
        foreach (var id in (ReadOnlySpan<int>)[row.Qualified, row.Prefix, row.Local])
        {
            if (id < _used.Length)
            {
                _used[id] = true;
            }
        }
    }

    private bool IsUsed(int id)
    {
        foreach (ref readonly var row in _rows.AsSpan(1, _count - 1))
        {
            if (row.Qualified == id || row.Prefix == id || row.Local == id)
            {
                return true;
            }
        }

        return false;
    }

    private static ArgumentException NotAName(ReadOnlySpan<byte> name) =>
        new($"'{Encoding.UTF8.GetString(name)}' is not an XML name (XML 1.0 §2.3 [5]).", nameof(name));
}
