using XmlJson.Mapping.Keyed;

namespace XmlJson.Mapping;

/// <summary>
/// Makes a part of a document one of its own: finds the namespace declarations that stand above it and that its names and the types it names need, and adds each to the start tag where it is missed
/// first; and adds <c>xml:space</c>, where white space is preserved above it, to its own start tag.
/// </summary>
//  Names are the parser's, so a prefix or namespace is a number, and most start tags need no more than a comparison.
internal sealed class RecordScope
{
    private const int ShortPrefix = 128;

    private readonly NamespaceScope _scope = new();

    // What is declared above the part, and the open elements there.
    private readonly NamespaceScope _above = new();
    private readonly Stack<(int Declarations, bool Preserves)> _ancestors = [];
    private bool _preserves;
    private readonly Stack<(int Depth, int Declarations)> _declaring = [];
    private AttributeBuffer _attributes = new(new XmlNames());
    private int _depth;
    private int _addedCount;

    // The number of the namespace of xsi:type in the table of names that is in use.
    private XmlNames? _names;
    private int _instance;

    private static ReadOnlySpan<byte> DeclarationStart => "xmlns:"u8;

    /// <summary>The start tag's attributes with what was added, when <see cref="Start"/> says so.</summary>
    public AttributeList Attributes => _attributes.List;

    /// <summary>Whether an attribute is <c>xml:space</c>, which the part takes over.</summary>
    public static bool IsSpace(in XmlName name) => name.NamespaceId == XmlNames.XmlNamespace && name.Local.SequenceEqual("space"u8);

    /// <summary>An element begins above the part.</summary>
    public void EnterAbove(scoped AttributeList attributes)
    {
        _ancestors.Push((_above.Count, _preserves));
        foreach (var attribute in attributes)
        {
            if (attribute.IsNamespaceDeclaration)
            {
                _above.Declare(in attribute);
            }
            else if (IsSpace(attribute.Name))
            {
                _preserves = attribute.Value.SequenceEqual("preserve"u8);
            }
        }
    }

    /// <summary>The innermost element above the part ends.</summary>
    public void LeaveAbove()
    {
        (var declarations, _preserves) = _ancestors.Pop();
        _above.Restore(declarations);
    }

    /// <summary>A part begins: nothing is declared in it yet.</summary>
    public void Begin()
    {
        _scope.Reset();
        _declaring.Clear();
        _depth = 0;
    }

    /// <summary>An element begins.</summary>
    /// <returns>Whether declarations had to be added.</returns>
    public bool Start(scoped in XmlName name, scoped AttributeList attributes)
    {
        _depth++;
        var lacksSpace = _depth == 1 && _preserves && !HasSpace(attributes);
        if (attributes.Count == 0 && _scope.Count == 0 && name.NamespaceId == XmlNames.NoNamespace && !lacksSpace)
        {
            return false;
        }

        var declarations = _scope.Count;
        foreach (var attribute in attributes)
        {
            if (attribute.IsNamespaceDeclaration)
            {
                _scope.Declare(in attribute);
            }
        }

        _addedCount = 0;
        Require(in name);
        foreach (var attribute in attributes)
        {
            var attributeName = attribute.Name;
            if (attributeName.NamespaceId > XmlNames.XmlnsNamespace)
            {
                Require(in attributeName);
                if (attributeName.Local.SequenceEqual("type"u8) && IsInstance(in attributeName))
                {
                    RequireType(attributeName.Table!, attribute.Value);
                }
            }
        }

        if (_scope.Count > declarations)
        {
            _declaring.Push((_depth, declarations));
        }

        if (lacksSpace)
        {
            AddSpace(name.Table!);
        }

        if (_addedCount == 0)
        {
            return false;
        }

        foreach (var attribute in attributes)
        {
            _attributes.Add(attribute.Name, attribute.Value, attribute.IsSpecified, attribute.Type);
        }

        return true;
    }

    /// <summary>The element opened last ends.</summary>
    public void End()
    {
        if (_declaring.TryPeek(out var innermost) && innermost.Depth == _depth)
        {
            _declaring.Pop();
            _scope.Restore(innermost.Declarations);
        }

        _depth--;
    }

    // Without namespace processing no name is in one, and nothing is missed.
    private void Require(scoped in XmlName name)
    {
        var uri = name.NamespaceId;
        if (uri == XmlNames.NoNamespace)
        {
            return;
        }

        var names = name.Table!;
        var prefix = names.Info(name.Id).Prefix;
        if (_scope.Find(prefix) == uri)
        {
            return;
        }

        _scope.Declare(prefix, uri);
        Add(names, prefix, uri);
    }

    // The prefix of a type's name is one of its declaration, above the part or in it.
    private void RequireType(XmlNames names, ReadOnlySpan<byte> type)
    {
        type = type.Trim(" \n\t\r"u8);
        var prefix = type.IndexOf((byte)':') is > 0 and var colon ? names.Find(type[..colon]) : -1;
        if (prefix >= 0 && _scope.Find(prefix) == XmlNames.NoNamespace && _above.Find(prefix) is > XmlNames.XmlnsNamespace and var uri)
        {
            _scope.Declare(prefix, uri);
            Add(names, prefix, uri);
        }
    }

    private bool IsInstance(in XmlName name)
    {
        if (!ReferenceEquals(_names, name.Table))
        {
            _names = name.Table!;
            _instance = _names.InternUri(SchemaInstance.Namespace);
        }

        return name.NamespaceId == _instance;
    }

    private static bool HasSpace(scoped AttributeList attributes)
    {
        foreach (var attribute in attributes)
        {
            if (IsSpace(attribute.Name))
            {
                return true;
            }
        }

        return false;
    }

    private void AddSpace(XmlNames names)
    {
        BeginAdding(names);
        _attributes.Add(new XmlName(names, names.InternName("xml:space"u8), XmlNames.XmlNamespace), "preserve"u8);
    }

    private void BeginAdding(XmlNames names)
    {
        if (_addedCount++ > 0)
        {
            return;
        }

        if (!ReferenceEquals(_attributes.Names, names))
        {
            _attributes = new AttributeBuffer(names);
        }

        _attributes.Clear();
    }

    private void Add(XmlNames names, int prefix, int uri)
    {
        BeginAdding(names);

        // The declaration's own name is in the table: it was read further up.
        var local = names.Bytes(prefix);
        var length = prefix == XmlNames.EmptyName ? DeclarationStart.Length - 1 : DeclarationStart.Length + local.Length;
        var name = length <= ShortPrefix ? stackalloc byte[ShortPrefix] : new byte[length];
        DeclarationStart[..Math.Min(length, DeclarationStart.Length)].CopyTo(name);
        if (prefix != XmlNames.EmptyName)
        {
            local.CopyTo(name[DeclarationStart.Length..]);
        }

        _attributes.Add(new XmlName(names, names.InternName(name[..length]), XmlNames.XmlnsNamespace), names.UriBytes(uri));
    }
}
