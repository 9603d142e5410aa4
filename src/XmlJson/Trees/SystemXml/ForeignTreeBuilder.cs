using System.Text;
using XmlJson.Text;

namespace XmlJson.Trees.SystemXml;

/// <summary>Builds a <see cref="Document"/> from what another tree gives as strings, which may hold what no document may, and names whose declarations are missing.</summary>
internal sealed class ForeignTreeBuilder : IDisposable
{
    private readonly DocumentBuilder _builder = new();
    private readonly XmlNames _names = new();
    private readonly AttributeBuffer _attributes;
    private readonly Stack<XmlName> _open = [];
    private bool _isComplete = true;

    /// <summary>Makes a builder.</summary>
    public ForeignTreeBuilder() => _attributes = new AttributeBuffer(_names);

    /// <summary>What the declarations so far mean.</summary>
    public PrefixScope Scope { get; } = new();

    /// <summary>The document begins.</summary>
    /// <param name="version">The declared version; <see langword="null"/> when there is no XML declaration.</param>
    /// <param name="encoding">The declared encoding, if any.</param>
    /// <param name="standalone"><c>yes</c> or <c>no</c>, if declared.</param>
    public void Start(string? version, string? encoding, string? standalone)
    {
        var locator = Locator.CreateUnknown();
        if (string.IsNullOrEmpty(version))
        {
            _builder.StartDocument(new DocumentStart(locator));
            return;
        }

        // The properties refuse what a declaration cannot say.
        using var check = new Document { XmlVersion = version, XmlEncoding = string.IsNullOrEmpty(encoding) ? null : encoding };
        bool? isStandalone = standalone switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
        _builder.StartDocument(new DocumentStart(locator, Encoding.UTF8.GetBytes(version), Encoding.UTF8.GetBytes(encoding ?? ""), isStandalone));
    }

    /// <summary>A document type.</summary>
    public void DocumentType(string name, string? publicId, string? systemId, string? internalSubset)
    {
        var declaration = new DocumentTypeDeclaration(Bytes(name));
        if (!string.IsNullOrEmpty(publicId))
        {
            declaration = declaration with { PublicId = Bytes(publicId) };
        }

        if (systemId is not null && (systemId.Length > 0 || !string.IsNullOrEmpty(publicId)))
        {
            declaration = declaration with { SystemId = Bytes(systemId) };
        }

        if (!string.IsNullOrEmpty(internalSubset))
        {
            declaration = declaration with { InternalSubset = Bytes(internalSubset) };
        }

        _builder.DocumentType(declaration);
    }

    /// <summary>The next start tag begins: declare its prefixes in <see cref="Scope"/>, add its attributes, then start the element.</summary>
    public void BeginTag()
    {
        Scope.Push();
        _attributes.Clear();
    }

    /// <summary>An attribute of the next element, namespace declarations included.</summary>
    public void Attribute(string prefix, string local, string uri, string value, bool isSpecified = true)
    {
        Document.CheckCharacters(value);
        _isComplete &= prefix.Length == 0 ? uri.Length == 0 || uri == XmlNames.XmlnsUri : Scope.Means(prefix, uri);
        _attributes.Add(Name(prefix, local, uri), value, isSpecified);
    }

    /// <summary>The element whose attributes were given.</summary>
    public void StartElement(string prefix, string local, string uri)
    {
        _isComplete &= Scope.Means(prefix, uri);
        var name = Name(prefix, local, uri);
        _open.Push(name);
        _builder.StartElement(in name, _attributes.List);
    }

    /// <summary>The end of the element that was started last.</summary>
    public void EndElement()
    {
        var name = _open.Pop();
        _builder.EndElement(in name);
        Scope.Pop();
    }

    /// <summary>Text; white space outside the root element is left out.</summary>
    public void Text(string text)
    {
        if (text.Length > 0 && _open.Count > 0)
        {
            _builder.Characters(Bytes(text), TextKind.Text);
        }
    }

    /// <summary>A CDATA section; two or more where one cannot hold the text (XML 1.0 §2.7).</summary>
    public void CData(string text)
    {
        for (var start = 0; start >= 0;)
        {
            var end = text.IndexOf("]]>", start, StringComparison.Ordinal);
            var part = end < 0 ? text[start..] : text[start..(end + 2)];
            _builder.StartCData();
            if (part.Length > 0)
            {
                _builder.Characters(Bytes(part), TextKind.CData);
            }

            _builder.EndCData();
            start = end < 0 ? -1 : end + 2;
        }
    }

    /// <summary>A comment.</summary>
    public void Comment(string text)
    {
        var bytes = Bytes(text);
        if (!MarkupGrammar.IsCommentText(bytes))
        {
            throw new ArgumentException($"The comment '{text}' holds -- or ends with - (XML 1.0 §2.5 [15]).", nameof(text));
        }

        _builder.Comment(bytes);
    }

    /// <summary>A processing instruction.</summary>
    public void ProcessingInstruction(string target, string data)
    {
        var (targetBytes, dataBytes) = (Bytes(target), Bytes(data));
        if (MarkupGrammar.IsReservedTarget(targetBytes) || !MarkupGrammar.IsInstructionData(dataBytes))
        {
            throw new ArgumentException($"The processing instruction '{target}' has the reserved target or holds ?> (XML 1.0 §2.6 [16], [17]).", nameof(target));
        }

        _builder.ProcessingInstruction(targetBytes, dataBytes);
    }

    /// <summary>A reference that is not expanded.</summary>
    public void SkippedEntity(string name) => _builder.SkippedEntity(Bytes(name));

    /// <summary>The document ends.</summary>
    /// <returns>The document, with the declarations that were missing.</returns>
    public Document Finish()
    {
        _builder.EndDocument();
        var document = _builder.TakeDocument();
        if (_isComplete)
        {
            return document;
        }

        using (document)
        {
            document.Edit();
            document.WriteTo(_builder);
        }

        return _builder.TakeDocument();
    }

    /// <inheritdoc/>
    public void Dispose() => _builder.Dispose();

    private XmlName Name(string prefix, string local, string uri) => _names.Get(prefix.Length == 0 ? local : $"{prefix}:{local}", uri);

    private static byte[] Bytes(string text)
    {
        Document.CheckCharacters(text);
        return Encoding.UTF8.GetBytes(text);
    }
}
