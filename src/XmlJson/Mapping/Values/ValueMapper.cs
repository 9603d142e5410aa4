using System.Buffers;
using System.Text;
using System.Text.Json;

namespace XmlJson.Mapping.Values;

/// <summary>Events → JSON for the conventions that have any JSON as XML: XML of their <see cref="Vocabulary"/>, and no other.</summary>
internal sealed partial class ValueMapper : JsonMapper
{
    private const int LargeBytes = 512 * 1024;

    private readonly ValueRules _rules;
    private readonly MappingOptions _options;
    private readonly LossRecorder _losses;
    private readonly JsonOutput _output;
    private readonly RawKeys _keys = new();
    private readonly SeenKeys _seen = new();
    private readonly ArrayBufferWriter<byte> _text = new(256);
    private readonly ArrayBufferWriter<byte> _json = new(256);
    private OpenValue[] _open = new OpenValue[16];
    private int _depth;
    private byte[] _scratch = new byte[256];

    public ValueMapper(ValueRules rules, Utf8JsonWriter writer, MappingOptions options, LossRecorder losses)
    {
        _rules = rules;
        _options = options;
        _losses = losses;
        _output = new JsonOutput(writer, options, losses);
    }

    /// <inheritdoc/>
    public override bool IsSpent => _keys.IsLarge || _text.Capacity + _json.Capacity + _scratch.Length > LargeBytes || _output.IsLarge;

    // Of the innermost open element.

    /// <inheritdoc/>
    public override string? Target => _output.PointerOfValue();

    /// <inheritdoc/>
    public override void StartDocument(scoped DocumentStart document)
    {
        base.StartDocument(document);
        _losses.Begin(this);
        _output.Begin();
        _seen.Reset();
        _text.ResetWrittenCount();
        _depth = 0;
        if (document.HasDeclaration)
        {
            _losses.Add(MappingLossKind.XmlDeclaration);
        }
    }

    /// <inheritdoc/>
    public override void DocumentType(scoped DocumentTypeDeclaration documentType) => _losses.Add(MappingLossKind.DocumentType);

    /// <inheritdoc/>
    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        var value = new OpenValue { Kind = KindOf(in name), IsEscaped = _rules.EscapesAll };
        if (!name.Prefix.SequenceEqual(_rules.Vocabulary.Prefix))
        {
            _losses.Add(MappingLossKind.Name);
        }

        ReadAttributes(attributes, ref value);
        if (value.Kind == ValueKind.Map)
        {
            _output.WriteStartObject();
            value.Seen = _seen.Begin();
        }
        else if (value.Kind == ValueKind.Array)
        {
            _output.WriteStartArray();
        }

        if (_depth == _open.Length)
        {
            Array.Resize(ref _open, _depth * 2);
        }

        _open[_depth++] = value;
    }

    /// <inheritdoc/>
    public override void EndElement(scoped in XmlName name)
    {
        ref readonly var value = ref _open[_depth - 1];
        switch (value.Kind)
        {
            case ValueKind.Map:
                _seen.End(value.Seen);
                _output.WriteEndObject();
                break;
            case ValueKind.Array:
                _output.WriteEndArray();
                break;
            case ValueKind.String:
                _output.WriteRaw(MakeString(_text.WrittenSpan, value.IsEscaped));
                break;
            case ValueKind.Number:
                WriteNumber();
                break;
            case ValueKind.Boolean:
                WriteBoolean();
                break;
            default:
                _output.WriteNull();
                break;
        }

        _depth--;
        _text.ResetWrittenCount();
    }

    /// <inheritdoc/>
    public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        // White space outside the root element is no content.
        if (_depth == 0)
        {
            return;
        }

        var value = _open[_depth - 1].Kind;
        if (value is ValueKind.String or ValueKind.Number or ValueKind.Boolean)
        {
            if ((long)_text.WrittenCount + text.Length > _options.MaxBuffer)
            {
                _losses.Throw(MappingErrorCode.BufferLimit, $"A value of more than {_options.MaxBuffer} bytes must be held back until it ends: raise MaxBuffer.");
            }

            _text.Write(text);
        }
        else if (value == ValueKind.Null || !Text.Characters.IsWhiteSpace(text))
        {
            _losses.Throw(MappingErrorCode.UnexpectedText, "Only the elements 'string', 'number' and 'boolean' hold text.");
        }
        else
        {
            _losses.Add(MappingLossKind.WhiteSpace);
        }
    }

    /// <inheritdoc/>
    public override void StartCData() => _losses.Add(MappingLossKind.CDataSection);

    /// <inheritdoc/>
    public override void EndCData()
    {
    }

    /// <inheritdoc/>
    public override void Comment(scoped ReadOnlySpan<byte> text) => _losses.Add(MappingLossKind.Comment);

    /// <inheritdoc/>
    public override void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) => _losses.Add(MappingLossKind.ProcessingInstruction);

    /// <inheritdoc/>
    public override void SkippedEntity(scoped ReadOnlySpan<byte> name) => _losses.Add(MappingLossKind.SkippedEntity);

    /// <inheritdoc/>
    public override void EndDocument() => _output.Flush();

    /// <inheritdoc/>
    public override void Release()
    {
    }

    private ValueKind KindOf(in XmlName name)
    {
        if (_depth > 0 && _open[_depth - 1].Kind is not (ValueKind.Map or ValueKind.Array))
        {
            _losses.Throw(MappingErrorCode.UnexpectedElement, $"Only the elements '{NameOf(ValueKind.Map)}' and 'array' hold elements.");
        }

        var kind = default(ValueKind);
        if (!name.NamespaceUri.SequenceEqual(_rules.Vocabulary.Namespace) || !_rules.Vocabulary.TryGetKind(name.Local, out kind))
        {
            _losses.Throw(MappingErrorCode.UnexpectedElement, $"'{name}' is no element of the vocabulary: {_rules.Vocabulary}.");
        }

        return kind;
    }

    private string NameOf(ValueKind kind) => Encoding.UTF8.GetString(_rules.Vocabulary[kind]);

    private void WriteNumber()
    {
        var text = _text.WrittenSpan;
        var room = Scratch(text.Length + 2);
        if (!NumberText.TryWrite(text.Trim(" \n\t\r"u8), room, out var length))
        {
            _losses.Throw(MappingErrorCode.InvalidValue, $"'{Encoding.UTF8.GetString(text)}' is no finite number.");
        }

        ReportForm(room[..length].SequenceEqual(text));
        _output.WriteRaw(room[..length]);
    }

    private void WriteBoolean()
    {
        var text = _text.WrittenSpan;
        if (!TryReadBoolean(text, out var value))
        {
            _losses.Throw(MappingErrorCode.InvalidValue, $"'{Encoding.UTF8.GetString(text)}' is no boolean.");
        }

        var written = value ? "true"u8 : "false"u8;
        ReportForm(text.SequenceEqual(written));
        _output.WriteRaw(written);
    }

    // XML Schema Datatypes §3.2.2.
    private static bool TryReadBoolean(ReadOnlySpan<byte> text, out bool value)
    {
        text = text.Trim(" \n\t\r"u8);
        value = text.SequenceEqual("true"u8) || text.SequenceEqual("1"u8);
        return value || text.SequenceEqual("false"u8) || text.SequenceEqual("0"u8);
    }

    private Span<byte> Scratch(long length)
    {
        if (_scratch.Length < length)
        {
            _scratch = new byte[(int)Math.Min(Array.MaxLength, length * 2)];
        }

        return _scratch;
    }

    private void ReportForm(bool isSame)
    {
        if (!isSame)
        {
            _losses.Add(MappingLossKind.LexicalForm);
        }
    }
}
