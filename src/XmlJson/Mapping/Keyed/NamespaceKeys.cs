using System.Text;

namespace XmlJson.Mapping.Keyed;

/// <summary>The keys of names under a <see cref="NamespaceRule"/> other than <see cref="NamespaceRule.AsWritten"/>.</summary>
internal sealed class NamespaceKeys
{
    private readonly NamespaceForm _form;
    private readonly LossRecorder _losses;
    private readonly Dictionary<string, byte[]> _prefixes = new(StringComparer.Ordinal);

    // The namespace in which a local name occurred first, of elements and of attributes.
    private readonly Dictionary<(string Local, bool IsAttribute), int> _first = [];

    public NamespaceKeys(NamespaceRule rule, LossRecorder losses)
    {
        _form = rule.Form;
        _losses = losses;
        foreach (var (prefix, uri) in rule.Prefixes)
        {
            _prefixes.Add(uri, Encoding.UTF8.GetBytes(prefix));
        }
    }

    /// <summary>Begins a document.</summary>
    /// <returns>Whether keys found before it do not hold any more: which names local names stand for depends on the document.</returns>
    public bool Begin()
    {
        var depends = _first.Count > 0;
        _first.Clear();
        return depends;
    }

    /// <summary>The loss when a declaration is dropped; null when it is kept.</summary>
    public MappingLossKind? LossOf(scoped in AttributeItem declaration) => _form switch
    {
        NamespaceForm.LocalNames => MappingLossKind.Namespace,
        NamespaceForm.Expanded => MappingLossKind.Prefix,
        _ when _prefixes.ContainsKey(Encoding.UTF8.GetString(declaration.Value)) => MappingLossKind.Prefix,

        // The way back takes the prefix for the caller's.
        _ when IsTaken(declaration.Name.Prefix.IsEmpty ? [] : declaration.Name.Local, isAttribute: false) => MappingLossKind.Namespace,
        _ => null,
    };

    /// <summary>The key of a name, or nothing where it is the name as written.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isAttribute">Whether it is an attribute's.</param>
    /// <param name="isFixed">Whether the name has that key wherever it occurs in this document.</param>
    public ReadOnlySpan<byte> KeyOf(in XmlName name, bool isAttribute, out bool isFixed)
    {
        isFixed = true;
        switch (_form)
        {
            case NamespaceForm.LocalNames:
                return LocalKeyOf(in name, isAttribute, out isFixed);
            case NamespaceForm.Expanded:
                return name.NamespaceId == XmlNames.NoNamespace ? [] : (byte[])[(byte)'{', .. name.NamespaceUri, (byte)'}', .. name.Local];
            default:
                return PrefixedKeyOf(in name, isAttribute, out isFixed);
        }
    }

    private ReadOnlySpan<byte> LocalKeyOf(in XmlName name, bool isAttribute, out bool isFixed)
    {
        isFixed = true;
        if (name.NamespaceId == XmlNames.XmlNamespace)
        {
            return [];
        }

        if (_first.TryAdd((name.GetLocal(), isAttribute), name.NamespaceId) || _first[(name.GetLocal(), isAttribute)] == name.NamespaceId)
        {
            return name.Prefix.IsEmpty ? [] : name.Local;
        }

        if (name.Prefix.IsEmpty)
        {
            isFixed = false;
            _losses.Add(MappingLossKind.KeyClash);
        }

        return [];
    }

    private ReadOnlySpan<byte> PrefixedKeyOf(in XmlName name, bool isAttribute, out bool isFixed)
    {
        isFixed = true;
        if (name.NamespaceId != XmlNames.NoNamespace && _prefixes.TryGetValue(name.GetNamespaceUri(), out var prefix))
        {
            if (prefix.Length > 0)
            {
                return (byte[])[.. prefix, (byte)':', .. name.Local];
            }

            if (!isAttribute)
            {
                return name.Local;
            }

            // An attribute without a prefix is in no namespace.
            isFixed = false;
            _losses.Add(MappingLossKind.Namespace);
            return name.Local;
        }

        if (IsTaken(name.Prefix, isAttribute))
        {
            isFixed = false;
            _losses.Add(MappingLossKind.Namespace);
        }

        return [];
    }

    private bool IsTaken(ReadOnlySpan<byte> prefix, bool isAttribute)
    {
        foreach (var taken in _prefixes.Values)
        {
            if (prefix.SequenceEqual(taken) && !(isAttribute && prefix.IsEmpty))
            {
                return true;
            }
        }

        return false;
    }
}
