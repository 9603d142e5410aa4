using System.Text.Json;

namespace XmlJson.Mapping.JsonML;

/// <summary>Events → JsonML: every event is written as it comes, and text when its run has ended or is long.</summary>
internal sealed class JsonMLMapper(Utf8JsonWriter writer, MappingOptions options, LossRecorder losses) : JsonMapper
{
    // A string that is written whole is one call of the writer; a longer one is written in pieces as it comes, so that memory stays small.
    private const int LongestWhole = 16 * 1024;

    private readonly JsonOutput _output = new(writer, options, losses);
    private readonly WrittenKeys _keys = new([], []);

    // The run of text so far; or it is long, and is being written as it comes.
    private byte[] _text = new byte[256];
    private int _textLength;
    private bool _isWritingText;

    /// <inheritdoc/>
    public override bool IsSpent => _keys.IsLarge || _output.IsLarge;

    /// <inheritdoc/>
    public override string? Target => _output.PointerOfContainer();

    /// <inheritdoc/>
    public override void StartDocument(scoped DocumentStart document)
    {
        base.StartDocument(document);
        losses.Begin(this);
        _output.Begin();
        _textLength = 0;
        _isWritingText = false;
        if (document.HasDeclaration)
        {
            losses.Add(MappingLossKind.XmlDeclaration);
        }
    }

    /// <inheritdoc/>
    public override void DocumentType(scoped DocumentTypeDeclaration documentType) => losses.Add(MappingLossKind.DocumentType);

    /// <inheritdoc/>
    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        EndText();
        _output.WriteStartArray();
        _output.WriteString(_keys[_keys.Element(in name)]);
        if (attributes.Count == 0)
        {
            return;
        }

        _output.WriteStartObject();
        foreach (var attribute in attributes)
        {
            if (!attribute.IsSpecified)
            {
                losses.Add(MappingLossKind.DefaultedAttribute);
            }

            _output.WriteString(_keys[_keys.Attribute(attribute.Name, isSpecified: true)], attribute.Value);
        }

        _output.WriteEndObject();
    }

    /// <inheritdoc/>
    public override void EndElement(scoped in XmlName name)
    {
        EndText();
        _output.WriteEndArray();
    }

    /// <inheritdoc/>
    public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (_isWritingText || _textLength + text.Length > LongestWhole)
        {
            WriteSegment(text);
            return;
        }

        if (_text.Length - _textLength < text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + text.Length));
        }

        text.CopyTo(_text.AsSpan(_textLength));
        _textLength += text.Length;
    }

    /// <inheritdoc/>
    public override void StartCData() => losses.Add(MappingLossKind.CDataSection);

    /// <inheritdoc/>
    public override void EndCData()
    {
    }

    /// <inheritdoc/>
    public override void Comment(scoped ReadOnlySpan<byte> text) => losses.Add(MappingLossKind.Comment);

    /// <inheritdoc/>
    public override void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => losses.Add(MappingLossKind.ProcessingInstruction);

    /// <inheritdoc/>
    public override void SkippedEntity(scoped ReadOnlySpan<byte> name) => losses.Add(MappingLossKind.SkippedEntity);

    /// <inheritdoc/>
    public override void EndDocument() => _output.Flush();

    /// <inheritdoc/>
    public override void Release()
    {
    }

    private void WriteSegment(scoped ReadOnlySpan<byte> text)
    {
        if (!_isWritingText)
        {
            _isWritingText = true;
            _output.WriteSegment(_text.AsSpan(0, _textLength));
            _textLength = 0;
        }

        _output.WriteSegment(text);
    }

    private void EndText()
    {
        if (_isWritingText)
        {
            _isWritingText = false;
            _output.EndSegments();
        }
        else if (_textLength > 0)
        {
            _output.WriteString(_text.AsSpan(0, _textLength));
            _textLength = 0;
        }
    }
}
