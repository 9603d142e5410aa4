namespace XmlJson;

/// <summary>The namespace declarations in force (Namespaces in XML 1.0 §6): prefix number → URI number, undone when their element ends.</summary>
internal sealed class NamespaceScope
{
    private int[] _uris = new int[16];
    private Declaration[] _undo = new Declaration[16];

    /// <summary>Makes the scope of a document: only <c>xml</c> and <c>xmlns</c> are bound.</summary>
    /// <param name="none">What <see cref="Default"/> is where no default namespace is declared.</param>
    public NamespaceScope(int none = XmlNames.NoNamespace)
    {
        _uris[XmlNames.XmlPrefix] = XmlNames.XmlNamespace;
        _uris[XmlNames.XmlnsPrefix] = XmlNames.XmlnsNamespace;
        _uris[XmlNames.EmptyName] = none;
        Default = none;
    }

    /// <summary>The number of this state of the scope: no other state had it. Never 0.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>How many declarations are in force.</summary>
    public int Count { get; private set; }

    /// <summary>The namespace of names without a prefix, elements only.</summary>
    public int Default { get; private set; }

    /// <summary>Undoes every declaration; memory is kept.</summary>
    public void Reset() => Restore(0);

    /// <summary>The namespace a prefix is bound to; <see cref="XmlNames.NoNamespace"/> when it is not declared.</summary>
    public int Find(int prefix) => prefix < _uris.Length ? _uris[prefix] : XmlNames.NoNamespace;

    /// <summary>Binds a prefix; the empty one is the default namespace.</summary>
    public void Declare(int prefix, int uri)
    {
        if (prefix >= _uris.Length)
        {
            Array.Resize(ref _uris, Math.Max(prefix + 1, _uris.Length * 2));
        }

        if (Count == _undo.Length)
        {
            Array.Resize(ref _undo, Count * 2);
        }

        _undo[Count++] = new Declaration(prefix, _uris[prefix]);
        Set(prefix, uri);
    }

    /// <summary>Binds the prefix that an attribute declares.</summary>
    /// <param name="declaration">A namespace declaration, whose names come of the table that prefixes and URIs are numbered by.</param>
    public void Declare(scoped in AttributeItem declaration)
    {
        var names = declaration.Name.Table!;
        ref readonly var name = ref names.Info(declaration.Name.Id);
        Declare(name.IsPrefixed ? name.Local : XmlNames.EmptyName, names.InternUri(declaration.Value));
    }

    /// <summary>Undoes the latest declarations until so many are left.</summary>
    public void Restore(int count)
    {
        while (Count > count)
        {
            var undone = _undo[--Count];
            Set(undone.Prefix, undone.OuterUri);
        }
    }

    private void Set(int prefix, int uri)
    {
        _uris[prefix] = uri;
        Version++;
        if (prefix == XmlNames.EmptyName)
        {
            Default = uri;
        }
    }

    private readonly record struct Declaration(int Prefix, int OuterUri);
}
