namespace XmlJson.Mapping.Keyed;

// Attributes and namespace declarations.
internal sealed partial class KeyedMapper
{
    // For each key the element in which an attribute had it last.
    private long[] _claimedIn = [];
    private long _claims;

    // Of the plain attributes of the element that begins.
    private int[] _plainKeys = new int[16];

    private void Declare(scoped AttributeList attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.IsNamespaceDeclaration)
            {
                _scope.Declare(in attribute);
            }
        }
    }

    // Whether the attributes are keys with values and nothing else; if so, the keys are kept.
    private bool ArePlain(scoped AttributeList attributes)
    {
        if (_plainKeys.Length < attributes.Count)
        {
            _plainKeys = new int[attributes.Count * 2];
        }

        var keys = _plainKeys;
        var i = 0;
        foreach (var attribute in attributes)
        {
            var key = _keys.PlainAttribute(attribute.Name);
            if (key < 0 || !attribute.IsSpecified)
            {
                return false;
            }

            keys[i++] = key;
        }

        return true;
    }

    private void AddPlainAttributes(scoped AttributeList attributes)
    {
        var i = 0;
        foreach (var attribute in attributes)
        {
            _tape.Add(NodeKind.Attribute, _plainKeys[i++], attribute.Value);
        }
    }

    private void AddAttributes(int row, scoped AttributeList attributes, int typePath, ref bool isPreserving)
    {
        if (_keys.Namespaces >= 0)
        {
            AddDeclarations(attributes);
        }

        if (_keys.AttributesMayMeet)
        {
            ClaimKeys(attributes);
        }

        var group = -1;
        foreach (var attribute in attributes)
        {
            var name = attribute.Name;
            if (name.NamespaceId == XmlNames.XmlNamespace && name.Local.SequenceEqual("space"u8))
            {
                isPreserving = attribute.Value.SequenceEqual("preserve"u8);
            }

            if (_convention.Attributes == AttributeForm.Drop)
            {
                _losses.Add(MappingLossKind.Attribute);
                continue;
            }

            if (_convention.Types.UsesSchemaInstance && IsSchemaInstance(in name, in attribute))
            {
                _losses.Add(MappingLossKind.SchemaInstance);
                continue;
            }

            if (name.NamespaceId == XmlNames.XmlnsNamespace && (_keys.Namespaces >= 0 || IsDropped(in attribute)))
            {
                continue;
            }

            if (_convention.UsesJsonNamespace && IsInstruction(in name, in attribute))
            {
                _tape[row].Flags |= NodeFlags.HadAttributes;
                _losses.Add(MappingLossKind.JsonAttribute);
                continue;
            }

            if (!attribute.IsSpecified)
            {
                _losses.Add(MappingLossKind.DefaultedAttribute);
            }

            if (group < 0 && _convention.Attributes == AttributeForm.Object)
            {
                group = _tape.Add(NodeKind.Attributes, _keys.Attributes);
            }

            var key = AttributeKey(in name);
            _tape.Add(_keys.IsJsonName(in name) ? NodeKind.JsonAttribute : NodeKind.Attribute, key, attribute.Value);
            if (_types is not null && name.NamespaceId != XmlNames.XmlnsNamespace)
            {
                var type = _types.OfAttribute(typePath, name.Id, name.Qualified);
                ReportType(attribute.Value, type, _tape.Count - 1);
                _tape[_tape.Count - 1].Type = type;
            }
        }

        if (group >= 0)
        {
            _tape[group].End = _tape.Count;
        }
    }

    private bool IsDropped(scoped in AttributeItem declaration)
    {
        if (_keys.LossOf(in declaration) is not { } loss)
        {
            return false;
        }

        _losses.Add(loss);
        return true;
    }

    // The namespaces that an element declares, in an object of their own.
    private void AddDeclarations(scoped AttributeList attributes)
    {
        var group = -1;
        var hasOthers = false;
        foreach (var attribute in attributes)
        {
            var name = attribute.Name;
            if (name.NamespaceId == XmlNames.XmlnsNamespace && hasOthers)
            {
                _losses.Add(MappingLossKind.SiblingOrder);
            }

            hasOthers |= name.NamespaceId != XmlNames.XmlnsNamespace;
            if (name.NamespaceId != XmlNames.XmlnsNamespace || (_convention.Types.UsesSchemaInstance && IsSchemaInstance(in name, in attribute)) || IsDropped(in attribute))
            {
                continue;
            }

            if (group < 0)
            {
                group = _tape.Add(NodeKind.Attributes, _keys.Namespaces);
            }

            if (!attribute.IsSpecified)
            {
                _losses.Add(MappingLossKind.DefaultedAttribute);
            }

            _tape.Add(NodeKind.Attribute, name.Prefix.IsEmpty ? _keys.Text : _keys.Fixed(name.Local), attribute.Value);
        }

        if (group >= 0)
        {
            _tape[group].End = _tape.Count;
        }
    }

    // json:Array, and the declaration of its namespace.
    private bool IsInstruction(in XmlName name, scoped in AttributeItem attribute) =>
        _keys.IsJsonName(in name)
            ? name.Local.SequenceEqual("Array"u8)
            : name.NamespaceId == XmlNames.XmlnsNamespace && attribute.Value.SequenceEqual(JsonKeys.JsonNamespace);

    // Attributes may come to the same key when prefixes are dropped: those without a prefix have it, and of the others the first.
    private void ClaimKeys(scoped AttributeList attributes)
    {
        _claims++;
        foreach (var attribute in attributes)
        {
            var name = attribute.Name;
            if (name.Prefix.IsEmpty && name.NamespaceId != XmlNames.XmlnsNamespace)
            {
                Claim(_keys.Attribute(in name));
            }
        }
    }

    private int AttributeKey(in XmlName name)
    {
        var key = _keys.Attribute(in name);
        return !_keys.AttributesMayMeet || name.Prefix.IsEmpty || Claim(key) ? key : _keys.QualifiedAttribute(in name);
    }

    private bool Claim(int key)
    {
        if (key >= _claimedIn.Length)
        {
            Array.Resize(ref _claimedIn, Math.Max(_keys.Count, _claimedIn.Length * 2));
        }

        if (_claimedIn[key] == _claims)
        {
            return false;
        }

        _claimedIn[key] = _claims;
        return true;
    }
}
