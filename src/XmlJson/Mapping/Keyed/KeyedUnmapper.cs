using System.Text;
using System.Text.Json;
using XmlJson.Text;

namespace XmlJson.Mapping.Keyed;

/// <summary>JSON → events for <see cref="JsonConvention"/>.</summary>
/// <remarks>
/// An object becomes an element whose attributes may be among its last keys. So its row stays on the tape, and everything behind it, until the object ends or more waits than the options
/// allow: then the outermost such element is given out with the attributes it has. The root object waits likewise for a second key, which would need a root element around it.
/// </remarks>
internal sealed partial class KeyedUnmapper : JsonUnmapper
{
    private readonly JsonConvention _convention;
    private readonly MappingOptions _options;
    private readonly LossRecorder _losses;
    private readonly EventTape _tape;
    private readonly KeyedNames _names;
    private readonly JsonStrings _strings;
    private readonly PathDecisions<ArrayDecision>? _paths;
    private readonly TypePaths? _types;
    private readonly bool _scalarsAreAttributes;
    private readonly bool _namesMayDiffer;
    private readonly bool _textElementsArePlain;
    private readonly bool _attributesArePlain;
    private readonly int _rootKey;
    private readonly int _itemKey;
    private JsonFrame[] _frames = new JsonFrame[16];
    private int _depth;

    // The outermost frame that is undecided, or -1.
    private int _undecided;

    // How much was on the tape before its row.
    private long _waitsFrom;
    private RootState _root;

    public KeyedUnmapper(JsonConvention convention, EventTape tape, MappingOptions options, LossRecorder losses)
    {
        _convention = convention;
        _options = options;
        _losses = losses;
        _tape = tape;
        _names = new KeyedNames(convention, losses);
        _strings = new JsonStrings(tape, convention.InvalidCharacters, losses);
        _paths = convention.Arrays.CreateDecisions();
        _scalarsAreAttributes = convention is { Attributes: AttributeForm.Keys, AttributePrefix: "", WrapText: true };
        _namesMayDiffer = convention.Namespaces.Form != NamespaceForm.AsWritten;
        _types = convention.Types.IsStrings ? null : new TypePaths(convention.Types);
        _textElementsArePlain = _types is null && _paths is null && convention.Arrays.Default != ArrayDecision.Array && !convention.WrapText && !_scalarsAreAttributes;
        _attributesArePlain = _types is null && convention.NamespacesKey is null && !convention.Types.UsesSchemaInstance;
        _rootKey = convention.RootName is { } root ? ElementKey(root, nameof(JsonConvention.RootName)) : -1;
        _itemKey = convention.ItemName is { } item ? ElementKey(item, nameof(JsonConvention.ItemName)) : -1;
    }

    /// <inheritdoc/>
    public override bool IsSpent => _names.IsLarge || _names.HasGeneratedPrefixes || _frames.Length > LargeDepth;

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
                if (frame.Kind is JsonFrameKind.Items or JsonFrameKind.NestedItems or JsonFrameKind.Values)
                {
                    pointer.AppendIndex(frame.Values - 1);
                }
                else if (frame.Key >= 0)
                {
                    pointer.AppendKey(frame.Kind == JsonFrameKind.Attributes ? _names.KeyInObject(frame.Key, frame.Role) : _names.Key(frame.Key));
                }
            }

            return pointer.ToString();
        }
    }

    /// <inheritdoc/>
    public override void Begin()
    {
        _losses.Begin(this);
        _paths?.Begin();
        _types?.Begin();
        _depth = 0;
        _undecided = -1;
        _root = RootState.None;
        Offset = 0;
        ForgetSeen(0);
    }

    /// <inheritdoc/>
    public override bool Take(ref Utf8JsonReader reader, long offset)
    {
        while (reader.Read())
        {
            Offset = offset + reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    AcceptKey(ref reader);
                    break;
                case JsonTokenType.StartObject:
                    StartObject();
                    break;
                case JsonTokenType.StartArray:
                    StartArray();
                    break;
                case JsonTokenType.EndObject:
                case JsonTokenType.EndArray:
                    EndContainer();
                    break;
                case JsonTokenType.Comment:
                    AddComment(reader.ValueSpan);
                    break;
                default:
                    if (!TryAcceptPlain(ref reader))
                    {
                        AcceptScalar(ref reader);
                    }

                    break;
            }

            if (_undecided < 0)
            {
                _tape.Decided = _tape.Count;
            }
            else if (_tape.Size - _waitsFrom > _options.MaxLookAhead)
            {
                Decide();
            }

            if (_tape.First < _tape.Decided)
            {
                return true;
            }
        }

        return false;
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

    private int ElementKey(string name, string option)
    {
        var key = _names.Intern(Encoding.UTF8.GetBytes(name));
        if (!NameCharacters.IsNCName(Encoding.UTF8.GetBytes(name)) || _names.RoleOf(key) != KeyRole.Element)
        {
            throw new ArgumentException($"'{name}' cannot be the convention's {option}: it is no element name without a prefix.", option);
        }

        return key;
    }

    private void AcceptKey(ref Utf8JsonReader reader)
    {
        ref var frame = ref _frames[_depth - 1];
        if (frame.Kind is JsonFrameKind.Instructions or JsonFrameKind.InstructionData)
        {
            AcceptInstructionKey(ref frame, ref reader);
            return;
        }

        if (frame.Kind is JsonFrameKind.Attributes or JsonFrameKind.Fields)
        {
            if (AcceptPart(ref frame, ref reader))
            {
                return;
            }
        }
        else
        {
            frame.Key = InternKey(ref reader);
        }

        if (_namesMayDiffer && _names.HasOtherForm(frame.Key))
        {
            _losses.Add(MappingLossKind.Name);
        }

        if (!See(frame.Key, ref frame))
        {
            RefuseOrReport(frame.Key);
        }
    }

    // A key in an object of attributes, or of the parts of a declaration. Returns whether it is such a part.
    private bool AcceptPart(ref JsonFrame frame, ref Utf8JsonReader reader)
    {
        bool isField;
        if (frame.Kind == JsonFrameKind.Attributes)
        {
            isField = _frames[_depth - 2].Kind == JsonFrameKind.Fields;
            frame.Key = InternAttribute(ref reader, frame.Role, isField);
        }
        else
        {
            frame.Key = InternKey(ref reader);
            isField = _names.RoleOf(frame.Key) != KeyRole.Attributes;
            frame.Key = isField ? _names.FieldOf(frame.Key) : frame.Key;
        }

        if (isField)
        {
            CheckField(ref frame);
        }

        return isField;
    }

    // The key occurs again in its object.
    private void RefuseOrReport(int key)
    {
        if (_names.RoleOf(key) is KeyRole.Attribute or KeyRole.JsonAttribute)
        {
            _losses.Throw(MappingErrorCode.DuplicateAttribute, "The attribute occurs twice in one object.");
        }

        _losses.Add(MappingLossKind.DuplicateKey);
    }

    private void Push(in JsonFrame frame)
    {
        if (_depth >= _options.MaxDepth)
        {
            _losses.Throw(MappingErrorCode.DepthLimit, $"The JSON is deeper than {_options.MaxDepth} levels.");
        }

        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        ref var pushed = ref _frames[_depth++];
        pushed = frame;
        pushed.SeenCount = _seenCount;
        pushed.Number = ++_objects;
        if (pushed.IsUndecided && _undecided < 0)
        {
            Await(_depth - 1);
        }
    }

    // The outermost frame that is undecided is this one: nothing from its row on may leave the tape.
    private void Await(int depth)
    {
        _undecided = depth;
        if (depth >= 0)
        {
            _tape.Decided = _frames[depth].Row;
            _waitsFrom = _tape.SizeBefore(_frames[depth].Row);
        }
    }

    // Too much waits, so the outermost element is given out as it is.
    private void Decide()
    {
        // Attributes that come first are no content: they are waited for however long they are.
        while (_undecided >= 0 && (_frames[_undecided].HasContent || _frames[_undecided].HasText) && _tape.SizeFrom(_frames[_undecided].Row) > _options.MaxLookAhead)
        {
            GiveUp(ref _frames[_undecided]);
            do
            {
                _undecided++;
            }
            while (_undecided < _depth && !_frames[_undecided].IsUndecided);

            Await(_undecided < _depth ? _undecided : -1);
        }

        _tape.Decided = _undecided < 0 ? _tape.Count : _frames[_undecided].Row;
    }

    private void GiveUp(ref JsonFrame frame)
    {
        frame.IsUndecided = false;
        if (frame.Kind == JsonFrameKind.Root && _root == RootState.Single)
        {
            _root = RootState.Given;
        }
    }
}
