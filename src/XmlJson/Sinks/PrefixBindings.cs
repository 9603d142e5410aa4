using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using XmlJson.Text;

namespace XmlJson;

/// <summary>Which prefix is bound to which namespace name at a place of the output (Namespaces in XML 1.0 §6). Asking and binding take constant time.</summary>
internal sealed class PrefixBindings
{
    private const int UsualNames = 16;

    private static readonly Binding Unbound = new(Uri: -1, Depth: 0);

    private Utf8InternTable _prefixes;
    private Utf8InternTable _uris;
    private Binding[] _bindings;
    private Undo[] _undo = new Undo[8];
    private int _undoCount;

    // The numbers that one foreign table's prefixes and namespaces have here, plus one: the table of the first name that is asked for.
    private XmlNames? _table;
    private int[] _prefixOf = [];
    private int[] _uriOf = [];

    public PrefixBindings() => Renew();

    /// <summary>Another number whenever a binding has changed: an answer of <see cref="IsBound"/> is right as long as it is the same.</summary>
    public long Version { get; private set; } = 1;

    [MemberNotNull(nameof(_prefixes), nameof(_uris), nameof(_bindings))]
    private void Renew()
    {
        _prefixes = XmlNames.NewPrefixes(UsualNames);
        _uris = XmlNames.NewUris(UsualNames);
        _bindings = new Binding[16];
        _bindings.AsSpan().Fill(Unbound);
        _bindings[XmlNames.EmptyName] = new Binding(XmlNames.NoNamespace, Depth: 0);
        _bindings[XmlNames.XmlPrefix] = new Binding(XmlNames.XmlNamespace, Depth: 0);
    }

    /// <summary>Whether a name's prefix is bound to the name's namespace here, so that a parser will read the same name.</summary>
    public bool IsBound(scoped in XmlName name)
    {
        var table = name.Table!;
        var number = PrefixNumber(table, table.Info(name.Id).Prefix);
        return _bindings[number].Uri == UriNumber(table, name.NamespaceId);
    }

    /// <summary>The namespace name that a prefix is bound to.</summary>
    /// <returns>Whether it is bound; the empty prefix always is.</returns>
    public bool TryGet(scoped ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> uri)
    {
        var number = _prefixes.Find(prefix);
        var bound = number >= 0 && number < _bindings.Length ? _bindings[number].Uri : Unbound.Uri;
        uri = bound == Unbound.Uri ? [] : _uris[bound];
        return bound != Unbound.Uri;
    }

    /// <summary>Binds a prefix for an element and what is inside it. The namespace constraints of Namespaces in XML 1.0 §3 and §5 are checked.</summary>
    /// <param name="prefix">The prefix; empty for the default namespace.</param>
    /// <param name="uri">The namespace name.</param>
    /// <param name="depth">The element's depth: the binding lasts until <see cref="Leave"/> is called with it.</param>
    /// <returns>What is wrong with the declaration, or <see langword="null"/>.</returns>
    public string? Declare(scoped ReadOnlySpan<byte> prefix, scoped ReadOnlySpan<byte> uri, int depth)
    {
        var prefixNumber = WithBinding(Number(_prefixes, prefix));
        var uriNumber = Number(_uris, uri);
        if (NamespaceConstraints.Find(prefixNumber, uriNumber) is not NamespaceFault.None and var fault)
        {
            return Describe(fault);
        }

        if (_undoCount == _undo.Length)
        {
            Array.Resize(ref _undo, _undoCount * 2);
        }

        _undo[_undoCount++] = new Undo(depth, prefixNumber, _bindings[prefixNumber]);
        _bindings[prefixNumber] = new Binding(uriNumber, depth);
        Version++;
        return null;
    }

    /// <summary>Whether an element's own tag has declared this prefix already.</summary>
    public bool IsDeclaredAt(scoped ReadOnlySpan<byte> prefix, int depth)
    {
        var number = _prefixes.Find(prefix);
        return number >= 0 && number < _bindings.Length && _bindings[number].Depth == depth;
    }

    /// <summary>Takes back what was declared at a depth.</summary>
    public void Leave(int depth)
    {
        if (_undoCount == 0 || _undo[_undoCount - 1].Depth < depth)
        {
            return;
        }

        while (_undoCount > 0 && _undo[_undoCount - 1].Depth >= depth)
        {
            var undo = _undo[--_undoCount];
            _bindings[undo.Prefix] = undo.Previous;
        }

        Version++;
    }

    /// <summary>Takes back everything, and forgets what belongs to the last document's names.</summary>
    public void Reset()
    {
        Leave(1);
        _table = null;
        if (_prefixes.IsLarge || _uris.IsLarge)
        {
            Renew();
            _prefixOf = [];
            _uriOf = [];
        }

        _prefixOf.AsSpan().Clear();
        _uriOf.AsSpan().Clear();
        Version++;
    }

    internal static string Describe(NamespaceFault fault) => fault switch
    {
        NamespaceFault.XmlMismatch => "The prefix 'xml' belongs to the namespace http://www.w3.org/XML/1998/namespace and to no other.",
        NamespaceFault.EmptyBinding => "A prefix cannot be bound to no namespace.",
        _ => "The prefix 'xmlns' and its namespace are never declared.",
    };

    private static int Number(Utf8InternTable table, scoped ReadOnlySpan<byte> value)
    {
        var number = table.Find(value);
        return number >= 0 ? number : table.Add(value);
    }

    private static int Map(ref int[] map, Utf8InternTable table, int id, ReadOnlySpan<byte> value)
    {
        if (id >= map.Length)
        {
            Array.Resize(ref map, Math.Max(id + 1, Math.Max(16, map.Length * 2)));
        }

        var number = Number(table, value);
        map[id] = number + 1;
        return number;
    }

    private int PrefixNumber(XmlNames table, int prefix)
    {
        _table ??= table;
        return WithBinding(!ReferenceEquals(table, _table) ? Number(_prefixes, table.Bytes(prefix))
            : prefix < _prefixOf.Length && _prefixOf[prefix] > 0 ? _prefixOf[prefix] - 1
            : Map(ref _prefixOf, _prefixes, prefix, table.Bytes(prefix)));
    }

    private int UriNumber(XmlNames table, int uri)
    {
        Debug.Assert(_table is not null, "The prefix is looked up first.");
        return !ReferenceEquals(table, _table) ? Number(_uris, table.UriBytes(uri))
            : uri < _uriOf.Length && _uriOf[uri] > 0 ? _uriOf[uri] - 1
            : Map(ref _uriOf, _uris, uri, table.UriBytes(uri));
    }

    private int WithBinding(int prefix)
    {
        if (prefix >= _bindings.Length)
        {
            var known = _bindings.Length;
            Array.Resize(ref _bindings, Math.Max(known * 2, prefix + 1));
            _bindings.AsSpan(known).Fill(Unbound);
        }

        return prefix;
    }

    private readonly record struct Binding(int Uri, int Depth);

    private readonly record struct Undo(int Depth, int Prefix, Binding Previous);
}
