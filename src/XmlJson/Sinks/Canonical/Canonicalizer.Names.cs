namespace XmlJson;

// What a tag declares, and what its names are bound to.
public sealed partial class Canonicalizer
{
    // What the tag declares, and its attributes. The declarations count for the whole of it, so names are looked at when all are known.
    private void ReadTag(scoped in XmlName name, scoped AttributeList attributes)
    {
        _declared.Clear();
        _attributeCount = 0;
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            if (attribute.IsNamespaceDeclaration)
            {
                ReadDeclaration(in attribute);
            }
            else if (!_names.IsExcludedAttribute(attribute.Name))
            {
                Add(attribute.Name, i);
                NoteSpace(in attribute);
            }
        }

        Bind(in name);
        foreach (ref readonly var attribute in _attributes.AsSpan(0, _attributeCount))
        {
            BindAttribute(in attribute.Name);
        }

        SortAttributes();
    }

    private void ReadDeclaration(scoped in AttributeItem attribute)
    {
        var name = attribute.Name;
        var uri = attribute.Value;
        var prefixNumber = name.Prefix.IsEmpty ? XmlNames.EmptyName : _namespaces.PrefixNumber(name.Local);
        var uriNumber = _namespaces.UriNumber(uri);
        if (NamespaceConstraints.Find(prefixNumber, uriNumber) is not NamespaceFault.None and var fault)
        {
            Deny(PrefixBindings.Describe(fault), "attributes");
        }

        if (!_options.AllowRelativeNamespaces && uriNumber != XmlNames.NoNamespace && !UriScheme.IsPresent(uri))
        {
            Fail(CanonicalizationErrorCode.RelativeNamespace, $"The namespace name '{Text(uri)}' is a relative reference, so the document has no canonical form.");
        }

        if (_namespaces.IsDeclaredAt(prefixNumber, _depth))
        {
            Deny($"A start tag has two attributes '{name}'.", "attributes");
        }

        Declare(prefixNumber, uriNumber);
    }

    private void Declare(int prefix, int uri)
    {
        _namespaces.Declare(prefix, uri, _depth);
        _declared.Add(prefix);
    }

    private void Add(scoped in XmlName name, int index)
    {
        if (_attributeCount == _attributes.Length)
        {
            Array.Resize(ref _attributes, _attributeCount * 2);
        }

        _attributes[_attributeCount++] = new CanonicalAttribute(name, index);
    }

    private void SortAttributes()
    {
        var attributes = _attributes.AsSpan(0, _attributeCount);
        for (var i = 1; i < attributes.Length; i++)
        {
            if (AttributeOrder.Compare(attributes[i - 1], attributes[i]) >= 0)
            {
                AttributeOrder.Sort(attributes);
                DenyDuplicates(attributes);
                return;
            }
        }
    }

    private void DenyDuplicates(scoped ReadOnlySpan<CanonicalAttribute> sorted)
    {
        for (var i = 1; i < sorted.Length; i++)
        {
            if (AttributeOrder.Compare(sorted[i - 1], sorted[i]) == 0)
            {
                Deny($"A start tag has two attributes '{sorted[i].Name}' of the same namespace.", "attributes");
            }
        }
    }

    private void BindAttribute(scoped in XmlName name)
    {
        ref readonly var info = ref name.Table!.Info(name.Id);
        if (info.IsPrefixed)
        {
            Bind(in name);
        }
        else if (info.IsNamespaceDeclaration)
        {
            RefuseUnprocessed(in name);
        }
        else if (name.NamespaceId != XmlNames.NoNamespace)
        {
            Deny($"The attribute '{name}' is in a namespace and has no prefix.", "attributes");
        }
    }

    // The name's prefix is bound to its namespace from here on.
    private void Bind(scoped in XmlName name)
    {
        var prefix = _namespaces.PrefixOf(in name);
        var uri = _namespaces.UriOf(in name);
        if (_namespaces.BoundTo(prefix) == uri)
        {
            return;
        }

        if (name.Prefix.IsEmpty != (prefix == XmlNames.EmptyName))
        {
            RefuseUnprocessed(in name);
        }

        if (_namespaces.IsDeclaredAt(prefix, _depth))
        {
            Refuse($"The start tag of '{_open[_depth - 1].Name}' declares the prefix '{name.GetPrefix()}' otherwise than the namespace '{name.GetNamespaceUri()}' of '{name}' needs.");
        }

        if (NamespaceConstraints.Find(prefix, uri) is not NamespaceFault.None and var fault)
        {
            Deny(PrefixBindings.Describe(fault), nameof(name));
        }

        if (!_options.AllowRelativeNamespaces && uri != XmlNames.NoNamespace && !UriScheme.IsPresent(name.NamespaceUri))
        {
            Fail(CanonicalizationErrorCode.RelativeNamespace, $"The namespace name '{name.GetNamespaceUri()}' is a relative reference, so the document has no canonical form.");
        }

        Declare(prefix, uri);
    }

    private void RefuseUnprocessed(scoped in XmlName name) =>
        Refuse($"'{name}' was read with namespace processing off; a canonical form is one of names and their namespaces.");
}
