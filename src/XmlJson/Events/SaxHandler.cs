namespace XmlJson;

/// <summary>
/// A handler with the events of SAX2 where they differ from <see cref="IContentHandler"/>: prefix mappings, ignorable white space, the start and end of entities. For those who port a SAX handler.
/// </summary>
/// <remarks>
/// Every event does nothing until it is overridden. The order is SAX's: the prefix mappings of an element come before its start and end after its end, in reverse order. To be told of entities,
/// set the same object as <see cref="XmlParserOptions.EntityHandler"/>.
/// </remarks>
public abstract class SaxHandler : IContentHandler, IEntityHandler
{
    private static ReadOnlySpan<byte> NoPrefix => [];

    private XmlName[] _declarations = new XmlName[8];
    private int[] _outer = new int[16];
    private int _count;
    private int _depth;

    /// <inheritdoc cref="IContentHandler.StartDocument"/>
    public virtual void StartDocument(scoped DocumentStart document) { }

    /// <inheritdoc cref="IContentHandler.DocumentType"/>
    public virtual void DocumentType(scoped DocumentTypeDeclaration documentType) { }

    /// <summary>A prefix is bound for the element that starts next and what is in it.</summary>
    /// <param name="prefix">The prefix; empty for the default namespace.</param>
    /// <param name="uri">The namespace name; empty where the default namespace is undeclared.</param>
    public virtual void StartPrefixMapping(scoped ReadOnlySpan<byte> prefix, scoped ReadOnlySpan<byte> uri) { }

    /// <summary>A prefix is no longer bound as it was for the element that ended just now.</summary>
    /// <param name="prefix">The prefix; empty for the default namespace.</param>
    public virtual void EndPrefixMapping(scoped ReadOnlySpan<byte> prefix) { }

    /// <inheritdoc cref="IContentHandler.StartElement"/>
    public virtual void StartElement(scoped in XmlName name, scoped AttributeList attributes) { }

    /// <inheritdoc cref="IContentHandler.EndElement"/>
    public virtual void EndElement(scoped in XmlName name) { }

    /// <summary>A piece of text, of a CDATA section too.</summary>
    /// <param name="text">UTF-8, references resolved, line ends normalized.</param>
    public virtual void Characters(scoped ReadOnlySpan<byte> text) { }

    /// <summary>White space in an element that the document type says holds elements only (XML 1.0 §2.10).</summary>
    /// <param name="text">UTF-8.</param>
    public virtual void IgnorableWhiteSpace(scoped ReadOnlySpan<byte> text) { }

    /// <inheritdoc/>
    public virtual void StartCData() { }

    /// <inheritdoc/>
    public virtual void EndCData() { }

    /// <inheritdoc/>
    public virtual void Comment(scoped ReadOnlySpan<byte> text) { }

    /// <inheritdoc/>
    public virtual void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) { }

    /// <inheritdoc/>
    public virtual void SkippedEntity(scoped ReadOnlySpan<byte> name) { }

    /// <inheritdoc/>
    public virtual void StartEntity(scoped ReadOnlySpan<byte> name) { }

    /// <inheritdoc/>
    public virtual void EndEntity(scoped ReadOnlySpan<byte> name) { }

    /// <inheritdoc cref="IContentHandler.EndDocument"/>
    public virtual void EndDocument() { }

    void IContentHandler.StartDocument(scoped DocumentStart document)
    {
        _count = 0;
        _depth = 0;
        StartDocument(document);
    }

    void IContentHandler.StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        if (_depth == _outer.Length)
        {
            Array.Resize(ref _outer, _depth * 2);
        }

        _outer[_depth++] = _count;
        foreach (var attribute in attributes)
        {
            if (attribute.IsNamespaceDeclaration)
            {
                Declare(attribute.Name);
                StartPrefixMapping(PrefixOf(attribute.Name), attribute.Value);
            }
        }

        StartElement(in name, attributes);
    }

    void IContentHandler.EndElement(scoped in XmlName name)
    {
        EndElement(in name);
        var outer = _outer[--_depth];
        while (_count > outer)
        {
            EndPrefixMapping(PrefixOf(_declarations[--_count]));
        }
    }

    void IContentHandler.Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (kind == TextKind.WhiteSpace)
        {
            IgnorableWhiteSpace(text);
        }
        else
        {
            Characters(text);
        }
    }

    // xmlns:p declares p, xmlns the default namespace.
    private static ReadOnlySpan<byte> PrefixOf(XmlName declaration) => declaration.Prefix.IsEmpty ? NoPrefix : declaration.Local;

    private void Declare(XmlName name)
    {
        if (_count == _declarations.Length)
        {
            Array.Resize(ref _declarations, _count * 2);
        }

        _declarations[_count++] = name;
    }
}
