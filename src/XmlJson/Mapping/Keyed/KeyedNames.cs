using System.Text;
using XmlJson.Text;

namespace XmlJson.Mapping.Keyed;

/// <summary>The keys of JSON objects under a <see cref="JsonConvention"/>: numbered, each with its role, and with its name where that does not depend on the scope.</summary>
internal sealed partial class KeyedNames : EventNames, INameScope
{
    /// <summary>What begins the key of an attribute whose JSON key does not show that it is one: no UTF-8 has it.</summary>
    public const byte Marker = 0xFF;

    private const int LongestOnStack = 256;

    private readonly JsonConvention _convention;
    private readonly LossRecorder _losses;
    private readonly byte[] _attributePrefix;
    private readonly byte[]? _instructionPrefix;
    private readonly Dictionary<string, KeyRole> _fixed = new(StringComparer.Ordinal);
    private readonly Utf8InternTable _keys = new();
    private readonly AttributeKeys _attributeScope;
    private readonly Dictionary<int, NamespaceDeclaration[]> _generated = [];
    private readonly Dictionary<int, NamespaceDeclaration[]> _defaults = [];
    private readonly bool _expandsNames;
    private readonly NamespaceDeclaration[] _json = [];
    private readonly NamespaceDeclaration[] _schema = [];
    private readonly int _xsiType = -1;
    private readonly int _xsiNil = -1;
    private KeyInfo[] _infos = new KeyInfo[64];
    private KeyGuesses _guesses = new();

    public KeyedNames(JsonConvention convention, LossRecorder losses)
    {
        _convention = convention;
        _losses = losses;
        _attributeScope = new AttributeKeys(this);
        _attributePrefix = convention.Attributes == AttributeForm.Keys ? Encoding.UTF8.GetBytes(convention.AttributePrefix) : [];
        _instructionPrefix = convention.ProcessingInstructionPrefix is { } prefix ? Encoding.UTF8.GetBytes(prefix) : null;
        Fix(convention.TextKey, KeyRole.Text);
        Fix(convention.CDataKey, KeyRole.CData);
        Fix(convention.Comments == CommentForm.Key ? convention.CommentKey : null, KeyRole.Comment);
        Fix(convention.ProcessingInstructionsKey, KeyRole.Instructions);
        Fix(convention.DocumentTypeKey, KeyRole.DocumentType);
        Fix(convention.XmlDeclarationKey, KeyRole.XmlDeclaration);
        Fix(convention.Attributes == AttributeForm.Object ? convention.AttributesKey : null, KeyRole.Attributes);
        Fix(convention.Attributes == AttributeForm.Drop ? null : convention.NamespacesKey, KeyRole.Namespaces);
        if (convention.UsesJsonNamespace)
        {
            // The keys Newtonsoft.Json keeps for itself; another key with a dollar sign is an element.
            Fix("$id", KeyRole.JsonAttribute);
            Fix("$ref", KeyRole.JsonAttribute);
            Fix("$type", KeyRole.JsonAttribute);
            Fix("$value", KeyRole.JsonAttribute);
            _json = [Declare("json", JsonKeys.JsonNamespace)];
        }

        if (convention.Types.UsesSchemaInstance)
        {
            _schema = [Declare("xsi", SchemaInstance.Namespace), Declare("xs", SchemaInstance.TypesNamespace)];
            _xsiType = SchemaInstanceKey("type"u8);
            _xsiNil = SchemaInstanceKey("nil"u8);
        }

        var declarations = new List<NamespaceDeclaration>();
        foreach (var (rulePrefix, uri) in convention.Namespaces.Prefixes)
        {
            declarations.Add(Declare(rulePrefix, Encoding.UTF8.GetBytes(uri), isRequired: true));
        }

        RootDeclarations = [.. declarations, .. _schema];
        _expandsNames = convention.Namespaces.Form == NamespaceForm.Expanded;
        MayNeedDeclarations = _expandsNames || _json.Length > 0 || _schema.Length > 0;
    }

    /// <summary>How a key becomes a name.</summary>
    private enum Form : byte
    {
        Unknown,

        /// <summary>It is a name without a prefix.</summary>
        Plain,

        /// <summary>It is a name with a prefix, which must be looked up.</summary>
        Prefixed,

        /// <summary>It depends on the scope.</summary>
        Scoped,

        /// <summary>It declares a namespace.</summary>
        Declaration,

        /// <summary>It is a name with its namespace.</summary>
        Expanded,
    }

    /// <summary>Whether so many are held that the next text should begin anew.</summary>
    public bool IsLarge => _keys.IsLarge || Table.IsLarge;

    /// <summary>Whether prefixes were generated: their numbers depend on the texts so far.</summary>
    public bool HasGeneratedPrefixes => _generated.Count > 0;

    /// <summary>The number of keys.</summary>
    public int Count => _keys.Count;

    /// <summary>The number of a key that is known, or -1.</summary>
    public int Find(ReadOnlySpan<byte> key) => _keys.Find(key);

    /// <inheritdoc cref="Find(ReadOnlySpan{byte})"/>
    /// <param name="key">The key as it stands in the JSON, escapes resolved.</param>
    /// <param name="readable">How many bytes are readable from its first on.</param>
    public int Find(ReadOnlySpan<byte> key, int readable) => _guesses.Find(_keys, key, readable);

    /// <summary>The number of a key.</summary>
    public int Intern(ReadOnlySpan<byte> key)
    {
        var id = _keys.Find(key);
        return id >= 0 ? id : Add(key);
    }

    /// <summary>The number of an attribute whose key does not show that it is one.</summary>
    /// <param name="key">The key without a prefix.</param>
    public int AttributeOf(ReadOnlySpan<byte> key)
    {
        var marked = (Span<byte>)(key.Length < LongestOnStack ? stackalloc byte[key.Length + 1] : new byte[key.Length + 1]);
        marked[0] = Marker;
        key.CopyTo(marked[1..]);
        return Intern(marked);
    }

    /// <summary>The number of an attribute whose key does not show that it is one.</summary>
    /// <param name="key">The number of the key without a prefix.</param>
    public int AttributeOf(int key) => AttributeOf(_keys[key]);

    /// <summary>A key as it stands in an object of attributes, of namespace declarations, or of the parts of a declaration.</summary>
    public ReadOnlySpan<byte> KeyInObject(int key, KeyRole role)
    {
        var name = _keys[key][1..];
        if (role != KeyRole.Namespaces)
        {
            return name;
        }

        return name.Length > "xmlns".Length ? name["xmlns:".Length..] : Encoding.UTF8.GetBytes(_convention.TextKey);
    }

    /// <summary>An attribute's name as it is written, unless it is an expanded one.</summary>
    public ReadOnlySpan<byte> AttributeName(int key) => PrefixSeparator.Exchange(WithoutPrefix(_keys[key]), _convention.PrefixSeparator);

    /// <summary>The name of a key that holds its namespace, whatever is declared where it stands.</summary>
    public bool TryGetExpanded(int key, out XmlName name)
    {
        ref readonly var info = ref _infos[key];
        name = info.Form == Form.Expanded ? new XmlName(Table, info.Name, info.Uri) : default;
        return info.Form == Form.Expanded;
    }

    /// <summary>The number of an attribute of the namespace of XML Schema's instances.</summary>
    public int SchemaInstanceKey(ReadOnlySpan<byte> name) => AttributeOf([.. "xsi"u8, (byte)_convention.PrefixSeparator, .. name]);

    /// <summary>The number under which a part of a declaration is known: with <c>@</c> before it, whatever the prefix of attributes.</summary>
    public int FieldOf(int key) =>
        _attributePrefix.Length > 0 && _infos[key].Role == KeyRole.Attribute ? Intern([(byte)'@', .. _keys[key][_attributePrefix.Length..]]) : key;

    /// <summary>Whether a key has a prefix or declares one, and the rule for namespaces writes such names in another form.</summary>
    public bool HasOtherForm(int key) =>
        _convention.Namespaces.Form != NamespaceForm.AsWritten
        && _infos[key].Role is KeyRole.Element or KeyRole.Attribute
        && (_infos[key].Form is Form.Prefixed or Form.Declaration || (_infos[key].Form == Form.Scoped && _keys[key].Contains((byte)_convention.PrefixSeparator)));

    /// <summary>What a key stands for.</summary>
    public KeyRole RoleOf(int key) => _infos[key].Role;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Key(int key) => _keys[key];

    /// <inheritdoc/>
    public override XmlName Element(int key)
    {
        var info = _infos[key];
        switch (info.Form)
        {
            case Form.Plain:
                return new XmlName(Table, info.Name, Scope.Default);
            case Form.Expanded:
                return new XmlName(Table, info.Name, info.Uri);
            case Form.Prefixed when Scope.Find(info.Prefix) is not XmlNames.NoNamespace and var uri:
                return new XmlName(Table, info.Name, uri);
            default:
                return Remember(key, ScopedName(_keys[key], this, isElement: true));
        }
    }

    /// <inheritdoc/>
    public override XmlName Attribute(int key)
    {
        var info = _infos[key];
        switch (info.Form)
        {
            case Form.Plain:
                return new XmlName(Table, info.Name, XmlNames.NoNamespace);
            case Form.Declaration:
                return new XmlName(Table, info.Name, XmlNames.XmlnsNamespace);
            case Form.Expanded:
                return new XmlName(Table, info.Name, info.Uri);
            case Form.Prefixed when Scope.Find(info.Prefix) is not XmlNames.NoNamespace and var uri:
                return new XmlName(Table, info.Name, uri);
            default:
                return Remember(key, ScopedName(WithoutPrefix(_keys[key]), _attributeScope, isElement: false));
        }
    }

    /// <inheritdoc/>
    public override bool IsDeclaration(int key, out int prefix)
    {
        prefix = _infos[key].Prefix;
        return _infos[key].Form == Form.Declaration;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<NamespaceDeclaration> DeclarationsFor(int key, bool isAttribute)
    {
        var info = _infos[key];
        if (isAttribute)
        {
            return info.Role == KeyRole.JsonAttribute ? _json : key == _xsiType || key == _xsiNil ? _schema : info.Form == Form.Expanded ? _generated[info.Uri] : [];
        }

        // An element is in the default namespace, so that must be its own.
        return _expandsNames && info.Form != Form.Prefixed ? DefaultOf(info.Form == Form.Expanded ? info.Uri : XmlNames.NoNamespace) : [];
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Target(int key) => _keys[key][(_instructionPrefix?.Length ?? 0)..];

    /// <inheritdoc/>
    public bool IsReserved(ReadOnlySpan<byte> key) => Classify(PrefixSeparator.Exchange(key, _convention.PrefixSeparator)) != KeyRole.Element;

    /// <inheritdoc/>
    public bool IsDeclared(ReadOnlySpan<byte> prefix) =>
        !prefix.SequenceEqual("xmlns"u8) && Table.Intern(prefix) is > 0 and var id && Scope.Find(id) != XmlNames.NoNamespace;

    private NamespaceDeclaration[] DefaultOf(int uri)
    {
        if (!_defaults.TryGetValue(uri, out var declarations))
        {
            declarations = [new NamespaceDeclaration(XmlNames.EmptyName, uri, DefaultDeclaration, IsRequired: true)];
            _defaults.Add(uri, declarations);
        }

        return declarations;
    }

    private NamespaceDeclaration Declare(string prefix, ReadOnlySpan<byte> uri, bool isRequired = false) =>
        new(prefix.Length == 0 ? XmlNames.EmptyName : Table.Intern(Encoding.UTF8.GetBytes(prefix)), Table.InternUri(uri), prefix.Length == 0 ? DefaultDeclaration : Table.Get("xmlns:" + prefix, XmlNames.XmlnsUri), isRequired);

    private XmlName DefaultDeclaration => Table.Get("xmlns", XmlNames.XmlnsUri);

    private void Fix(string? key, KeyRole role)
    {
        if (key is not null)
        {
            _fixed.TryAdd(key, role);
        }
    }

    private int Add(ReadOnlySpan<byte> key)
    {
        var id = _keys.Add(key);
        if (id >= _infos.Length)
        {
            Array.Resize(ref _infos, id * 2);
        }

        var role = Classify(key);
        _infos[id] = role switch
        {
            KeyRole.Element => Describe(key, role),
            KeyRole.Attribute => Describe(WithoutPrefix(key), role),
            KeyRole.JsonAttribute => Describe([.. "json:"u8, .. key[1..]], role),
            _ => new KeyInfo { Role = role },
        };
        SetPlain(id);
        return id;
    }

    // An element whose namespace the rule gives may need a declaration.
    private void SetPlain(int key)
    {
        ref readonly var info = ref _infos[key];
        if (info.Form == Form.Plain && !(_expandsNames && info.Role == KeyRole.Element))
        {
            SetPlain(key, info.Name);
        }
        else if (info is { Form: Form.Prefixed, Role: KeyRole.Attribute, Prefix: XmlNames.XmlPrefix })
        {
            SetInXml(key, info.Name);
        }
    }

    private ReadOnlySpan<byte> WithoutPrefix(ReadOnlySpan<byte> key) => key[(key is [Marker, ..] ? 1 : _attributePrefix.Length)..];

    private KeyRole Classify(ReadOnlySpan<byte> key)
    {
        if (key is [Marker, ..])
        {
            return KeyRole.Attribute;
        }

        if (_fixed.TryGetValue(Encoding.UTF8.GetString(key), out var role))
        {
            return role;
        }

        if (_attributePrefix.Length > 0 && key.Length > _attributePrefix.Length && key.StartsWith(_attributePrefix))
        {
            return KeyRole.Attribute;
        }

        return _instructionPrefix is not null && key.Length > _instructionPrefix.Length && key.StartsWith(_instructionPrefix)
            ? KeyRole.ProcessingInstruction
            : KeyRole.Element;
    }

    private struct KeyInfo
    {
        public int Name;
        public int Prefix;
        public int Uri;
        public KeyRole Role;
        public Form Form;
    }

    // Nothing is reserved behind the attribute prefix, and a declaration is none of its names.
    private sealed class AttributeKeys(KeyedNames names) : INameScope
    {
        public bool IsReserved(ReadOnlySpan<byte> key) => false;

        public bool IsDeclared(ReadOnlySpan<byte> prefix) => names.IsDeclared(prefix);
    }
}
