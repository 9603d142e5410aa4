using System.Runtime.CompilerServices;
namespace XmlJson;

/// <summary>The name of an element or attribute with its namespace resolved (Namespaces in XML 1.0 §2.1). A copy may be kept after the event.</summary>
/// <remarks>
/// Two names are equal when their namespace name and local part are: prefixes do not count. Strings are made once for each distinct name, so asking for them at every event
/// allocates nothing after the first time.
/// </remarks>
public readonly struct XmlName : IEquatable<XmlName>
{
    private readonly XmlNames? _table;
    private readonly int _id;
    private readonly int _uri;

    internal XmlName(XmlNames table, int id, int uri)
    {
        _table = table;
        _id = id;
        _uri = uri;
    }

    /// <summary>The name as it is written, prefix included.</summary>
    public ReadOnlySpan<byte> Qualified => _table is null ? [] : _table.Bytes(_id);

    /// <summary>The local part: what follows the colon, or the whole name. With namespace processing off it is the whole name.</summary>
    public ReadOnlySpan<byte> Local
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_table is null)
            {
                return [];
            }

            ref readonly var info = ref _table.Info(_id);
            return _uri < 0 ? info.Name.Span : info.LocalName.Span;
        }
    }

    /// <summary>The prefix, without the colon; empty when there is none or namespace processing is off.</summary>
    public ReadOnlySpan<byte> Prefix => _table is null ? [] : _table.Bytes(PrefixId);

    /// <summary>The namespace name; empty when the name is in no namespace.</summary>
    public ReadOnlySpan<byte> NamespaceUri => _table is null ? [] : _table.UriBytes(NamespaceId);

    internal XmlNames? Table => _table;

    internal int Id => _id;

    /// <summary>The number of the namespace name in <see cref="Table"/>.</summary>
    internal int NamespaceId => Math.Max(_uri, 0);

    // A negative namespace marks a name that was read with namespace processing off: it has no parts.
    private int LocalId => _uri < 0 ? _id : _table!.Info(_id).Local;

    private int PrefixId => _uri < 0 ? XmlNames.EmptyName : _table!.Info(_id).Prefix;

    /// <summary>Compares namespace name and local part.</summary>
    public static bool operator ==(XmlName left, XmlName right) => left.Equals(right);

    /// <summary>Compares namespace name and local part.</summary>
    public static bool operator !=(XmlName left, XmlName right) => !left.Equals(right);

    /// <summary>Whether the name as it is written is this one: <c>name.Is("xs:element"u8)</c>.</summary>
    /// <param name="qualifiedName">A qualified name in UTF-8.</param>
    public bool Is(ReadOnlySpan<byte> qualifiedName) => Qualified.SequenceEqual(qualifiedName);

    /// <summary>Whether the name has this namespace name and local part, whatever its prefix.</summary>
    /// <param name="namespaceUri">The namespace name in UTF-8; empty for none.</param>
    /// <param name="local">The local part in UTF-8.</param>
    public bool Is(ReadOnlySpan<byte> namespaceUri, ReadOnlySpan<byte> local) =>
        Local.SequenceEqual(local) && NamespaceUri.SequenceEqual(namespaceUri);

    /// <summary>The local part as a string; the same instance each time.</summary>
    public string GetLocal() => _table is null ? "" : _table.NameString(LocalId);

    /// <summary>The prefix as a string; the same instance each time.</summary>
    public string GetPrefix() => _table is null ? "" : _table.NameString(PrefixId);

    /// <summary>The namespace name as a string; the same instance each time.</summary>
    public string GetNamespaceUri() => _table is null ? "" : _table.UriString(NamespaceId);

    /// <summary>The name as it is written; the same string instance each time.</summary>
    public override string ToString() => _table is null ? "" : _table.NameString(_id);

    /// <inheritdoc/>
    public bool Equals(XmlName other) =>
        ReferenceEquals(_table, other._table) && _table is not null
            ? LocalId == other.LocalId && NamespaceId == other.NamespaceId
            : Is(other.NamespaceUri, other.Local);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is XmlName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Local);
        hash.AddBytes(NamespaceUri);
        return hash.ToHashCode();
    }
}
