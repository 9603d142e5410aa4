using System.Text.Json;

namespace XmlJson.Mapping.JsonML;

/// <summary>Events → JsonML: every event is written as it comes.</summary>
internal sealed class JsonMLMapper(Utf8JsonWriter writer, MappingOptions options, LossRecorder losses) : JsonMapper
{
    private readonly JsonOutput _output = new(writer, options, losses);
    private readonly WrittenKeys _keys = new([], []);
    private bool _isInText;

    /// <inheritdoc/>
    public override bool IsSpent => _keys.IsLarge;

    /// <inheritdoc/>
    public override string? Target => _output.PointerOfContainer();

    /// <inheritdoc/>
    public override void StartDocument(scoped DocumentStart document)
    {
        base.StartDocument(document);
        losses.Begin(this);
        _output.Begin();
        _isInText = false;
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

            _output.WriteKey(_keys[_keys.Attribute(attribute.Name, isSpecified: true)]);
            _output.WriteString(attribute.Value);
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
        _isInText = true;
        _output.WriteSegment(text);
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

    private void EndText()
    {
        if (_isInText)
        {
            _isInText = false;
            _output.EndSegments();
        }
    }
}
