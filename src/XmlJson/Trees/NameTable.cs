using System.Text;

namespace XmlJson.Trees;

/// <summary>A document's names: each pair of qualified name and namespace has one small number. Reading it is safe from several threads, adding is not.</summary>
internal sealed class NameTable
{
    /// <summary>Names are numbered with the 24 bits that a row has for them.</summary>
    private const int MaxCount = 1 << 24;

    /// <summary>In place of a namespace: the name was read with namespace processing off, so it has no parts.</summary>
    private const int WithoutNamespaces = -1;

    // So many names have room before anything grows: small documents have few.
    private const int UsualNames = 32;

    // By the qualified name's number, the first name like that; and the others, which are in other namespaces.
    private int[] _first = new int[UsualNames];
    private Dictionary<long, int>? _others;
    private NameRow[] _rows = new NameRow[UsualNames];
    private int _count = 1;
    private bool _hasNamesWithoutNamespaces;

    // The names that edits gave last: the same ones come again and again.
    private int _lastElementName;
    private int _lastAttributeName;

    /// <summary>The strings behind the names.</summary>
    public XmlNames Names { get; } = new(UsualNames);

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
        if (qualified >= _first.Length)
        {
            Array.Resize(ref _first, Math.Max(qualified + 1, _first.Length * 2));
        }

        var key = ((long)uri << 32) | (uint)qualified;
        var id = _first[qualified];
        if (id != 0)
        {
            if (_rows[id].Namespace == uri)
            {
                return id;
            }

            _others ??= [];
            if (_others.TryGetValue(key, out id))
            {
                return id;
            }
        }

        if (_count == MaxCount)
        {
            throw new InvalidOperationException($"The document has more than {MaxCount} distinct names.");
        }

        if (_count == _rows.Length)
        {
            Array.Resize(ref _rows, _count * 2);
        }

        ref readonly var info = ref Names.Info(qualified);
        _rows[_count] = uri < 0
            ? new NameRow(qualified, uri, XmlNames.EmptyName, qualified)
            : new NameRow(qualified, uri, info.Prefix, info.Local);
        _hasNamesWithoutNamespaces |= uri < 0;
        if (_first[qualified] == 0)
        {
            _first[qualified] = _count;
        }
        else
        {
            _others!.Add(key, _count);
        }

        return _count++;
    }

    /// <summary>The number of a name as an event has it.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public int Add(in XmlName name)
    {
        var table = name.Table ?? throw new ArgumentException("The name is empty.", nameof(name));

        // A name that was read with namespace processing off has no parts, whatever it looks like.
        var isWhole = name.Prefix.IsEmpty && table.Info(name.Id).IsPrefixed;
        var qualified = Names.InternName(table, name.Id);
        return Add(qualified, isWhole ? WithoutNamespaces : Names.InternUri(name.NamespaceUri));
    }

    /// <summary>The number of a name that is in no namespace, such as a target.</summary>
    /// <exception cref="ArgumentException">It is no XML name.</exception>
    public int Add(ReadOnlySpan<byte> name)
    {
        var id = Names.Intern(name);
        return id > XmlNames.EmptyName
            ? Add(id, XmlNames.NoNamespace)
            : throw NotAName(name);
    }

    /// <summary>The number of a name that an edit gives.</summary>
    /// <param name="qualified">The qualified name.</param>
    /// <param name="uri">The namespace name; empty for none, or for the one that <c>xml</c> and <c>xmlns</c> have.</param>
    /// <param name="isAttribute">Whether an attribute has it.</param>
    /// <exception cref="ArgumentException">It is not a qualified name (Namespaces in XML 1.0 §4 [7]), or misuses the reserved prefixes (§3).</exception>
    public int Add(ReadOnlySpan<char> qualified, ReadOnlySpan<char> uri, bool isAttribute)
    {
        ref var last = ref isAttribute ? ref _lastAttributeName : ref _lastElementName;
        if (last == 0 || _hasNamesWithoutNamespaces || !IsWritten(last, qualified, uri))
        {
            last = AddWritten(qualified, uri, isAttribute);
        }

        return last;
    }

    private bool IsWritten(int name, ReadOnlySpan<char> qualified, ReadOnlySpan<char> uri)
    {
        ref readonly var row = ref _rows[name];
        return qualified.SequenceEqual(Names.NameString(row.Qualified)) && uri.SequenceEqual(Names.UriString(row.Namespace));
    }

    private int AddWritten(ReadOnlySpan<char> qualified, ReadOnlySpan<char> uri, bool isAttribute)
    {
        using var qualifiedBytes = new Utf8Buffer(qualified, stackalloc byte[Utf8Buffer.TypicalLength]);
        if (uri.IsEmpty && _hasNamesWithoutNamespaces)
        {
            var id = Names.Intern(qualifiedBytes.Bytes);
            return id > XmlNames.EmptyName ? Add(id, WithoutNamespaces) : throw NotAName(qualifiedBytes.Bytes);
        }

        using var uriBytes = new Utf8Buffer(uri, stackalloc byte[Utf8Buffer.TypicalLength]);
        var name = Names.Get(qualifiedBytes.Bytes, uriBytes.Bytes);
        var info = Names.Info(name.Id);
        var isDeclaration = info.IsNamespaceDeclaration && (isAttribute || info.IsPrefixed);
        var namespaceId = name.NamespaceId;
        if (namespaceId == XmlNames.NoNamespace)
        {
            namespaceId = info.Prefix == XmlNames.XmlPrefix ? XmlNames.XmlNamespace : isDeclaration && isAttribute ? XmlNames.XmlnsNamespace : namespaceId;
        }

        if ((info.Prefix == XmlNames.XmlPrefix) != (namespaceId == XmlNames.XmlNamespace) || isDeclaration != (namespaceId == XmlNames.XmlnsNamespace))
        {
            throw new ArgumentException(
                $"'{qualified}' cannot be in the namespace '{uri}': the prefixes xml and xmlns are reserved for their namespaces, and these for them (Namespaces in XML 1.0 §3).", nameof(uri));
        }

        return Add(name.Id, namespaceId);
    }

    /// <summary>The number of a qualified name among the strings of <see cref="Names"/>; negative when no name of the document is like that.</summary>
    public int Find(ReadOnlySpan<char> qualified)
    {
        using var bytes = new Utf8Buffer(qualified, stackalloc byte[Utf8Buffer.TypicalLength]);
        return Names.Find(bytes.Bytes);
    }

    /// <summary>The number of a namespace name; negative when no name of the document is in it.</summary>
    public int FindUri(ReadOnlySpan<char> uri)
    {
        using var bytes = new Utf8Buffer(uri, stackalloc byte[Utf8Buffer.TypicalLength]);
        return Names.FindUri(bytes.Bytes);
    }

    private static ArgumentException NotAName(ReadOnlySpan<byte> name) =>
        new($"'{Encoding.UTF8.GetString(name)}' is not an XML name (XML 1.0 §2.3 [5]).", nameof(name));
}
