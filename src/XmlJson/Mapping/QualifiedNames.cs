using System.Text;
using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>JSON keys that are qualified names as they are written, behind a marker or without one: numbered, each looked up once. What is no name is refused.</summary>
internal sealed class QualifiedNames(LossRecorder losses) : EventNames
{
    private readonly Utf8InternTable _keys = new();
    private KeyInfo[] _infos = new KeyInfo[64];
    private KeyGuesses _guesses = new();

    /// <summary>Whether so many are held that the next text should begin anew.</summary>
    public bool IsLarge => _keys.IsLarge || Table.IsLarge;

    /// <summary>The number of keys.</summary>
    public int Count => _keys.Count;

    /// <summary>The number of a key that is known, or -1.</summary>
    public int Find(ReadOnlySpan<byte> key) => _keys.Find(key);

    /// <inheritdoc cref="Find(ReadOnlySpan{byte})"/>
    /// <param name="key">The key as it stands in the JSON, escapes resolved.</param>
    /// <param name="readable">How many bytes are readable from its first on.</param>
    public int Find(ReadOnlySpan<byte> key, int readable) => _guesses.Find(_keys, key, readable);

    /// <summary>The number of a key that is not known.</summary>
    /// <param name="key">The key as it stands in the JSON, escapes resolved.</param>
    /// <param name="markerLength">How many bytes before the name are none of it.</param>
    public int Add(ReadOnlySpan<byte> key, int markerLength)
    {
        var id = _keys.Add(key);
        if (id >= _infos.Length)
        {
            Array.Resize(ref _infos, id * 2);
        }

        var name = key.Length > markerLength ? Table.Intern(key[markerLength..]) : -1;
        _infos[id] = new KeyInfo(markerLength, name);
        if (name > XmlNames.EmptyName && Table.Info(name) is { IsQualifiedName: true, IsPrefixed: false, IsNamespaceDeclaration: false })
        {
            SetPlain(id, name);
        }
        else if (name > XmlNames.EmptyName && Table.Info(name) is { IsQualifiedName: true, Prefix: XmlNames.XmlPrefix })
        {
            SetInXml(id, name);
        }

        return id;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Key(int key) => _keys[key];

    /// <inheritdoc/>
    public override XmlName Element(int key)
    {
        var id = NameOf(key);
        ref readonly var info = ref Table.Info(id);
        return new XmlName(Table, id, info.IsPrefixed ? NamespaceOf(key, info.Prefix) : Scope.Default);
    }

    /// <inheritdoc/>
    public override XmlName Attribute(int key)
    {
        var id = NameOf(key);
        ref readonly var info = ref Table.Info(id);
        return new XmlName(Table, id, info.IsNamespaceDeclaration ? XmlNames.XmlnsNamespace : info.IsPrefixed ? NamespaceOf(key, info.Prefix) : XmlNames.NoNamespace);
    }

    /// <inheritdoc/>
    public override bool IsDeclaration(int key, out int prefix)
    {
        prefix = XmlNames.EmptyName;
        var id = _infos[key].Name;
        if (id < 0 || !Table.Info(id).IsNamespaceDeclaration)
        {
            return false;
        }

        prefix = Table.Info(id).IsPrefixed ? Table.Info(id).Local : XmlNames.EmptyName;
        return true;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Target(int key) => _keys[key][_infos[key].MarkerLength..];

    private int NameOf(int key)
    {
        var id = _infos[key].Name;
        if (id <= XmlNames.EmptyName || !Table.Info(id).IsQualifiedName)
        {
            losses.Throw(MappingErrorCode.InvalidName, $"'{Encoding.UTF8.GetString(Target(key))}' is no qualified XML name.");
        }

        return id;
    }

    // No element has the prefix xmlns, and it is never bound for one.
    private int NamespaceOf(int key, int prefix)
    {
        var uri = prefix == XmlNames.XmlnsPrefix ? XmlNames.NoNamespace : Scope.Find(prefix);
        if (uri == XmlNames.NoNamespace)
        {
            losses.Throw(MappingErrorCode.UndeclaredPrefix, $"The prefix of '{Encoding.UTF8.GetString(Target(key))}' is not declared here.");
        }

        return uri;
    }

    private readonly struct KeyInfo(int markerLength, int name)
    {
        public readonly int MarkerLength = markerLength;
        public readonly int Name = name;
    }
}
