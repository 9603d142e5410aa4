using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;

namespace XmlJson.Mapping.JsonML;

/// <summary>JsonML → events. An element waits for its second value, which may be its attributes.</summary>
internal sealed class JsonMLUnmapper : JsonUnmapper
{
    // So many rows are given out at a time: an element, its text and its end then mostly stand together on the tape.
    private const int BatchRows = 64;

    private readonly EventTape _tape;
    private readonly MappingOptions _options;
    private readonly LossRecorder _losses;
    private readonly QualifiedNames _names;
    private readonly JsonStrings _strings;
    private JsonMLFrame[] _frames = new JsonMLFrame[16];
    private int _depth;

    // In an attributes object: the key whose value comes next, or -1 before the first.
    private bool _isInAttributes;
    private int _key;

    // What is wrong behind what was decided before, to be said when that was given out.
    private ExceptionDispatchInfo? _failure;

    public JsonMLUnmapper(EventTape tape, MappingOptions options, LossRecorder losses)
    {
        _tape = tape;
        _options = options;
        _losses = losses;
        _names = new QualifiedNames(losses);
        _strings = new JsonStrings(tape, InvalidCharacterPolicy.Reject, losses);
    }

    /// <inheritdoc/>
    public override bool IsSpent => _names.IsLarge || _frames.Length > LargeDepth;

    /// <inheritdoc/>
    public override EventNames Names => _names;

    /// <inheritdoc/>
    public override string Path
    {
        get
        {
            var pointer = new StringBuilder();
            foreach (ref readonly var frame in _frames.AsSpan(0, _depth))
            {
                pointer.AppendIndex(frame.Values - 1);
            }

            return (_isInAttributes && _key >= 0 ? pointer.AppendKey(_names.Key(_key)) : pointer).ToString();
        }
    }

    /// <inheritdoc/>
    public override void Begin()
    {
        _losses.Begin(this);
        _depth = 0;
        Offset = 0;
        _isInAttributes = false;
        _failure = null;
    }

    /// <inheritdoc/>
    public override void Moved(int rows)
    {
        // Only the innermost element may still get attributes, so only its row may still be on the tape.
        if (_depth > 0)
        {
            _frames[_depth - 1].Row -= rows;
        }
    }

    /// <inheritdoc/>
    public override bool Take(ref Utf8JsonReader reader, long offset)
    {
        _failure?.Throw();
        try
        {
            while (reader.Read())
            {
                Offset = offset + reader.TokenStartIndex;
                Accept(ref reader);
                if (_tape.Decided - _tape.First >= BatchRows)
                {
                    return true;
                }
            }
        }
        catch (Exception error) when (_tape.First < _tape.Decided)
        {
            // However much is taken at once, what stands before the error comes first.
            _failure = ExceptionDispatchInfo.Capture(error);
        }

        return _tape.First < _tape.Decided;
    }

    private void Accept(ref Utf8JsonReader reader)
    {
        if (_isInAttributes)
        {
            AcceptInAttributes(ref reader);
            return;
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            EndElement();
        }
        else if (_depth == 0)
        {
            StartRoot(ref reader);
        }
        else
        {
            ref var frame = ref _frames[_depth - 1];
            frame.Values++;
            AcceptValue(ref frame, ref reader);
        }

        _tape.Decided = _depth > 0 && (_isInAttributes || _frames[_depth - 1].Values == 1) ? _frames[_depth - 1].Row : _tape.Count;
    }

    private void StartRoot(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            _losses.Throw(MappingErrorCode.NoSingleRoot, "JsonML is an array: the root element's name, its attributes if there are any, its content.");
        }

        Push();
    }

    private void AcceptValue(ref JsonMLFrame frame, ref Utf8JsonReader reader)
    {
        if (frame.Values == 1)
        {
            AcceptName(ref frame, ref reader);
            return;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                frame.EndsWithText = false;
                Push();
                break;
            case JsonTokenType.StartObject when frame.Values == 2:
                CheckDepth(_depth);
                _isInAttributes = true;
                _key = -1;
                break;
            case JsonTokenType.StartObject:
                _losses.Throw(MappingErrorCode.UnexpectedValue, "An object is an element's attributes: it can only be the second value of an array.");
                break;
            default:
                AddText(ref frame, ref reader);
                break;
        }
    }

    private void AcceptName(ref JsonMLFrame frame, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            _losses.Throw(MappingErrorCode.UnexpectedValue, "An array's first value is its element's name, a string.");
        }

        frame.Row = _tape.Add(EventKind.StartElement, InternKey(ref reader), Offset);
    }

    private void AcceptInAttributes(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _key = InternKey(ref reader);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _losses.Throw(MappingErrorCode.ValueNotScalar, "Only a string, number, boolean or null can be an attribute's value.");
                break;
            case JsonTokenType.EndObject:
                if (_key < 0)
                {
                    _losses.Add(MappingLossKind.EmptyValue);
                }

                _isInAttributes = false;
                _tape.Decided = _tape.Count;
                break;
            default:
                if (_strings.TryAddAttribute(_frames[_depth - 1].Row, EventKind.Attribute, _key, Offset, ref reader) >= 0)
                {
                    break;
                }

                _tape.AddAttribute(_frames[_depth - 1].Row, _key, Offset);
                if (reader.TokenType == JsonTokenType.Null)
                {
                    _losses.Add(MappingLossKind.EmptyValue);
                }

                _strings.AppendValue(ref reader);
                break;
        }
    }

    private void AddText(ref JsonMLFrame frame, ref Utf8JsonReader reader)
    {
        var row = _strings.TryAdd(EventKind.Text, -1, Offset, ref reader);
        if (row < 0)
        {
            row = _tape.Add(EventKind.Text, -1, Offset);
            _strings.AppendValue(ref reader);
        }

        if (_tape[row].TextLength == 0)
        {
            _losses.Add(MappingLossKind.EmptyValue);
            return;
        }

        if (frame.EndsWithText)
        {
            _losses.Add(MappingLossKind.ValueShape);
        }

        frame.EndsWithText = true;
    }

    private void EndElement()
    {
        if (_frames[_depth - 1].Values == 0)
        {
            _losses.Throw(MappingErrorCode.UnexpectedValue, "An empty array has no name to be an element by.");
        }

        _depth--;
        _tape.Add(EventKind.EndElement, -1, Offset);
    }

    private void Push()
    {
        CheckDepth(_depth);
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        _frames[_depth++] = default;
    }

    private void CheckDepth(int depth)
    {
        if (depth >= _options.MaxDepth)
        {
            _losses.Throw(MappingErrorCode.DepthLimit, $"The JSON is deeper than {_options.MaxDepth} levels.");
        }
    }

    private int InternKey(ref Utf8JsonReader reader)
    {
        var known = reader.ValueIsEscaped ? -1 : _names.Find(reader.ValueSpan, _strings.Readable(ref reader));
        if (known >= 0)
        {
            return known;
        }

        var key = _strings.ReadKey(ref reader);
        known = _names.Find(key);
        return known >= 0 ? known : _names.Add(key, 0);
    }
}
