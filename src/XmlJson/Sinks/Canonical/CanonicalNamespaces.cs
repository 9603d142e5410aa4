using System.Diagnostics.CodeAnalysis;
using XmlJson.Text;

namespace XmlJson;

/// <summary>For each prefix what it is bound to in the input here, and what the output binds it to here. Prefixes and namespace names are numbers of tables of its own.</summary>
internal sealed class CanonicalNamespaces
{
    private const int UsualNames = 16;

    /// <summary>In place of a namespace: the prefix is not bound.</summary>
    public const int Unbound = -1;

    private Utf8InternTable _prefixes;
    private Utf8InternTable _uris;
    private Binding[] _bindings;
    private Undo[] _undo = new Undo[8];
    private int _undoCount;
    private NumberMap _prefixMap = new();
    private NumberMap _uriMap = new();

    // Sorting by a comparer makes a delegate of it each time.
    private readonly Comparison<int> _prefixOrder;
    private readonly Comparison<int> _uriOrder;

    public CanonicalNamespaces()
    {
        _prefixOrder = (x, y) => PrefixBytes(x).SequenceCompareTo(PrefixBytes(y));
        _uriOrder = (x, y) => UriBytes(x).SequenceCompareTo(UriBytes(y));
        Renew();
    }

    /// <summary>Whether so much is held that <see cref="Reset"/> begins new tables: numbers that were kept are void then.</summary>
    public bool IsLarge => _prefixes.IsLarge || _uris.IsLarge;

    /// <summary>The number of namespace names.</summary>
    public int UriCount => _uris.Count;

    public ReadOnlySpan<byte> PrefixBytes(int prefix) => _prefixes[prefix];

    public ReadOnlySpan<byte> UriBytes(int uri) => _uris[uri];

    /// <summary>Sorts prefixes as declarations are: the default namespace comes first (Canonical XML 1.0 §2.2).</summary>
    public void SortPrefixes(Span<int> prefixes) => prefixes.Sort(_prefixOrder);

    /// <summary>Sorts namespaces by their names.</summary>
    public void SortUris(Span<int> uris) => uris.Sort(_uriOrder);

    /// <summary>The number of a prefix.</summary>
    public int PrefixNumber(scoped ReadOnlySpan<byte> prefix) => WithBinding(Number(_prefixes, prefix));

    /// <summary>The number of a namespace name.</summary>
    public int UriNumber(scoped ReadOnlySpan<byte> uri) => Number(_uris, uri);

    /// <summary>The number of what stands before a name's colon, also where colons meant nothing to who read it.</summary>
    public int PrefixOf(scoped in XmlName name)
    {
        var id = name.Table!.Info(name.Id).Prefix;
        if (id == XmlNames.EmptyName)
        {
            return XmlNames.EmptyName;
        }

        ref var number = ref _prefixMap[name.Table, id];
        if (number == 0)
        {
            number = PrefixNumber(name.Table.Bytes(id)) + 1;
        }

        return number - 1;
    }

    /// <summary>The number of a name's namespace name.</summary>
    public int UriOf(scoped in XmlName name)
    {
        if (name.NamespaceId == XmlNames.NoNamespace)
        {
            return XmlNames.NoNamespace;
        }

        ref var number = ref _uriMap[name.Table!, name.NamespaceId];
        if (number == 0)
        {
            number = UriNumber(name.NamespaceUri) + 1;
        }

        return number - 1;
    }

    /// <summary>What a prefix is bound to in the input.</summary>
    public int BoundTo(int prefix) => _bindings[prefix].Uri;

    /// <summary>Whether an element's own tag binds this prefix.</summary>
    public bool IsDeclaredAt(int prefix, int depth) => _bindings[prefix].Depth == depth;

    /// <summary>Binds a prefix for an element and what is inside it.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="uri">The namespace name.</param>
    /// <param name="depth">The element's depth, from 1.</param>
    public void Declare(int prefix, int uri, int depth)
    {
        NoteUndo(prefix, depth);
        _bindings[prefix].Uri = uri;
        _bindings[prefix].Depth = depth;
    }

    /// <summary>Makes the output bind a prefix as the input does.</summary>
    /// <returns>Whether the output must declare it, since it did not do so before.</returns>
    public bool Render(int prefix, int depth)
    {
        if (_bindings[prefix].Rendered == _bindings[prefix].Uri)
        {
            return false;
        }

        NoteUndo(prefix, depth);
        _bindings[prefix].Rendered = _bindings[prefix].Uri;
        return true;
    }

    /// <summary>Takes back what came with the element at a depth.</summary>
    public void Leave(int depth)
    {
        while (_undoCount > 0 && _undo[_undoCount - 1].ElementDepth == depth)
        {
            var undo = _undo[--_undoCount];
            _bindings[undo.Prefix] = undo.Previous;
        }
    }

    /// <summary>Takes back everything, and forgets what belongs to the last document's names.</summary>
    public void Reset()
    {
        while (_undoCount > 0)
        {
            var undo = _undo[--_undoCount];
            _bindings[undo.Prefix] = undo.Previous;
        }

        _prefixMap.Clear();
        _uriMap.Clear();
        if (IsLarge)
        {
            Renew();
        }
    }

    private static int Number(Utf8InternTable table, scoped ReadOnlySpan<byte> value)
    {
        var number = table.Find(value);
        return number >= 0 ? number : table.Add(value);
    }

    [MemberNotNull(nameof(_prefixes), nameof(_uris), nameof(_bindings))]
    private void Renew()
    {
        _prefixes = XmlNames.NewPrefixes(UsualNames);
        _uris = XmlNames.NewUris(UsualNames);
        _bindings = new Binding[16];
        _bindings.AsSpan().Fill(Binding.None);
        _bindings[XmlNames.EmptyName] = new Binding { Uri = XmlNames.NoNamespace, Rendered = XmlNames.NoNamespace };
        _bindings[XmlNames.XmlPrefix] = new Binding { Uri = XmlNames.XmlNamespace, Rendered = XmlNames.XmlNamespace };
    }

    private int WithBinding(int prefix)
    {
        if (prefix >= _bindings.Length)
        {
            var known = _bindings.Length;
            Array.Resize(ref _bindings, Math.Max(known * 2, prefix + 1));
            _bindings.AsSpan(known).Fill(Binding.None);
        }

        return prefix;
    }

    private void NoteUndo(int prefix, int depth)
    {
        if (_undoCount == _undo.Length)
        {
            Array.Resize(ref _undo, _undoCount * 2);
        }

        _undo[_undoCount++] = new Undo(depth, prefix, _bindings[prefix]);
    }

    private struct Binding
    {
        public static readonly Binding None = new() { Uri = Unbound, Rendered = Unbound };

        /// <summary>The namespace in the input.</summary>
        public int Uri;

        /// <summary>The namespace in the output.</summary>
        public int Rendered;

        /// <summary>The depth of the element whose tag declares it; 0 for none.</summary>
        public int Depth;
    }

    private readonly record struct Undo(int ElementDepth, int Prefix, Binding Previous);
}
