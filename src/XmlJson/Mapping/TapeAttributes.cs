namespace XmlJson.Mapping;

/// <summary>The attributes of an element on an <see cref="EventTape"/>: names and namespaces resolved, and with the declarations that no key makes.</summary>
internal sealed class TapeAttributes(EventTape tape, EventNames names, LossRecorder losses)
{
    private readonly AttributeBuffer _attributes = new(names.Table);
    private readonly ExpandedNameSet _expanded = new();

    // For each name the element that last had it as an attribute, so that a second one is seen.
    private long[] _attributeOf = new long[64];
    private long _element;

    /// <summary>Puts an element's declarations in force and resolves its attributes.</summary>
    /// <param name="element">The element's row.</param>
    /// <param name="isRoot">Whether it is the root element.</param>
    /// <returns>Valid until the next call.</returns>
    /// <exception cref="MappingException">A declaration or name that XML cannot have, or an attribute is there twice.</exception>
    public AttributeList Read(int element, bool isRoot)
    {
        _attributes.Clear();
        _element++;
        var hasAttributes = tape[element].NextAttribute != 0;
        if (hasAttributes)
        {
            Declare(element);
        }

        if (isRoot)
        {
            AddRootDeclarations();
        }

        if (names.MayNeedDeclarations)
        {
            AddNeededDeclarations(element);
        }

        if (hasAttributes)
        {
            AddAttributes(element);
        }

        return _attributes.ListOver(ref tape.Text);
    }

    /// <summary>Puts an element's attributes in order where none declares, has a prefix but <c>xml</c>, or occurs twice. The element is not the root, and neither needs a declaration.</summary>
    /// <param name="element">The element's row.</param>
    /// <param name="list">Valid until the next call.</param>
    /// <returns>Whether they are such attributes; otherwise <see cref="Read"/> must be asked.</returns>
    public bool TryReadPlain(int element, out AttributeList list)
    {
        var serial = ++_element;
        var rows = _attributes.Rows;
        var count = 0;
        list = default;
        ref var node = ref tape[element];
        while (node.NextAttribute is not 0 and var step)
        {
            element += step;
            node = ref tape[element];
            var name = names.PlainName(node.Key);
            var uri = XmlNames.NoNamespace;
            if (name < 0)
            {
                name = names.NameInXml(node.Key);
                uri = XmlNames.XmlNamespace;
            }

            if (name < 0 || name >= _attributeOf.Length || _attributeOf[name] == serial)
            {
                return false;
            }

            _attributeOf[name] = serial;
            if (count == rows.Length)
            {
                rows = _attributes.GrowRows();
            }

            rows[count++] = new AttributeRow
            {
                NameId = name,
                UriId = uri,
                Start = node.TextStart,
                Length = node.TextLength,
                Flags = node.Kind == EventKind.Attribute ? AttributeRowFlags.None : AttributeRowFlags.Defaulted,
            };
        }

        if (count > 0)
        {
            _attributes.Show(count);
            list = new AttributeList(_attributes, ref tape.Text);
        }

        return true;
    }

    // First: they are in force for the element's own name and for attributes before them.
    private void Declare(int element)
    {
        for (int row = element, step; (step = tape[row].NextAttribute) != 0;)
        {
            row += step;
            if (names.IsDeclaration(tape[row].Key, out var prefix))
            {
                var uri = names.Table.InternUri(tape.TextOf(in tape[row]));
                MarkupRules.CheckNamespace(prefix, uri, losses);
                names.Scope.Declare(prefix, uri);
            }
        }
    }

    private void AddAttributes(int element)
    {
        var prefixed = 0;
        for (int row = element, step; (step = tape[row].NextAttribute) != 0;)
        {
            row += step;
            var name = names.Attribute(tape[row].Key);
            Note(name);
            _attributes.NextRow() = new AttributeRow
            {
                NameId = name.Id,
                UriId = name.NamespaceId,
                Start = tape[row].TextStart,
                Length = tape[row].TextLength,
                Flags = (tape[row].Kind == EventKind.Attribute ? AttributeRowFlags.None : AttributeRowFlags.Defaulted)
                    | (name.NamespaceId == XmlNames.XmlnsNamespace ? AttributeRowFlags.NamespaceDeclaration : AttributeRowFlags.None),
            };
            prefixed += name.NamespaceId > XmlNames.XmlnsNamespace || name.NamespaceId == XmlNames.XmlNamespace ? 1 : 0;
        }

        if (prefixed > 1)
        {
            ThrowIfExpandedNamesClash();
        }
    }

    private void Note(XmlName name)
    {
        if (name.Id >= _attributeOf.Length)
        {
            Array.Resize(ref _attributeOf, Math.Max(name.Id + 1, _attributeOf.Length * 2));
        }

        if (_attributeOf[name.Id] == _element)
        {
            losses.Throw(MappingErrorCode.DuplicateAttribute, $"The attribute '{name}' occurs twice in one element.");
        }

        _attributeOf[name.Id] = _element;
    }

    private void AddRootDeclarations()
    {
        foreach (var declaration in names.RootDeclarations)
        {
            var uri = names.Scope.Find(declaration.Prefix);
            if (uri == XmlNames.NoNamespace)
            {
                AddDeclaration(in declaration);
            }
            else if (uri != declaration.Uri && declaration.IsRequired)
            {
                losses.Throw(MappingErrorCode.InvalidNamespaceDeclaration, $"The root element declares the prefix of '{declaration.Attribute}' for another namespace than the convention needs.");
            }
        }
    }

    private void AddNeededDeclarations(int element)
    {
        AddNeededDeclarations(tape[element].Key, isAttribute: false);
        for (int row = element, step; (step = tape[row].NextAttribute) != 0;)
        {
            row += step;
            AddNeededDeclarations(tape[row].Key, isAttribute: true);
        }
    }

    private void AddNeededDeclarations(int key, bool isAttribute)
    {
        foreach (ref readonly var declaration in names.DeclarationsFor(key, isAttribute))
        {
            if (names.Scope.Find(declaration.Prefix) != declaration.Uri)
            {
                AddDeclaration(in declaration);
            }
        }
    }

    private void AddDeclaration(ref readonly NamespaceDeclaration declaration)
    {
        names.Scope.Declare(declaration.Prefix, declaration.Uri);
        Note(declaration.Attribute);
        _attributes.Add(declaration.Attribute, names.Table.UriBytes(declaration.Uri));
    }

    // Two prefixes may stand for one namespace (Namespaces in XML 1.0 §6.3).
    private void ThrowIfExpandedNamesClash()
    {
        _expanded.Clear();
        foreach (var attribute in _attributes.List)
        {
            var name = attribute.Name;
            if (name.NamespaceId != XmlNames.NoNamespace && !_expanded.Add(names.Table.Info(name.Id).Local, name.NamespaceId))
            {
                losses.Throw(MappingErrorCode.DuplicateAttribute, $"The attribute '{name}' occurs twice in one element, under two prefixes of one namespace.");
            }
        }
    }
}
