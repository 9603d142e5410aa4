using System.Runtime.CompilerServices;
using System.Text;
using XmlJson.Text;

namespace XmlJson;

/// <summary>A table of names: each distinct name, prefix and namespace URI is checked, split and turned into a string once.</summary>
/// <remarks>
/// Sources own one and hand out its names; write your own source with one of your own. Not safe for use by several threads at once, but names that it
/// gave out may be read from any thread at any time.
/// </remarks>
public sealed class XmlNames
{
    /// <summary>The namespaces that are bound for good (Namespaces in XML 1.0 §3).</summary>
    internal const string XmlUri = "http://www.w3.org/XML/1998/namespace";
    internal const string XmlnsUri = "http://www.w3.org/2000/xmlns/";

    internal const int NoNamespace = 0;
    internal const int XmlNamespace = 1;
    internal const int XmlnsNamespace = 2;
    internal const int EmptyName = 0;
    internal const int XmlPrefix = 1;
    internal const int XmlnsPrefix = 2;

    private const int UsualNames = 128;
    private const int UsualUris = 8;
    private const int ManyNames = 1024;

    // What every table begins with, held once.
    private static readonly StoredBytes XmlBytes = StoredBytesOf("xml");
    private static readonly StoredBytes XmlnsBytes = StoredBytesOf("xmlns");
    private static readonly StoredBytes XmlUriBytes = StoredBytesOf(XmlUri);
    private static readonly StoredBytes XmlnsUriBytes = StoredBytesOf(XmlnsUri);

    // Held by who adds and by who copies: reading needs no lock.
    private readonly Lock _adding = new();
    private readonly Utf8InternTable _names;
    private readonly Utf8InternTable _uris;
    private NameInfo[] _infos;
    private string?[] _nameStrings = [];
    private string?[] _uriStrings = [];

    /// <summary>Makes a table that holds only the names every document may use: <c>xml</c> and <c>xmlns</c>.</summary>
    public XmlNames()
        : this(UsualNames)
    {
    }

    /// <summary>Makes a table that holds only the names every document may use.</summary>
    /// <param name="capacity">How many names there is room for before it grows; a power of two.</param>
    internal XmlNames(int capacity)
    {
        _names = new Utf8InternTable(capacity);
        _uris = NewUris(UsualUris);
        _infos = new NameInfo[capacity];
        Store([]);
        StoreBound(XmlBytes, NameFlags.QualifiedName);
        StoreBound(XmlnsBytes, NameFlags.QualifiedName | NameFlags.NamespaceDeclaration);
    }

    private XmlNames(XmlNames original)
    {
        _names = original._names.Copy();
        _uris = original._uris.Copy();
        _infos = [.. original._infos];
        _nameStrings = [.. original._nameStrings];
        _uriStrings = [.. original._uriStrings];
    }

    /// <summary>A table that holds the same names by the same numbers.</summary>
    internal XmlNames Copy()
    {
        lock (_adding)
        {
            return new XmlNames(this);
        }
    }

    /// <summary>A table of prefixes that begins as every table of names does: with the prefixes that are bound for good, by the same numbers.</summary>
    internal static Utf8InternTable NewPrefixes(int capacity)
    {
        var prefixes = new Utf8InternTable(capacity);
        prefixes.Add([]);
        prefixes.Add(XmlBytes);
        prefixes.Add(XmlnsBytes);
        return prefixes;
    }

    /// <summary>A table of namespace names that begins with those that are bound for good, by the numbers above.</summary>
    internal static Utf8InternTable NewUris(int capacity)
    {
        var uris = new Utf8InternTable(capacity);
        uris.Add([]);
        uris.Add(XmlUriBytes);
        uris.Add(XmlnsUriBytes);
        return uris;
    }

    /// <summary>Whether so much is held that a source which reads one document after another should begin a new table.</summary>
    internal bool IsLarge => _names.IsLarge || _uris.IsLarge;

    /// <summary>The number of distinct names held, prefixes and local parts counted too.</summary>
    public int Count => _names.Count;

    /// <summary>Finds the entry of a name in a namespace, or makes it: checked and split once, kept as long as the table.</summary>
    /// <param name="qualifiedName">The name as it is written, with its prefix if it has one (Namespaces in XML 1.0 §4 [7]).</param>
    /// <param name="namespaceUri">The namespace name; empty for none.</param>
    /// <returns>The name; asking again gives an equal one without allocating.</returns>
    /// <exception cref="ArgumentException"><paramref name="qualifiedName"/> is not a qualified name.</exception>
    public XmlName Get(ReadOnlySpan<byte> qualifiedName, ReadOnlySpan<byte> namespaceUri = default)
    {
        var id = Intern(qualifiedName);
        if (id <= EmptyName || (_infos[id].Flags & NameFlags.QualifiedName) == 0)
        {
            throw new ArgumentException($"'{Encoding.UTF8.GetString(qualifiedName)}' is not a qualified XML name.", nameof(qualifiedName));
        }

        return new XmlName(this, id, InternUri(namespaceUri));
    }

    /// <inheritdoc cref="Get(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    public XmlName Get(string qualifiedName, string namespaceUri = "")
    {
        ArgumentNullException.ThrowIfNull(qualifiedName);
        ArgumentNullException.ThrowIfNull(namespaceUri);
        return Get(Encoding.UTF8.GetBytes(qualifiedName), Encoding.UTF8.GetBytes(namespaceUri));
    }

    /// <summary>The number of a name that is known already, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find(NameHead head, ref byte start, int length) => _names.Find(head, ref start, length);

    /// <summary>The number of a name that is known already, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> name) => _names.Find(name);

    /// <summary>The number of a namespace name that is known already, or -1.</summary>
    internal int FindUri(ReadOnlySpan<byte> uri) => _uris.Find(uri);

    /// <summary>The number of a name, stored now if need be; -1 when the bytes are no [5] Name.</summary>
    internal int Intern(ReadOnlySpan<byte> name)
    {
        var id = _names.Find(name);
        if (id >= 0)
        {
            return id;
        }

        return NameCharacters.IsName(name) ? StoreNew(name) : -1;
    }

    /// <summary>The number of a name that is known to be one, stored now if need be.</summary>
    internal int InternName(ReadOnlySpan<byte> name)
    {
        var id = _names.Find(name);
        return id >= 0 ? id : StoreNew(name);
    }

    // Documents that share a table may be read, and so mapped, by several threads; another may have been here since it was looked for.
    private int StoreNew(ReadOnlySpan<byte> name)
    {
        lock (_adding)
        {
            var id = _names.Find(name);
            return id >= 0 ? id : Store(name);
        }
    }

    /// <summary>The number of a name of another table. Bytes, parts and string are that table's, which never change.</summary>
    internal int InternName(XmlNames source, int name)
    {
        ref readonly var info = ref source._infos[name];
        var id = _names.Find(info.Name.Span);
        if (id >= 0)
        {
            return id;
        }

        lock (_adding)
        {
            id = _names.Find(info.Name.Span);
            if (id >= 0)
            {
                return id;
            }

            var (prefix, local) = info.IsPrefixed ? (InternName(source, info.Prefix), InternName(source, info.Local)) : (EmptyName, -1);
            id = Add(info.Name, info.LocalName, prefix, local, info.Flags);

            // One string then does for all documents that a source reads one after the other. Where names are many, most are not asked for.
            if (source.Count <= ManyNames)
            {
                SetString(id, source.NameString(name));
            }

            return id;
        }
    }

    internal int InternUri(ReadOnlySpan<byte> uri)
    {
        var id = _uris.Find(uri);
        if (id >= 0)
        {
            return id;
        }

        lock (_adding)
        {
            id = _uris.Find(uri);
            return id >= 0 ? id : _uris.Add(uri);
        }
    }

    internal ref readonly NameInfo Info(int id) => ref _infos[id];

    internal ReadOnlySpan<byte> Bytes(int id) => _infos[id].Name.Span;

    internal ReadOnlySpan<byte> UriBytes(int id) => _uris[id];

    /// <summary>The number of bytes that all of them have.</summary>
    internal long ByteCount => _names.ByteCount + _uris.ByteCount;

    /// <summary>The number of distinct names and namespace names held.</summary>
    internal int Total => _names.Count + _uris.Count;

    internal string NameString(int id) => StringOf(ref _nameStrings, _names, id);

    internal string UriString(int id) => StringOf(ref _uriStrings, _uris, id);

    // Two threads may both make the string, or both make the list longer; either is right, and one of the two wins. So the list read here must be the one written to.
    private static string StringOf(ref string?[] strings, Utf8InternTable table, int id)
    {
        var known = strings;
        if (id >= known.Length)
        {
            Array.Resize(ref known, Math.Max(id + 1, known.Length * 2));
            strings = known;
        }

        return known[id] ??= Encoding.UTF8.GetString(table[id]);
    }

    private static StoredBytes StoredBytesOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new StoredBytes(bytes, 0, bytes.Length);
    }

    private void StoreBound(StoredBytes name, NameFlags flags)
    {
        Add(name, name, EmptyName, local: -1, flags);
    }

    // A name is found as soon as it is added, by other threads too: so all else is there before.
    private int Add(StoredBytes name, StoredBytes localName, int prefix, int local, NameFlags flags)
    {
        var id = _names.Count;
        if (id >= _infos.Length)
        {
            Array.Resize(ref _infos, id * 2);
        }

        _infos[id] = new NameInfo(name, localName, prefix, local < 0 ? id : local, flags);
        return _names.Add(name);
    }

    private void SetString(int id, string text)
    {
        // Others may make the list longer at the same time: the one that is written to is the one whose length was looked at.
        var strings = _nameStrings;
        if (id >= strings.Length)
        {
            Array.Resize(ref strings, Math.Max(_infos.Length, id + 1));
            _nameStrings = strings;
        }

        strings[id] = text;
    }

    private int Store(ReadOnlySpan<byte> name)
    {
        var colon = name.IndexOf((byte)':');
        var flags = NameFlags.None;
        int prefix = EmptyName, local = -1;
        if (colon < 0)
        {
            flags |= NameFlags.QualifiedName;
        }
        else if (NameCharacters.IsNCName(name[..colon]) && NameCharacters.IsNCName(name[(colon + 1)..]))
        {
            flags |= NameFlags.QualifiedName | NameFlags.Prefixed;
            prefix = Intern(name[..colon]);
            local = Intern(name[(colon + 1)..]);
        }

        if (prefix == XmlnsPrefix)
        {
            flags |= NameFlags.NamespaceDeclaration;
        }

        var stored = _names.Store(name);
        return Add(stored, stored.From(local < 0 ? 0 : colon + 1), prefix, local, flags);
    }
}
