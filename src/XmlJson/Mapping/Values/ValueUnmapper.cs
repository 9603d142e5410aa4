using System.Text;
using System.Text.Json;
using XmlJson.Text;

namespace XmlJson.Mapping.Values;

/// <summary>JSON → events for the conventions that have any JSON as XML. Nothing waits: a value's element and key are known when it begins.</summary>
internal sealed partial class ValueUnmapper : TokenUnmapper
{
    private readonly ValueRules _rules;
    private readonly MappingOptions _options;
    private readonly LossRecorder _losses;
    private readonly VocabularyNames _names;
    private readonly SeenKeys _seen = new();
    private Utf8InternTable _known = new();
    private ValueFrame[] _frames = new ValueFrame[16];
    private int _depth;

    // The latest keys of the open maps, one behind the other.
    private byte[] _keys = new byte[256];

    // How deep the value is that is left out, or 0.
    private int _skipped;
    private bool _isSkipping;

    public ValueUnmapper(ValueRules rules, EventTape tape, MappingOptions options, LossRecorder losses)
        : base(tape)
    {
        _rules = rules;
        _options = options;
        _losses = losses;
        _names = new VocabularyNames(rules.Vocabulary);
    }

    /// <inheritdoc/>
    public override bool IsSpent => _known.IsLarge || _frames.Length > LargeDepth;

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
                if (!frame.IsMap)
                {
                    pointer.AppendIndex(frame.Values - 1);
                }
                else if (frame.Values > 0)
                {
                    pointer.AppendKey(KeyOf(in frame));
                }
            }

            return pointer.ToString();
        }
    }

    /// <inheritdoc/>
    public override void Begin()
    {
        _losses.Begin(this);
        _seen.Reset();
        if (_known.IsLarge)
        {
            _known = new Utf8InternTable();
        }

        _depth = 0;
        _skipped = 0;
        _isSkipping = false;
        Offset = 0;
    }

    /// <inheritdoc/>
    public override void Moved(int rows)
    {
    }

    /// <inheritdoc/>
    protected override void Accept(ref Utf8JsonReader reader)
    {
        if (_isSkipping)
        {
            Skip(reader.TokenType);
            return;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                AcceptKey(ref reader);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _seen.End(_frames[--_depth].Seen);
                Tape.Add(EventKind.EndElement, -1, Offset);
                break;
            case JsonTokenType.StartObject:
                StartContainer(ValueKind.Map);
                break;
            case JsonTokenType.StartArray:
                StartContainer(ValueKind.Array);
                break;
            default:
                AddScalar(ref reader);
                break;
        }

        Tape.Decided = Tape.Count;
    }

    private ReadOnlySpan<byte> KeyOf(in ValueFrame frame) => _keys.AsSpan(frame.KeyStart, frame.KeyLength);

    private void AcceptKey(ref Utf8JsonReader reader)
    {
        ref var frame = ref _frames[_depth - 1];

        // What is wrong with a key is wrong with its object.
        frame.Values = 0;
        frame.KeyLength = Copy(ref reader, ref _keys, frame.KeyStart, out frame.IsKeyEscaped);
        frame.Values = 1;
        if (_rules.Duplicates == DuplicateKeyPolicy.Retain)
        {
            return;
        }

        var key = _known.Find(KeyOf(in frame));
        key = key >= 0 ? key : _known.Add(KeyOf(in frame));
        if (!_seen.Contains(frame.Seen, key))
        {
            _seen.Add(frame.Seen, key);
            return;
        }

        if (_rules.Duplicates == DuplicateKeyPolicy.Reject)
        {
            _losses.Throw(MappingErrorCode.DuplicateKey, "The key occurs twice in one object.");
        }

        _losses.Add(MappingLossKind.DuplicateKey);
        _isSkipping = true;
    }

    // The value of a key that is left out.
    private void Skip(JsonTokenType token)
    {
        switch (token)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _skipped++;
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _skipped--;
                break;
        }

        _isSkipping = _skipped > 0;
    }

    private void StartContainer(ValueKind kind)
    {
        CountValue();
        if (_depth >= _options.MaxDepth)
        {
            _losses.Throw(MappingErrorCode.DepthLimit, $"The JSON is deeper than {_options.MaxDepth} levels.");
        }

        AddMember(Tape.Add(EventKind.StartElement, (int)kind, Offset));
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        var keyStart = _depth == 0 ? 0 : _frames[_depth - 1].KeyStart + _frames[_depth - 1].KeyLength;
        _frames[_depth++] = new ValueFrame { IsMap = kind == ValueKind.Map, KeyStart = keyStart, Seen = _seen.Begin() };
    }

    private void AddScalar(ref Utf8JsonReader reader)
    {
        var kind = reader.TokenType switch
        {
            JsonTokenType.String => ValueKind.String,
            JsonTokenType.Number => ValueKind.Number,
            JsonTokenType.Null => ValueKind.Null,
            _ => ValueKind.Boolean,
        };
        CountValue();
        var row = Tape.Add(EventKind.TextElement, (int)kind, Offset);
        var isEscaped = false;
        if (kind == ValueKind.String)
        {
            AppendString(ref reader, out isEscaped);
        }
        else if (kind != ValueKind.Null)
        {
            AppendText(reader.ValueSpan);
        }

        AddMember(row);
        if (isEscaped && _rules.Vocabulary.MarksEscapes)
        {
            AddAttribute(row, VocabularyNames.EscapedAttribute, "true"u8);
        }
    }

    // The attributes that a value has by where it stands.
    private void AddMember(int row)
    {
        if (_depth == 0)
        {
            AddAttribute(row, VocabularyNames.Declaration, _rules.Vocabulary.Namespace);
            return;
        }

        ref readonly var frame = ref _frames[_depth - 1];
        if (frame.IsMap)
        {
            AddAttribute(row, VocabularyNames.KeyAttribute, KeyOf(in frame));
            if (frame.IsKeyEscaped && _rules.Vocabulary.MarksEscapes)
            {
                AddAttribute(row, VocabularyNames.EscapedKeyAttribute, "true"u8);
            }
        }
    }

    private void CountValue()
    {
        if (_depth > 0 && !_frames[_depth - 1].IsMap)
        {
            _frames[_depth - 1].Values++;
        }
    }

    private void AddAttribute(int row, int name, ReadOnlySpan<byte> value)
    {
        Tape.AddAttribute(row, name, Offset);
        AppendText(value);
    }

    private void AppendText(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Tape.Reserve(text.Length));
        Tape.Advance(text.Length);
    }
}
