using System.Text;

namespace XmlJson.Conformance.W3C;

/// <summary>
/// Writes the form that the suite's outputs are in: no comments, attributes in order of their names, every special character a reference, processing instructions from everywhere, and a document
/// type declaration only to say which notations there are.
/// </summary>
internal sealed class CanonicalForm : ContentHandler
{
    private readonly StringBuilder _output = new();
    private readonly DeclarationPart _declarations;
    private string _root = "";
    private bool _isInRoot;

    public CanonicalForm() => _declarations = new DeclarationPart(this);

    /// <summary>Where the parser is to send declarations.</summary>
    public IDeclarationHandler Declarations => _declarations;

    /// <summary>Whether a part of the document type definition was not read, so that notations may be unknown.</summary>
    public bool IsIncomplete => _declarations.IsIncomplete;

    public override void DocumentType(scoped DocumentTypeDeclaration documentType) => _root = Encoding.UTF8.GetString(documentType.Name);

    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        if (!_isInRoot)
        {
            _isInRoot = true;
            WriteNotations();
        }

        _output.Append('<').Append(name.ToString());
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            sorted.Add(attribute.Name.ToString(), attribute.GetString());
        }

        foreach (var (attribute, value) in sorted)
        {
            _output.Append(' ').Append(attribute).Append("=\"");
            Escape(value);
            _output.Append('"');
        }

        _output.Append('>');
    }

    public override void EndElement(scoped in XmlName name) => _output.Append("</").Append(name.ToString()).Append('>');

    public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Escape(Encoding.UTF8.GetString(text));

    public override void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) =>
        _output.Append("<?").Append(Encoding.UTF8.GetString(target)).Append(' ').Append(Encoding.UTF8.GetString(data)).Append("?>");

    /// <summary>A form without the document type declaration that it may have.</summary>
    public static string WithoutDocumentType(string form)
    {
        const string End = "]>\n";
        var start = form.IndexOf("<!DOCTYPE ", StringComparison.Ordinal);
        return start < 0 ? form : form.Remove(start, form.IndexOf(End, start, StringComparison.Ordinal) + End.Length - start);
    }

    public override string ToString() => _output.ToString();

    private void WriteNotations()
    {
        if (_declarations.Notations.Count > 0)
        {
            _output.Append("<!DOCTYPE ").Append(_root).Append(" [\n").AppendJoin("", _declarations.Notations.Values).Append("]>\n");
        }
    }

    private void Escape(string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => _output.Append("&amp;"),
                '<' => _output.Append("&lt;"),
                '>' => _output.Append("&gt;"),
                '"' => _output.Append("&quot;"),
                '\t' => _output.Append("&#9;"),
                '\n' => _output.Append("&#10;"),
                '\r' => _output.Append("&#13;"),
                _ => _output.Append(c),
            };
        }
    }

    private sealed class DeclarationPart(CanonicalForm form) : DeclarationHandler
    {
        public SortedDictionary<string, string> Notations { get; } = new(StringComparer.Ordinal);

        public bool IsIncomplete { get; private set; }

        public override void NotationDeclaration(scoped ReadOnlySpan<byte> name, scoped in ExternalIdentifier identifier)
        {
            var publicId = Encoding.UTF8.GetString(identifier.PublicId);
            var systemId = Encoding.UTF8.GetString(identifier.SystemId);
            var written = (identifier.HasPublicId, identifier.HasSystemId) switch
            {
                (true, true) => $"PUBLIC '{publicId}' '{systemId}'",
                (true, false) => $"PUBLIC '{publicId}'",
                _ => $"SYSTEM '{systemId}'",
            };
            var text = Encoding.UTF8.GetString(name);
            Notations.Add(text, $"<!NOTATION {text} {written}>\n");
        }

        public override void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => form.ProcessingInstruction(target, data);

        public override void SkippedEntity(scoped ReadOnlySpan<byte> name) => IsIncomplete = true;
    }
}
