namespace XmlJson;

/// <summary>Counts what a document consists of. The counts do not depend on how text was cut into pieces, so two sources agree exactly when they saw the same document.</summary>
/// <remarks>
/// Pass it by <c>ref</c>. It goes on counting from one document to the next; a default one starts at zero. Every byte count is of UTF-8 with references resolved,
/// whatever the input's encoding was.
/// </remarks>
public record struct EventCounter : IContentHandler
{
    private long _depth;

    /// <summary>Documents that came to their end.</summary>
    public long Documents { readonly get; private set; }

    /// <summary>Elements, however they were written: <c>&lt;a/&gt;</c> and <c>&lt;a&gt;&lt;/a&gt;</c> are one each.</summary>
    public long Elements { readonly get; private set; }

    /// <summary>Attributes, namespace declarations included.</summary>
    public long Attributes { readonly get; private set; }

    /// <summary>Those of <see cref="Attributes"/> that declare a namespace.</summary>
    public long NamespaceDeclarations { readonly get; private set; }

    /// <summary>Bytes of all start tags' element and attribute names, prefixes and colons included; end tags count nothing.</summary>
    public long NameBytes { readonly get; private set; }

    /// <summary>Bytes of all attribute values, normalized.</summary>
    public long AttributeValueBytes { readonly get; private set; }

    /// <summary>Bytes of character data of every <see cref="TextKind"/>.</summary>
    public long TextBytes { readonly get; private set; }

    /// <summary>CDATA sections, empty ones included.</summary>
    public long CDataSections { readonly get; private set; }

    /// <summary>Comments, those outside the root element included.</summary>
    public long Comments { readonly get; private set; }

    /// <summary>Bytes between the delimiters of all comments.</summary>
    public long CommentBytes { readonly get; private set; }

    /// <summary>Processing instructions; the XML declaration is none.</summary>
    public long ProcessingInstructions { readonly get; private set; }

    /// <summary>Bytes of all processing instructions' targets and data.</summary>
    public long ProcessingInstructionBytes { readonly get; private set; }

    /// <summary>Document type declarations: one at most in each document.</summary>
    public long DocumentTypes { readonly get; private set; }

    /// <summary>References to entities that were not expanded.</summary>
    public long SkippedEntities { readonly get; private set; }

    /// <summary>The most elements that were open at once: 1 for a document of a root element alone.</summary>
    public long MaxDepth { readonly get; private set; }

    /// <inheritdoc/>
    public void StartDocument(scoped DocumentStart document) => _depth = 0;

    /// <inheritdoc/>
    public void DocumentType(scoped DocumentTypeDeclaration documentType) => DocumentTypes++;

    /// <inheritdoc/>
    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        Elements++;
        NameBytes += name.Qualified.Length;
        if (++_depth > MaxDepth)
        {
            MaxDepth = _depth;
        }

        if (attributes.Count > 0)
        {
            Count(attributes);
        }
    }

    /// <inheritdoc/>
    public void EndElement(scoped in XmlName name) => _depth--;

    /// <inheritdoc/>
    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => TextBytes += text.Length;

    /// <inheritdoc/>
    public void StartCData() => CDataSections++;

    /// <inheritdoc/>
    public readonly void EndCData() { }

    /// <inheritdoc/>
    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        Comments++;
        CommentBytes += text.Length;
    }

    /// <inheritdoc/>
    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        ProcessingInstructions++;
        ProcessingInstructionBytes += target.Length + data.Length;
    }

    /// <inheritdoc/>
    public void SkippedEntity(scoped ReadOnlySpan<byte> name) => SkippedEntities++;

    /// <inheritdoc/>
    public void EndDocument() => Documents++;

    // The sums are kept in locals: writing the fields for every attribute would be memory traffic.
    private void Count(scoped AttributeList attributes)
    {
        long names = 0, values = 0, declarations = 0;
        foreach (var attribute in attributes)
        {
            names += attribute.Name.Qualified.Length;
            values += attribute.Value.Length;
            declarations += attribute.IsNamespaceDeclaration ? 1 : 0;
        }

        Attributes += attributes.Count;
        NameBytes += names;
        AttributeValueBytes += values;
        NamespaceDeclarations += declarations;
    }
}
