using System.Text.Json;

namespace XmlJson.Mapping.Lossless;

/// <summary>Events → JSON for <see cref="LosslessConvention"/>.</summary>
/// <remarks>
/// <para>What is written is never taken back: as long as an element's content can be said by members it is, and the first node that cannot opens the rest. What a member's value
/// is does not depend on what follows, but for one thing: whether it is the first of an array. So a place for the bracket is <i>held</i> before it, and all tokens behind wait on the tape
/// until the next sibling or the parent's end, or until the value is longer than the convention looks ahead: then it is no array.</para>
/// <para>Text waits in the same way for what follows it, since alone it is the element's whole value.</para>
/// </remarks>
internal sealed partial class LosslessMapper : JsonMapper
{
    private const int NoFrame = -1;

    private readonly LosslessConvention _convention;
    private readonly MappingOptions _options;
    private readonly LossRecorder _losses;
    private readonly JsonOutput _output;
    private readonly WrittenKeys _keys = new(Marks.Attribute.ToArray(), Marks.DefaultedAttribute.ToArray());
    private readonly JsonTape _tape;
    private readonly SeenKeys _seen = new();
    private readonly int _textKey;
    private readonly int _cdataKey;
    private readonly int _commentKey;
    private readonly int _layoutKey;
    private readonly int _restKey;

    // The document, then the open elements.
    private OpenContent[] _frames = new OpenContent[16];
    private int _depth;

    // The outermost frame that holds a token.
    private int _holding;

    // The size of everything so far.
    private long _size;

    // Whether an element has begun that is not on the stack, since nothing but text has come in it: most end so.
    private bool _isLeaf;

    public LosslessMapper(LosslessConvention convention, Utf8JsonWriter writer, MappingOptions options, LossRecorder losses)
    {
        _convention = convention;
        _options = options;
        _losses = losses;
        _output = new JsonOutput(writer, options, losses);
        _tape = new JsonTape(_output, _keys);
        _textKey = _keys.Intern(Marks.Text);
        _cdataKey = _keys.Intern(Marks.CData);
        _commentKey = _keys.Intern(Marks.Comment);
        _layoutKey = _keys.Intern(Marks.Layout);
        _restKey = _keys.Intern(Marks.Rest);
    }

    /// <inheritdoc/>
    public override bool IsSpent => _keys.IsLarge || _tape.IsLarge || _output.IsLarge;

    private ref OpenContent Top => ref _frames[_depth - 1];

    /// <inheritdoc/>
    public override string? Target => null;

    /// <inheritdoc/>
    public override void StartDocument(scoped DocumentStart document)
    {
        base.StartDocument(document);
        _losses.Begin(this);
        _output.Begin();
        _tape.Clear();
        _seen.Reset();
        ForgetText();
        _isLeaf = false;
        _size = 0;
        _holding = NoFrame;
        _depth = 1;
        _frames[0] = new OpenContent { IsObject = true, Held = -1, Seen = _seen.Begin() };
        _tape.Add(JsonTokenKind.StartObject);
        if (document.HasDeclaration)
        {
            AddDeclaration(document);
        }
    }

    /// <inheritdoc/>
    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        BeginLeaf();
        if (_depth > _options.MaxDepth)
        {
            _losses.Throw(MappingErrorCode.DepthLimit, $"More than {_options.MaxDepth} elements are open.");
        }

        BeginNode(_keys.Element(in name), mayRepeat: _depth > 1);
        _size += NodeSize.Of(name.Qualified);
        if (attributes.Count == 0 && _depth > 1)
        {
            _isLeaf = true;
        }
        else
        {
            Push(isObject: attributes.Count > 0);
            if (attributes.Count > 0)
            {
                AddAttributes(attributes);
            }
        }

        Write();
    }

    /// <inheritdoc/>
    public override void EndElement(scoped in XmlName name)
    {
        if (_isLeaf)
        {
            // Text alone, or none.
            _isLeaf = false;
            _tape.Add(JsonTokenKind.String, WaitingText);
            ForgetText();
        }
        else
        {
            EndContent(ref Top);
            _seen.End(Top.Seen);
            _depth--;
        }

        EndNode();
        Write();
    }

    /// <inheritdoc/>
    public override void EndDocument()
    {
        CloseMembers(ref _frames[0]);
        _tape.Add(JsonTokenKind.EndObject);
        Write();
        _output.Flush();
    }

    /// <inheritdoc/>
    public override void Release() => _tape.Dispose();

    // Something has come in the element that is no text.
    private void BeginLeaf()
    {
        if (_isLeaf)
        {
            _isLeaf = false;
            Push(isObject: false);
        }
    }

    private void Push(bool isObject)
    {
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        // Field by field: a reference among them makes a copy of all dear.
        ref readonly var parent = ref _frames[_depth - 1].Content;
        ref var frame = ref _frames[_depth++];
        frame.Content.Unit = parent.Unit;
        frame.Content.Depth = parent.Depth + 1;
        frame.Content.Mode = ContentMode.Start;
        frame.Content.MayRepeat = false;
        frame.IsObject = isObject;
        frame.IsInArray = false;
        frame.Held = -1;
        frame.Seen = _seen.Begin();
    }

    private void AddAttributes(scoped AttributeList attributes)
    {
        _tape.Add(JsonTokenKind.StartObject);
        foreach (var attribute in attributes)
        {
            var value = attribute.Value;
            _size += NodeSize.Of(attribute.Name.Qualified, value);
            _tape.Add(JsonTokenKind.Key, _keys.Attribute(attribute.Name, attribute.IsSpecified));
            _tape.Add(JsonTokenKind.String, value);
        }
    }

    // Writes all that stands before the next node's value. EndNode must follow the value.
    private void BeginNode(int key, bool mayRepeat)
    {
        ref var frame = ref Top;
        var step = frame.Content.StepFor(WaitingText, key, _seen.Contains(frame.Seen, key), out var unit);
        if (step == ContentStep.Item)
        {
            if (frame.Held >= 0)
            {
                _tape.BeginArrayAt(frame.Held);
                Decide(ref frame);
                frame.IsInArray = true;
            }
        }
        else if (step == ContentStep.Rest)
        {
            OpenRest(ref frame);
            EndText();
            _tape.Add(JsonTokenKind.StartObject);
            _tape.Add(JsonTokenKind.Key, key);
            return;
        }
        else
        {
            CloseMembers(ref frame);
            OpenObject(ref frame);
            if (step == ContentStep.LayoutAndMember)
            {
                AddLayout(unit);
            }

            BeginMember(ref frame, key, mayRepeat);
        }

        frame.Content.Unit = unit;
        frame.ValueStart = _size;
        ForgetText();
    }

    private void BeginMember(ref OpenContent frame, int key, bool mayRepeat)
    {
        frame.Content.Mode = ContentMode.Plain;
        frame.Content.Key = key;
        _seen.Add(frame.Seen, key);
        _tape.Add(JsonTokenKind.Key, key);
        if (mayRepeat)
        {
            frame.Held = _tape.Next;
            _tape.Add(JsonTokenKind.None);
            _holding = _holding == NoFrame ? _depth - 1 : _holding;
        }
    }

    private void EndNode()
    {
        ref var frame = ref Top;
        if (frame.Content.Mode == ContentMode.Rest)
        {
            _tape.Add(JsonTokenKind.EndObject);
            return;
        }

        if (frame.Held >= 0 && _size - frame.ValueStart > _convention.LookAhead)
        {
            Decide(ref frame);
        }

        frame.Content.MayRepeat = frame.Held >= 0 || frame.IsInArray;
    }

    private void OpenObject(ref OpenContent frame)
    {
        if (!frame.IsObject)
        {
            frame.IsObject = true;
            _tape.Add(JsonTokenKind.StartObject);
        }
    }

    private void OpenRest(ref OpenContent frame)
    {
        if (frame.Content.Mode != ContentMode.Rest)
        {
            if (_isString)
            {
                EndText();
            }

            CloseMembers(ref frame);
            OpenObject(ref frame);
            frame.Content.Mode = ContentMode.Rest;
            _tape.Add(JsonTokenKind.Key, _restKey);
            _tape.Add(JsonTokenKind.StartArray);
        }
    }

    // No further node joins the last member.
    private void CloseMembers(ref OpenContent frame)
    {
        if (frame.IsInArray)
        {
            frame.IsInArray = false;
            _tape.Add(JsonTokenKind.EndArray);
        }
        else if (frame.Content.Mode == ContentMode.Rest)
        {
            _tape.Add(JsonTokenKind.EndArray);
        }

        Decide(ref frame);
    }

    private void AddLayout(byte[]? unit)
    {
        _tape.Add(JsonTokenKind.Key, _layoutKey);
        if (unit is null)
        {
            _tape.Add(JsonTokenKind.Null);
        }
        else
        {
            _tape.Add(JsonTokenKind.String, unit);
        }
    }

    // Nothing is held in the frame any more.
    private void Decide(ref OpenContent frame)
    {
        if (frame.Held < 0)
        {
            return;
        }

        frame.Held = -1;
        while (_holding < _depth && _frames[_holding].Held < 0)
        {
            _holding++;
        }

        _holding = _holding < _depth ? _holding : NoFrame;
    }

    // Passes on what is decided. Only a value that is open grows: one that has ended waits, whatever comes behind it.
    private void Write()
    {
        var open = _isLeaf ? _depth : _depth - 1;
        while (_holding != NoFrame && _holding < open && _size - _frames[_holding].ValueStart > _convention.LookAhead)
        {
            Decide(ref _frames[_holding]);
        }

        _tape.WriteUntil(_holding == NoFrame ? _tape.Next : _frames[_holding].Held);
    }
}
