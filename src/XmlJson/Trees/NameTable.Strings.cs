namespace XmlJson.Trees;

// Names that are given as strings, by edits and questions.
internal sealed partial class NameTable
{
    // Names given as strings lately, by what tells most of them apart: the same ones come again and again. What is found is compared, so threads that look up at once may overwrite each other's.
    private int[]? _lastAdded;
    private int[]? _lastFound;

    /// <summary>The number of a name that an edit gives.</summary>
    /// <param name="qualified">The qualified name.</param>
    /// <param name="uri">The namespace name; empty for none, or for the one that <c>xml</c> and <c>xmlns</c> have.</param>
    /// <param name="isAttribute">Whether an attribute has it.</param>
    /// <exception cref="ArgumentException">It is not a qualified name (Namespaces in XML 1.0 §4 [7]), or misuses the reserved prefixes (§3).</exception>
    public int Add(ReadOnlySpan<char> qualified, ReadOnlySpan<char> uri, bool isAttribute)
    {
        ref var last = ref Recent(ref _lastAdded, qualified, isAttribute);
        if (last == 0 || _hasNamesWithoutNamespaces || !IsWritten(last, qualified, uri))
        {
            last = AddWritten(qualified, uri, isAttribute);
        }

        return last;
    }

    private static ref int Recent(ref int[]? names, ReadOnlySpan<char> qualified, bool isAttribute = false)
    {
        const int Slots = 32;
        var places = names ??= new int[Slots];
        var place = qualified.IsEmpty ? 0 : (qualified.Length * 7) + qualified[0] + (qualified[qualified.Length / 2] * 3) + (qualified[^1] * 5) + (isAttribute ? 16 : 0);
        return ref places[place & (Slots - 1)];
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
            var id = Intern(qualifiedBytes.Bytes);
            return id > XmlNames.EmptyName ? Add(id, WithoutNamespaces) : throw NotAName(qualifiedBytes.Bytes);
        }

        using var uriBytes = new Utf8Buffer(uri, stackalloc byte[Utf8Buffer.TypicalLength]);
        var qualifiedId = Intern(qualifiedBytes.Bytes);
        if (qualifiedId <= XmlNames.EmptyName || !Names.Info(qualifiedId).IsQualifiedName)
        {
            throw new ArgumentException($"'{qualified}' is not a qualified XML name.", nameof(qualified));
        }

        var info = Names.Info(qualifiedId);
        var isDeclaration = info.IsNamespaceDeclaration && (isAttribute || info.IsPrefixed);
        var namespaceId = InternUri(uriBytes.Bytes);
        if (namespaceId == XmlNames.NoNamespace)
        {
            namespaceId = info.Prefix == XmlNames.XmlPrefix ? XmlNames.XmlNamespace : isDeclaration && isAttribute ? XmlNames.XmlnsNamespace : namespaceId;
        }

        if ((info.Prefix == XmlNames.XmlPrefix) != (namespaceId == XmlNames.XmlNamespace) || isDeclaration != (namespaceId == XmlNames.XmlnsNamespace))
        {
            throw new ArgumentException(
                $"'{qualified}' cannot be in the namespace '{uri}': the prefixes xml and xmlns are reserved for their namespaces, and these for them (Namespaces in XML 1.0 §3).", nameof(uri));
        }

        return Add(qualifiedId, namespaceId);
    }

    /// <summary>The number of a qualified name among the strings of <see cref="Names"/>; negative when they do not hold it.</summary>
    public int Find(ReadOnlySpan<char> qualified)
    {
        // Another thread may have found it: what its number stands for must be seen with it.
        ref var last = ref Recent(ref _lastFound, qualified);
        var known = Volatile.Read(ref last);
        if (known > XmlNames.EmptyName && qualified.SequenceEqual(Names.NameString(known)))
        {
            return known;
        }

        using var bytes = new Utf8Buffer(qualified, stackalloc byte[Utf8Buffer.TypicalLength]);
        var id = Names.Find(bytes.Bytes);
        Volatile.Write(ref last, Math.Max(id, XmlNames.EmptyName));
        return id;
    }

    /// <summary>Whether a name of the document is, or begins or ends with, this one.</summary>
    /// <param name="name">A name without a colon.</param>
    public bool Holds(ReadOnlySpan<char> name)
    {
        var id = Find(name);
        return id >= 0 && (_shared is not null ? IsUsed(id) : id >= _used.Length || _used[id]);
    }

    /// <summary>The number of a namespace name; negative when the table does not hold it.</summary>
    public int FindUri(ReadOnlySpan<char> uri)
    {
        using var bytes = new Utf8Buffer(uri, stackalloc byte[Utf8Buffer.TypicalLength]);
        return Names.FindUri(bytes.Bytes);
    }
}
