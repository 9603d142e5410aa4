using System.Text;
using System.Text.Json;

namespace XmlJson.Mapping.Lossless;

/// <summary>JSON → events for <see cref="LosslessConvention"/>.</summary>
/// <remarks>
/// <para>Whatever has an obvious meaning is taken. To tell what would not come back, each node's <see cref="Content"/> is asked how the writer would write it; where the JSON has it in another
/// way, that is a loss.</para>
/// <para>Attributes should come first, but JSON objects are often written in an order of their own. So an element's row stays on the tape until the object ends, or more content waits than
/// the options allow.</para>
/// </remarks>
internal sealed partial class LosslessUnmapper : TokenUnmapper
{
    private readonly LosslessConvention _convention;
    private readonly MappingOptions _options;
    private readonly LossRecorder _losses;
    private readonly QualifiedNames _names;
    private readonly JsonStrings _strings;
    private readonly SeenKeys _seen = new();
    private readonly ImpliedText _layout = new();
    private KeyRole[] _roles = new KeyRole[64];
    private Frame[] _frames = new Frame[16];
    private int _depth;
    private bool _hasRoot;

    // The outermost frame that is undecided, or -1.
    private int _undecided;

    // How much was on the tape before its row.
    private long _waitsFrom;

    // The size of all events so far, and the text since the latest node: what is longer than any that is implied is cut.
    private long _size;
    private readonly byte[] _text = new byte[Layout.LongestImplied + 1];
    private int _textLength;

    public LosslessUnmapper(LosslessConvention convention, EventTape tape, MappingOptions options, LossRecorder losses)
        : base(tape)
    {
        _convention = convention;
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
                if (frame.Kind is FrameKind.Items or FrameKind.Rest)
                {
                    pointer.AppendIndex(frame.Values - 1);
                }
                else if (frame.Values > 0)
                {
                    pointer.AppendKey(_names.Key(frame.Key));
                }
            }

            return pointer.ToString();
        }
    }

    private ReadOnlySpan<byte> WaitingText => _text.AsSpan(0, _textLength);

    /// <inheritdoc/>
    public override void Begin()
    {
        _losses.Begin(this);
        _seen.Reset();
        _depth = 0;
        _hasRoot = false;
        _undecided = -1;
        _layout.Forget();
        Offset = 0;
        _size = 0;
        _textLength = 0;
    }

    /// <inheritdoc/>
    public override void Moved(int rows)
    {
        for (var i = Math.Max(0, _undecided); i < _depth; i++)
        {
            _frames[i].Row -= rows;
        }

        Await(_undecided);
    }

    /// <inheritdoc/>
    protected override void Accept(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            AcceptKey(ref reader);
        }
        else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            EndContainer();
        }
        else if (_depth == 0)
        {
            StartDocument(ref reader);
        }
        else
        {
            AcceptValue(ref reader);
        }

        if (_undecided < 0)
        {
            Tape.Decided = Tape.Count;
        }
        else if (Tape.Size - _waitsFrom > _options.MaxLookAhead)
        {
            Decide();
        }
    }

    private void StartDocument(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            _losses.Throw(MappingErrorCode.NoSingleRoot, "A document is an object with one key that is the root element's name.");
        }

        Push(new Frame { Kind = FrameKind.Document, TextLength = -1 });
    }

    private void AcceptKey(ref Utf8JsonReader reader)
    {
        ref var frame = ref _frames[_depth - 1];
        frame.Key = InternKey(ref reader);
        frame.Role = _roles[frame.Key];
        frame.Values++;
        if (frame.Kind == FrameKind.Fields)
        {
            CheckField(ref frame);
        }
        else if (frame.Kind == FrameKind.RestItem && frame.Values > 1)
        {
            // Several nodes in one object are several objects.
            _losses.Add(MappingLossKind.ValueShape);
        }
    }

    private void EndContainer()
    {
        ref var frame = ref _frames[--_depth];
        _seen.End(frame.Seen);
        if (_undecided == _depth)
        {
            _undecided = -1;
        }

        switch (frame.Kind)
        {
            case FrameKind.Document:
                EndDocument(ref frame);
                break;
            case FrameKind.Element:
                EndElement(ref frame);
                break;
            case FrameKind.Fields:
                EndFields(ref frame);
                break;
            case FrameKind.Items when frame.Values < 2:
                _losses.Add(frame.Values == 0 ? MappingLossKind.EmptyArray : MappingLossKind.ValueShape);
                break;
            case FrameKind.RestItem when frame.Values == 0:
                _losses.Add(MappingLossKind.EmptyValue);
                break;
        }
    }

    private void Push(Frame frame)
    {
        ref var pushed = ref Enter();
        pushed = frame;
        if (frame.Kind == FrameKind.Document)
        {
            pushed.Owner = _depth - 1;
            pushed.Seen = _seen.Begin();
        }
        else
        {
            // Nothing is seen in it, and nothing is forgotten at its end.
            pushed.Seen = new SeenMark(0, int.MaxValue);
        }

        if (frame.IsUndecided && _undecided < 0)
        {
            Await(_depth - 1);
        }
    }

    private void PushElement(int owner, int row)
    {
        ref var frame = ref Enter();
        ref readonly var around = ref _frames[owner].Content;
        frame = default;
        frame.Kind = FrameKind.Element;
        frame.Row = row;
        frame.IsUndecided = true;
        frame.TextLength = -1;
        frame.Content.Unit = around.Unit;
        frame.Content.Depth = around.Depth + 1;
        frame.Owner = _depth - 1;
        frame.Seen = _seen.Begin();
        if (_undecided < 0)
        {
            Await(_depth - 1);
        }
    }

    // Takes the next frame; what is in it is old.
    private ref Frame Enter()
    {
        if (_depth >= _options.MaxDepth)
        {
            _losses.Throw(MappingErrorCode.DepthLimit, $"The JSON is deeper than {_options.MaxDepth} levels.");
        }

        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        return ref _frames[_depth++];
    }

    // A frame is the outermost that is undecided, or there is none.
    private void Await(int frame)
    {
        _undecided = frame;
        if (frame >= 0)
        {
            _waitsFrom = Tape.SizeBefore(_frames[frame].Row);
            Tape.Decided = _frames[frame].Row;
        }
    }

    // More waits than may: the outermost element that has content is given out as it is.
    private void Decide()
    {
        while (_undecided >= 0 && _frames[_undecided].HasContent && Tape.Size - _waitsFrom > _options.MaxLookAhead)
        {
            _frames[_undecided].IsUndecided = false;
            var next = _undecided + 1;
            while (next < _depth && !_frames[next].IsUndecided)
            {
                next++;
            }

            Await(next < _depth ? next : -1);
        }

        if (_undecided < 0)
        {
            Tape.Decided = Tape.Count;
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
        if (known < 0)
        {
            var role = Marks.RoleOf(key, out var markerLength);
            known = _names.Add(key, markerLength);
            if (known >= _roles.Length)
            {
                Array.Resize(ref _roles, known * 2);
            }

            _roles[known] = role;
        }

        return known;
    }
}
