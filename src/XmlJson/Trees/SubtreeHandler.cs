using System.Text;

namespace XmlJson.Trees;

/// <summary>Gives the first element the namespace declarations and attributes that it inherits where it stands; passes on everything else.</summary>
internal sealed class SubtreeHandler(IContentHandler handler, XmlAttributeInheritance inheritance) : IContentHandler
{
    private readonly XmlNames _names = new();
    private readonly Dictionary<string, string> _declarations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);
    private readonly BaseReference _base = new();
    private bool _hasBase;
    private bool _isInside;

    /// <summary>Notes what an ancestor declares; the outermost comes first.</summary>
    public void Inherit(scoped AttributeList attributes)
    {
        foreach (var attribute in attributes)
        {
            var name = attribute.Name;
            if (attribute.IsNamespaceDeclaration)
            {
                _declarations[name.ToString()] = attribute.GetString();
            }
            else if (name.NamespaceId == XmlNames.XmlNamespace)
            {
                InheritAttribute(in name, attribute.Value);
            }
        }
    }

    /// <inheritdoc/>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        if (_isInside)
        {
            handler.StartElement(in name, attributes);
            return;
        }

        _isInside = true;
        var all = new AttributeBuffer(_names);
        foreach (var attribute in attributes)
        {
            AddOwn(in attribute, all);
        }

        AddInherited(all);
        handler.StartElement(in name, all.List);
    }

    /// <inheritdoc/>
    public void StartDocument(scoped DocumentStart document) => handler.StartDocument(document);

    /// <inheritdoc/>
    public void DocumentType(scoped DocumentTypeDeclaration documentType) => handler.DocumentType(documentType);

    /// <inheritdoc/>
    public void EndElement(scoped in XmlName name) => handler.EndElement(in name);

    /// <inheritdoc/>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => handler.Characters(text, kind);

    /// <inheritdoc/>
    public void StartCData() => handler.StartCData();

    /// <inheritdoc/>
    public void EndCData() => handler.EndCData();

    /// <inheritdoc/>
    public void Comment(scoped ReadOnlySpan<byte> text) => handler.Comment(text);

    /// <inheritdoc/>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => handler.ProcessingInstruction(target, data);

    /// <inheritdoc/>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => handler.SkippedEntity(name);

    /// <inheritdoc/>
    public void EndDocument() => handler.EndDocument();

    private void InheritAttribute(scoped in XmlName name, scoped ReadOnlySpan<byte> value)
    {
        if (inheritance == XmlAttributeInheritance.Joined && name.Local.SequenceEqual("base"u8))
        {
            _base.Join(value);
            _hasBase = true;
        }
        else if (inheritance == XmlAttributeInheritance.All
            || (inheritance == XmlAttributeInheritance.Joined && (name.Local.SequenceEqual("lang"u8) || name.Local.SequenceEqual("space"u8))))
        {
            _attributes[name.ToString()] = Encoding.UTF8.GetString(value);
        }
    }

    private void AddOwn(scoped in AttributeItem attribute, AttributeBuffer all)
    {
        var name = attribute.Name;
        if (attribute.IsNamespaceDeclaration)
        {
            _declarations.Remove(name.ToString());
        }
        else if (name.NamespaceId == XmlNames.XmlNamespace)
        {
            _attributes.Remove(name.ToString());
            if (_hasBase && name.Local.SequenceEqual("base"u8))
            {
                _base.Join(attribute.Value);
                return;
            }
        }

        all.Add(_names.Get(name.Qualified, name.NamespaceUri), attribute.Value, attribute.IsSpecified, attribute.Type);
    }

    private void AddInherited(AttributeBuffer all)
    {
        foreach (var (name, uri) in _declarations)
        {
            all.Add(_names.Get(name, XmlNames.XmlnsUri), uri);
        }

        foreach (var (name, value) in _attributes)
        {
            all.Add(_names.Get(name, XmlNames.XmlUri), value);
        }

        // An empty one says nothing (Canonical XML 1.1 §2.4).
        if (_hasBase && _base.ToString() is { Length: > 0 } reference)
        {
            all.Add(_names.Get("xml:base", XmlNames.XmlUri), reference);
        }
    }
}
