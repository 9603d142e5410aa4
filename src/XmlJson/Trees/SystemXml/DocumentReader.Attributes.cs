using System.Xml;

namespace XmlJson.Trees.SystemXml;

// The attributes of the node the reader stands on, and what XmlReader shows as attributes: the parts of the XML declaration and of the document type.
internal sealed partial class DocumentReader : IXmlNamespaceResolver
{
    private readonly List<ReaderAttribute> _attributes = [];
    private int _attribute = -1;
    private bool _inValue;

    /// <inheritdoc/>
    public override int AttributeCount => Alive._attributes.Count;

    /// <inheritdoc/>
    public override bool IsDefault => Alive._attribute >= 0 && !_inValue && _attributes[_attribute].IsDefault;

    /// <inheritdoc/>
    public override string? GetAttribute(string name) => Find(name) is var index and >= 0 ? ValueOf(index) : null;

    /// <inheritdoc/>
    public override string? GetAttribute(string name, string? namespaceURI) => Find(name, namespaceURI) is var index and >= 0 ? ValueOf(index) : null;

    /// <inheritdoc/>
    public override string GetAttribute(int i)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(i);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(i, _attributes.Count);
        return ValueOf(i);
    }

    /// <inheritdoc/>
    public override bool MoveToAttribute(string name) => StandOn(Find(name));

    /// <inheritdoc/>
    public override bool MoveToAttribute(string name, string? ns) => StandOn(Find(name, ns));

    /// <inheritdoc/>
    public override void MoveToAttribute(int i)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(i);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(i, _attributes.Count);
        _ = StandOn(i);
    }

    /// <inheritdoc/>
    public override bool MoveToFirstAttribute() => StandOn(Alive._attributes.Count > 0 ? 0 : -1);

    /// <inheritdoc/>
    public override bool MoveToNextAttribute() => StandOn(Alive._attribute + 1 < _attributes.Count ? _attribute + 1 : -1);

    /// <inheritdoc/>
    public override bool MoveToElement()
    {
        var moves = Alive._attribute >= 0;
        _attribute = -1;
        _inValue = false;
        return moves;
    }

    /// <inheritdoc/>
    public override bool ReadAttributeValue()
    {
        var moves = Alive._attribute >= 0 && !_inValue;
        _inValue |= moves;
        return moves;
    }

    /// <inheritdoc/>
    public override string? LookupNamespace(string prefix) => Alive._scope.Namespaces.LookupNamespace(prefix);

    /// <inheritdoc/>
    public string? LookupPrefix(string namespaceName) => Alive._scope.Namespaces.LookupPrefix(namespaceName);

    /// <inheritdoc/>
    public IDictionary<string, string> GetNamespacesInScope(XmlNamespaceScope scope) => Alive._scope.Namespaces.GetNamespacesInScope(scope);

    private bool StandOn(int attribute)
    {
        if (attribute < 0)
        {
            return false;
        }

        _attribute = attribute;
        _inValue = false;
        return true;
    }

    private int Find(string name)
    {
        for (var i = 0; i < _attributes.Count; i++)
        {
            if (_attributes[i].Name.Qualified == name)
            {
                return i;
            }
        }

        return -1;
    }

    private int Find(string local, string? uri)
    {
        for (var i = 0; i < _attributes.Count; i++)
        {
            if (_attributes[i].Name.Local == local && _attributes[i].Name.NamespaceUri == (uri ?? ""))
            {
                return i;
            }
        }

        return -1;
    }

    private string ValueOf(int attribute)
    {
        _ = _document.Node(_row);
        return _attributes[attribute].Value ?? _document.StringOfAttribute(_attributes[attribute].Index);
    }

    private void ForgetAttributes()
    {
        _attributes.Clear();
        _attribute = -1;
        _inValue = false;
    }

    private void ReadElement(int row)
    {
        if (_fixup is not null)
        {
            _name = _atoms.Get(_fixup.Start(row, out var attributes));
            foreach (var attribute in attributes)
            {
                Add(new ReaderAttribute(_atoms.Get(attribute.Name), 0, attribute.GetString(), !attribute.IsSpecified));
            }

            return;
        }

        ref var node = ref _document.Node(row);
        _name = _atoms[node.Name];
        for (var index = node.FirstAttribute; index > 0; index = _document.NextAttribute(index))
        {
            ref var attribute = ref _document.Attribute(index);
            Add(new ReaderAttribute(_atoms[attribute.Name], index, null, !attribute.IsSpecified));
        }
    }

    private void Add(ReaderAttribute attribute)
    {
        _attributes.Add(attribute);
        if (attribute.Name.NamespaceUri is XmlNames.XmlUri or XmlNames.XmlnsUri)
        {
            _scope.Note(attribute.Name, ValueOf(_attributes.Count - 1));
        }
    }

    private void ReadDeclaration()
    {
        AddPart("version", _document.XmlVersion);
        AddPart("encoding", _document.XmlEncoding);
        AddPart("standalone", _document.XmlStandalone switch
        {
            true => "yes",
            false => "no",
            null => null,
        });
    }

    private string DeclarationValue() => string.Join(' ', _attributes.Select(part => $"{part.Name.Qualified}=\"{part.Value}\""));

    private void ReadDocumentType(int row)
    {
        var parts = _document.DocumentTypeOf(row);
        AddPart("PUBLIC", parts.PublicId is null ? null : Utf8String(parts.PublicId));
        AddPart("SYSTEM", parts.SystemId is null ? null : Utf8String(parts.SystemId));
    }

    private void AddPart(string name, string? value)
    {
        if (value is not null)
        {
            _attributes.Add(new ReaderAttribute(_atoms.NameOf(name), 0, value, IsDefault: false));
        }
    }

    // What holds where the part that is read stands.
    private void DeclareOuter(int row)
    {
        var elements = new Stack<int>();
        for (; row >= 0; row = _document.Node(row).Parent)
        {
            if (_document.Node(row).FirstAttribute != 0)
            {
                elements.Push(row);
            }
        }

        foreach (var element in elements)
        {
            for (var index = _document.Node(element).FirstAttribute; index > 0; index = _document.NextAttribute(index))
            {
                var name = _atoms[_document.Attribute(index).Name];
                if (name.NamespaceUri is XmlNames.XmlUri or XmlNames.XmlnsUri)
                {
                    _scope.Note(name, _document.StringOfAttribute(index));
                }
            }
        }
    }
}
