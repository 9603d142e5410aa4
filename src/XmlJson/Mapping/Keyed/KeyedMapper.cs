using System.Text.Json;

namespace XmlJson.Mapping.Keyed;

/// <summary>
/// Events → JSON for <see cref="JsonConvention"/>.
/// </summary>
/// <remarks>
/// <para>Every element begins as rows on the tape. An element whose value may be written where the writer stands is <i>opened</i> when its first child element comes: it is an object for certain, so
/// its brace and attributes are written. In an opened element the first child name streams; a child of another name cannot be written before its parent ends, since an
/// equal sibling may follow, so it is <i>held</i>: it stays on the tape, whole.</para>
/// <para>When an element ends that was not opened, but may be written, it is written from the tape and the tape cut back. So the tape holds, for each opened element, what is held there,
/// and on top the element being read.</para>
/// </remarks>
internal sealed partial class KeyedMapper : JsonMapper
{
    private readonly JsonConvention _convention;
    private readonly MappingOptions _options;
    private readonly LossRecorder _losses;
    private readonly JsonOutput _output;
    private readonly NamespaceScope _scope = new();
    private readonly JsonKeys _keys;
    private readonly NodeTape _tape;
    private readonly AwaitedTargets _targets;
    private readonly NodeWriter _nodes;
    private readonly PathDecisions<ArrayDecision>? _paths;
    private readonly bool _tracksScope;
    private readonly bool _hasPlainAttributes;
    private readonly bool _opensAtOnce;

    // The document, then the open elements.
    private MappedElement[] _frames = new MappedElement[16];
    private int _depth;

    // The row of an element that begins and is not open yet, or -1.
    private int _begun = -1;

    // The run of text being read: it belongs to the element on top.
    private bool _hasText;
    private bool _textCounts;
    private bool _inCData;
    private int _textStart;

    public KeyedMapper(JsonConvention convention, Utf8JsonWriter writer, MappingOptions options, LossRecorder losses)
    {
        _convention = convention;
        _options = options;
        _losses = losses;
        _output = new JsonOutput(writer, options, losses);
        _keys = new JsonKeys(convention, _scope, losses);
        _tape = new NodeTape(options, losses);
        _targets = new AwaitedTargets(_output, losses);
        _nodes = new NodeWriter(convention, _tape, _keys, _output, _targets, losses);
        _paths = convention.Arrays.CreateDecisions();
        _types = convention.Types.IsStrings ? null : new TypePaths(convention.Types);
        _tracksScope = convention.Names == NamePolicy.Reversible || convention.Types.UsesSchemaInstance;
        _hasPlainAttributes = convention.Attributes == AttributeForm.Keys && convention.Namespaces.Form == NamespaceForm.AsWritten && _keys.Namespaces < 0 && _types is null;
        _hasLeaves = _paths is null && _types is null;
        _leafFlags = FlagsOf(convention.Arrays.Default);
        _opensAtOnce = _hasPlainAttributes && !convention.UnwrapLists && convention.MixedText != MixedTextForm.Drop;
    }

    /// <inheritdoc/>
    public override bool IsSpent => _keys.IsLarge || _keys.HasMetClash || _tape.IsLarge || _output.IsLarge;

    /// <inheritdoc/>
    public override string? Target
    {
        get
        {
            if (_nodes.IsWriting)
            {
                return _output.PointerOfValue();
            }

            BeginLeaf();
            ref var frame = ref _frames[_depth - 1];
            return _begun >= 0 || !frame.IsOpened ? null : _output.PointerOfContainer(isArrayToo: frame.ArrayKey < 0);
        }
    }

    /// <inheritdoc/>
    public override void AwaitTarget(MappingLossKind kind)
    {
        BeginLeaf();
        _targets.Await(kind, _begun >= 0 ? _begun : _frames[_depth - 1].Row);
    }

    /// <inheritdoc/>
    public override void StartDocument(scoped DocumentStart document)
    {
        base.StartDocument(document);
        _losses.Begin(this);
        _output.Begin();
        _targets.Clear();
        _paths?.Begin();
        _types?.Begin();
        _keys.Begin();
        _tape.Truncate(0, 0);
        _nodes.Reset();
        _scope.Reset();
        ForgetSeen();
        _hasText = false;
        _inCData = false;
        _isLeaf = false;
        _begun = -1;
        _depth = 1;
        _frames[0] = new MappedElement { Row = -1, ArrayKey = -1, Opened = ++_opened, IsOpened = true, MayBeWritten = true, Path = _paths?.Start ?? 0, TypePath = _types?.Start ?? 0 };
        if (_convention.KeepRoot)
        {
            _output.WriteStartObject();
        }

        if (document.HasDeclaration)
        {
            WriteDeclaration(document);
        }
    }

    /// <inheritdoc/>
    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        BeginLeaf();
        EndText(atEnd: false);
        if (_depth > _options.MaxDepth)
        {
            _losses.Throw(MappingErrorCode.DepthLimit, $"More than {_options.MaxDepth} elements are open.");
        }

        if (_keys.Use(name.Table!))
        {
            _paths?.ForgetNames();
            _types?.ForgetNames();
        }

        var outerDeclarations = _scope.Count;
        if (_tracksScope && attributes.Count > 0)
        {
            Declare(attributes);
        }

        ref var parent = ref _frames[_depth - 1];
        var key = _keys.Element(in name);
        if (_keys.IsClash(key))
        {
            _losses.Add(MappingLossKind.KeyClash);
        }

        if (_hasLeaves && attributes.Count == 0 && _depth > 1)
        {
            AwaitLeaf(ref parent, key);
            return;
        }

        var path = parent.Path;
        var flags = Decide(in name, attributes, ref path);
        var type = TextType.String;
        var typePath = _types?.Enter(parent.TypePath, in name, out type) ?? 0;
        if (_convention.Types.UsesSchemaInstance && attributes.Count > 0)
        {
            ReadSchemaInstance(attributes, ref type, ref flags);
        }

        var mayBeWritten = parent.MayBeWritten && EnterGroup(ref parent, key, flags);
        parent.HasNodes = true;

        var isPreserving = parent.IsPreserving;
        var text = _tape.TextLength;
        var row = _tape.Add(NodeKind.Element, key, flags);
        _tape[row].Type = type;
        var isOpening = false;
        if (attributes.Count > 0)
        {
            var arePlain = _hasPlainAttributes && ArePlain(attributes);
            isOpening = arePlain && mayBeWritten && _opensAtOnce && !_keys.KeysMayClash && (flags & NodeFlags.JsonArray) == 0;
            if (!arePlain)
            {
                _begun = row;
                AddAttributes(row, attributes, typePath, ref isPreserving);
                _begun = -1;
            }
            else if (!isOpening)
            {
                AddPlainAttributes(attributes);
            }
        }

        ref var frame = ref Push();
        frame.Row = row;
        frame.Text = text;
        frame.MayBeWritten = mayBeWritten;
        frame.IsPreserving = isPreserving;
        frame.Path = path;
        frame.TypePath = typePath;
        frame.Type = type;
        frame.Declarations = outerDeclarations;
        if (isOpening)
        {
            Open(ref frame, attributes);
        }
    }

    /// <inheritdoc/>
    public override void EndElement(scoped in XmlName name)
    {
        if (_isLeaf)
        {
            if (TryEndLeaf())
            {
                return;
            }

            BeginLeaf();
        }

        EndText(atEnd: true);
        ref var frame = ref _frames[--_depth];
        if (frame.IsOpened)
        {
            CloseGroups(ref frame);
            _output.WriteEndObject();
            ForgetSeen(frame.SeenCount);
            _tape.Truncate(frame.Row, frame.Text);
        }
        else
        {
            _tape[frame.Row].End = _tape.Count;
            if (frame.MayBeWritten)
            {
                _nodes.WriteValue(frame.Row);
                _tape.Truncate(frame.Row, frame.Text);
            }
        }

        if (_tracksScope)
        {
            _scope.Restore(frame.Declarations);
        }
    }

    /// <inheritdoc/>
    public override void EndDocument()
    {
        CloseGroups(ref _frames[0]);
        if (_convention.KeepRoot)
        {
            _output.WriteEndObject();
        }

        _output.Flush();
    }

    /// <inheritdoc/>
    public override void Release() => _tape.Dispose();

    // An element is open from here on.
    private ref MappedElement Push()
    {
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        ref var frame = ref _frames[_depth++];
        frame = default;
        frame.ArrayKey = -1;
        frame.SeenCount = _seenCount;
        return ref frame;
    }

    private NodeFlags Decide(in XmlName name, scoped AttributeList attributes, ref int path)
    {
        var decision = _convention.Arrays.Default;
        if (_paths is not null)
        {
            path = _paths.Enter(path, in name, out var found);
            decision = found ?? decision;
        }

        // There is one root.
        if (_depth == 1)
        {
            decision = ArrayDecision.Single;
        }

        var flags = FlagsOf(decision);
        if (_convention.UsesJsonNamespace && attributes.TryGet(JsonKeys.JsonNamespace, "Array"u8, out var attribute) && attribute.Value is [(byte)'t', ..] or [(byte)'1'])
        {
            flags |= NodeFlags.JsonArray | NodeFlags.Array;
        }

        return flags;
    }

    private static NodeFlags FlagsOf(ArrayDecision decision) => decision switch
    {
        ArrayDecision.Array => NodeFlags.Array,
        ArrayDecision.Single => NodeFlags.Single,
        _ => NodeFlags.None,
    };
}
