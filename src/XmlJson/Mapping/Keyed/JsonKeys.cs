using System.Text;
using System.Text.Json;
using System.Xml;
using XmlJson.Text;

namespace XmlJson.Mapping.Keyed;

/// <summary>The JSON keys of one document under a convention: numbered, each escaped once.</summary>
internal sealed class JsonKeys : INameScope
{
    private readonly JsonConvention _convention;
    private readonly NamespaceScope _scope;
    private readonly LossRecorder _losses;
    private readonly byte[] _attributePrefix;
    private readonly byte[]? _instructionPrefix;
    private readonly NamespaceKeys? _namespaces;

    // By name and namespace, where the rule is another than to keep names as written.
    private readonly Dictionary<(int Name, int Uri, bool IsAttribute), int> _byNamespace = [];
    private readonly HashSet<string> _reserved = new(StringComparer.Ordinal);
    private readonly Utf8InternTable _texts = new();
    private readonly HashSet<int> _clashes = [];
    private JsonEncodedText[] _keys = new JsonEncodedText[64];

    // By name number: the key's number + 1, or 0 where it is not known or depends on more than the name.
    private int[] _elements = new int[64];
    private int[] _attributes = new int[64];
    private XmlNames? _names;
    private int _jsonNamespace = -1;

    public JsonKeys(JsonConvention convention, NamespaceScope scope, LossRecorder losses)
    {
        _convention = convention;
        _losses = losses;
        _scope = scope;
        _attributePrefix = convention.Attributes == AttributeForm.Keys ? Encoding.UTF8.GetBytes(convention.AttributePrefix) : [];
        _namespaces = convention.Namespaces.Form == NamespaceForm.AsWritten ? null : new NamespaceKeys(convention.Namespaces, losses);
        KeysMayClash = convention.Attributes == AttributeForm.Keys && (_attributePrefix.Length == 0 || BeginsName(convention.AttributePrefix));
        _instructionPrefix = convention.ProcessingInstructionPrefix is { } prefix ? Encoding.UTF8.GetBytes(prefix) : null;
        Text = Reserve(convention.TextKey);
        CData = Reserve(convention.CDataKey);
        Comment = Reserve(convention.Comments == CommentForm.Drop ? null : convention.CommentKey);
        Instructions = Reserve(convention.ProcessingInstructionsKey);
        DocumentType = Reserve(convention.DocumentTypeKey);
        XmlDeclaration = Reserve(convention.XmlDeclarationKey);
        Attributes = Reserve(convention.Attributes == AttributeForm.Object ? convention.AttributesKey : null);
        Namespaces = Reserve(convention.Attributes == AttributeForm.Drop ? null : convention.NamespacesKey);
    }

    /// <summary>The namespace whose attributes are instructions.</summary>
    public static ReadOnlySpan<byte> JsonNamespace => "http://james.newtonking.com/projects/json"u8;

    /// <summary>Whether so many are held that the next document should begin anew.</summary>
    public bool IsLarge => _texts.IsLarge;

    /// <summary>The number of keys.</summary>
    public int Count => _texts.Count;

    /// <summary>The number of <see cref="JsonConvention.TextKey"/>.</summary>
    public int Text { get; }

    /// <summary>The number of <see cref="JsonConvention.CDataKey"/>, or -1.</summary>
    public int CData { get; }

    /// <summary>The number of <see cref="JsonConvention.CommentKey"/>, or -1 when comments are dropped.</summary>
    public int Comment { get; }

    /// <summary>The number of <see cref="JsonConvention.ProcessingInstructionsKey"/>, or -1.</summary>
    public int Instructions { get; }

    /// <summary>The number of <see cref="JsonConvention.DocumentTypeKey"/>, or -1.</summary>
    public int DocumentType { get; }

    /// <summary>The number of <see cref="JsonConvention.XmlDeclarationKey"/>, or -1.</summary>
    public int XmlDeclaration { get; }

    /// <summary>The number of <see cref="JsonConvention.AttributesKey"/>, or -1 when attributes have no object.</summary>
    public int Attributes { get; }

    /// <summary>The number of <see cref="JsonConvention.NamespacesKey"/>, or -1.</summary>
    public int Namespaces { get; }

    /// <summary>Whether attributes or text may share keys with each other or with elements.</summary>
    public bool KeysMayClash { get; private set; }

    /// <summary>Whether <see cref="KeysMayClash"/> holds because of a name that was met, and not by the convention.</summary>
    public bool HasMetClash { get; private set; }

    /// <summary>Whether an element's key reads back as something else, since its name is one that the convention uses.</summary>
    public bool IsClash(int key) => _clashes.Count > 0 && _clashes.Contains(key);

    /// <summary>A key, escaped.</summary>
    public JsonEncodedText this[int key] => _keys[key];

    /// <summary>Begins a document.</summary>
    public void Begin()
    {
        if (_namespaces?.Begin() == true)
        {
            _byNamespace.Clear();
        }
    }

    /// <summary>The loss when a declaration is dropped; null when it is kept.</summary>
    public MappingLossKind? LossOf(scoped in AttributeItem declaration) => _namespaces?.LossOf(in declaration);

    /// <summary>Names come from this table from now on; another one's numbers mean other names.</summary>
    /// <returns>Whether it is another one than before.</returns>
    public bool Use(XmlNames names)
    {
        if (ReferenceEquals(_names, names))
        {
            return false;
        }

        _names = names;
        _jsonNamespace = _convention.UsesJsonNamespace ? names.InternUri(JsonNamespace) : -1;
        Array.Clear(_elements);
        Array.Clear(_attributes);
        _byNamespace.Clear();
        return true;
    }

    /// <summary>The number of an element's key.</summary>
    public int Element(in XmlName name)
    {
        var known = _elements;
        var id = name.Id;
        return (uint)id < (uint)known.Length && known[id] > 0 && !IsJsonName(in name) ? known[id] - 1 : AddElement(in name);
    }

    /// <summary>The number of an attribute's key.</summary>
    public int Attribute(in XmlName name)
    {
        var known = _attributes;
        var id = name.Id;
        return (uint)id < (uint)known.Length && known[id] > 0 && !IsJsonName(in name) ? known[id] - 1 : AddAttribute(in name);
    }

    /// <summary>The number of an attribute's key if nothing but its name has to be looked at: it is in no namespace, and was seen before; otherwise -1.</summary>
    public int PlainAttribute(in XmlName name)
    {
        var known = _attributes;
        var id = name.Id;
        return name.NamespaceId == XmlNames.NoNamespace && (uint)id < (uint)known.Length ? known[id] - 1 : -1;
    }

    /// <summary>Whether two attributes of one element may come to the same key, since prefixes are dropped.</summary>
    public bool AttributesMayMeet => _convention.Namespaces.Form is NamespaceForm.LocalNames or NamespaceForm.Prefixes;

    /// <summary>The number of an attribute's key with its prefix, whatever the rule says.</summary>
    public int QualifiedAttribute(in XmlName name) => Intern([.. _attributePrefix, .. PrefixSeparator.Exchange(name.Qualified, _convention.PrefixSeparator)]);

    /// <summary>The number of a processing instruction's key.</summary>
    public int ProcessingInstruction(ReadOnlySpan<byte> target) => Intern([.. _instructionPrefix!, .. target]);

    /// <summary>The number of a key that depends on nothing.</summary>
    public int Fixed(ReadOnlySpan<byte> key) => Intern(key);

    /// <summary>The number of the key of a part of a declaration.</summary>
    public int Field(ReadOnlySpan<byte> name) =>
        Intern([.. _attributePrefix.Length > 0 || _convention.Attributes == AttributeForm.Object ? _attributePrefix : "@"u8, .. name]);

    /// <summary>Whether a name is in the namespace whose attributes are instructions.</summary>
    public bool IsJsonName(in XmlName name) => name.NamespaceId == _jsonNamespace;

    /// <inheritdoc/>
    public bool IsReserved(ReadOnlySpan<byte> key) => IsReservedAsWritten(PrefixSeparator.Exchange(key, _convention.PrefixSeparator));

    /// <inheritdoc/>
    public bool IsDeclared(ReadOnlySpan<byte> prefix) =>
        !prefix.SequenceEqual("xmlns"u8) && _names!.Intern(prefix) is > 0 and var id && _scope.Find(id) != XmlNames.NoNamespace;

    private bool IsReservedAsWritten(ReadOnlySpan<byte> key) =>
        (_attributePrefix.Length > 0 && key.Length > _attributePrefix.Length && key.StartsWith(_attributePrefix))
        || (_instructionPrefix is not null && key.Length > _instructionPrefix.Length && key.StartsWith(_instructionPrefix))
        || _reserved.Contains(Encoding.UTF8.GetString(key));

    private static void Remember(ref int[] known, int id, int key)
    {
        if (id >= known.Length)
        {
            Array.Resize(ref known, Math.Max(id + 1, known.Length * 2));
        }

        known[id] = key + 1;
    }

    private int Reserve(string? key)
    {
        if (key is null)
        {
            return -1;
        }

        _reserved.Add(key);
        KeysMayClash |= BeginsName(key) || (_attributePrefix.Length > 0 && key.StartsWith(_convention.AttributePrefix, StringComparison.Ordinal) && key != _convention.AttributePrefix + "xmlns");
        return Intern(Encoding.UTF8.GetBytes(key));
    }

    // An attribute whose key means something else; in an object of their own they meet nothing.
    private bool IsReservedKey(int key) => Attributes < 0 && (key == Text || key == CData || key == Comment || key == Instructions || key == DocumentType || key == XmlDeclaration || key == Namespaces);

    private static bool BeginsName(string key) =>
        Rune.TryGetRuneAt(key, 0, out var first) && NameCharacters.IsStart(first);

    private int AddElement(in XmlName name)
    {
        if (_namespaces is not null && !IsJsonName(in name))
        {
            return AddByNamespace(in name, isAttribute: false);
        }

        if (IsJsonName(in name))
        {
            return Intern([(byte)'$', .. name.Local]);
        }

        var text = PrefixSeparator.Exchange(KeyOf(in name, this, out var isFixed), _convention.PrefixSeparator);
        var key = Intern(text);
        if (IsReservedAsWritten(text))
        {
            _clashes.Add(key);
        }

        if (isFixed)
        {
            Remember(ref _elements, name.Id, key);
        }

        return key;
    }

    private int AddAttribute(in XmlName name)
    {
        if (_namespaces is not null && !IsJsonName(in name) && name.NamespaceId != XmlNames.XmlnsNamespace)
        {
            return AddByNamespace(in name, isAttribute: true);
        }

        if (IsJsonName(in name))
        {
            return Intern([(byte)'$', .. name.Local]);
        }

        var isFixed = true;
        var text = name.NamespaceId == XmlNames.XmlnsNamespace ? name.Qualified : KeyOf(in name, new AttributeScope(this), out isFixed);
        var key = Intern([.. _attributePrefix, .. PrefixSeparator.Exchange(text, _convention.PrefixSeparator)]);
        if (_convention.Names == NamePolicy.XmlConvert && !text.SequenceEqual(name.Qualified))
        {
            HasMetClash |= !KeysMayClash;
            KeysMayClash = true;
        }

        if (IsReservedKey(key))
        {
            _losses.Add(MappingLossKind.KeyClash);
        }
        else if (isFixed)
        {
            Remember(ref _attributes, name.Id, key);
        }

        return key;
    }

    private int AddByNamespace(in XmlName name, bool isAttribute)
    {
        if (_byNamespace.TryGetValue((name.Id, name.NamespaceId, isAttribute), out var known))
        {
            return known;
        }

        var text = _namespaces!.KeyOf(in name, isAttribute, out var isFixed);
        if (text.IsEmpty)
        {
            text = PrefixSeparator.Exchange(KeyOf(in name, isAttribute ? new AttributeScope(this) : this, out var isFixedText), _convention.PrefixSeparator);
            isFixed &= isFixedText;
        }
        else if (text[0] != '{')
        {
            text = _convention.Names == NamePolicy.Reversible ? NameEscaping.ToKey(text, isAttribute ? new AttributeScope(this) : this) : text;
            text = PrefixSeparator.Exchange(text, _convention.PrefixSeparator);
        }

        var key = isAttribute ? Intern([.. _attributePrefix, .. text]) : Intern(text);
        if (!isAttribute && IsReservedAsWritten(text))
        {
            _clashes.Add(key);
        }

        if (isAttribute && IsReservedKey(key))
        {
            _losses.Add(MappingLossKind.KeyClash);
        }
        else if (isFixed)
        {
            _byNamespace.Add((name.Id, name.NamespaceId, isAttribute), key);
        }

        return key;
    }

    private ReadOnlySpan<byte> KeyOf(in XmlName name, INameScope scope, out bool isFixed)
    {
        isFixed = true;
        var qualified = name.Qualified;
        if (!NameEscaping.MayBeEscaped(qualified))
        {
            return qualified;
        }

        switch (_convention.Names)
        {
            case NamePolicy.Reversible:
                // A colon may be escaped or not, depending on what is declared.
                isFixed = qualified.IndexOf("_x003A_"u8) < 0;
                return NameEscaping.ToKey(qualified, scope);
            case NamePolicy.XmlConvert:
                var local = XmlConvert.DecodeName(name.GetLocal());
                if (XmlConvert.EncodeLocalName(local) != name.GetLocal())
                {
                    // It reads back as another name: told each time.
                    isFixed = false;
                    _losses.Add(MappingLossKind.Name);
                }

                var key = Encoding.UTF8.GetBytes(name.Prefix.IsEmpty ? local : name.GetPrefix() + ":" + local);
                if (!scope.IsReserved(key))
                {
                    return key;
                }

                // It would be read as something else: the name stays as it is.
                isFixed = false;
                _losses.Add(MappingLossKind.Name);
                return qualified;
            default:
                return qualified;
        }
    }

    private int Intern(ReadOnlySpan<byte> key)
    {
        var id = _texts.Find(key);
        if (id < 0)
        {
            id = _texts.Add(key);
            if (id >= _keys.Length)
            {
                Array.Resize(ref _keys, id * 2);
            }

            _keys[id] = JsonEncodedText.Encode(key, JsonTextEncoder.Instance);
        }

        return id;
    }

    // Nothing is reserved behind the attribute prefix.
    private sealed class AttributeScope(JsonKeys keys) : INameScope
    {
        public bool IsReserved(ReadOnlySpan<byte> key) => false;

        public bool IsDeclared(ReadOnlySpan<byte> prefix) => keys.IsDeclared(prefix);
    }
}
