namespace XmlJson.Mapping;

/// <summary>Makes a part of a document one of its own: finds the namespace declarations that stand above it and that its names need, and adds each to the start tag where it is missed first.</summary>
//  Names are the parser's, so a prefix or namespace is a number, and most start tags need no more than a comparison.
internal sealed class RecordScope
{
    private const int ShortPrefix = 128;

    private readonly NamespaceScope _scope = new();
    private readonly Stack<(int Depth, int Declarations)> _declaring = [];
    private AttributeBuffer _attributes = new(new XmlNames());
    private int _depth;
    private int _addedCount;

    private static ReadOnlySpan<byte> DeclarationStart => "xmlns:"u8;

    /// <summary>The start tag's attributes with what was added, when <see cref="Start"/> says so.</summary>
    public AttributeList Attributes => _attributes.List;

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
        if (attributes.Count == 0 && _scope.Count == 0 && name.NamespaceId == XmlNames.NoNamespace)
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
            }
        }

        if (_scope.Count > declarations)
        {
            _declaring.Push((_depth, declarations));
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

    private void Add(XmlNames names, int prefix, int uri)
    {
        if (_addedCount++ == 0)
        {
            if (!ReferenceEquals(_attributes.Names, names))
            {
                _attributes = new AttributeBuffer(names);
            }

            _attributes.Clear();
        }

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
