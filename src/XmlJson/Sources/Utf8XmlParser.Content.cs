using System.Diagnostics;
using XmlJson.Text;

namespace XmlJson;

// [43] content: the hot loop. Everything that is not plain text, a plain start tag or a plain end tag is read elsewhere.
public sealed partial class Utf8XmlParser
{
    private ElementFrame[] _frames = [];

    // How deep it may go before somebody must look: at the limit, or for want of frames.
    private int _frameEnd;
    private int _depth;

    // Set while the end of an empty-element tag is still to be reported, because the handler stopped at its start; and where that was.
    private bool _endsNext;
    private TextPosition _emptyElement;

    private void ResetContent()
    {
        _depth = 0;
        _endsNext = false;
    }

    // [43] content ::= CharData? ((element | Reference | CDSect | PI | Comment) CharData?)*
    private int ReadContent<THandler>(MarkedBytes input, int position, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var names = _names;
        var locator = _locator;
        var isDeclared = _declarations is not null;
        if (_endsNext)
        {
            _event = AtEmptyElement;
            goto EmptyElementEnd;
        }

    Next:
        var end = input.FindTextEnd(position);
        if (end == input.Length || input[end] != (byte)'<' || isDeclared)
        {
            position = ReadText(input, position, end, ref handler);
            if (_exit != Exit.None)
            {
                return position;
            }
        }
        else if (end != position)
        {
            _event = position;
            handler.Characters(input.Slice(position, end - position), TextKind.Text);
            position = end;
            if (locator.StopRequested)
            {
                return Stop(position);
            }
        }

        // Position stands at '<'.
        var next = input[position + 1];
        if (next == '/')
        {
            ref var frame = ref _frames[_depth - 1];
            var close = position + 2 + frame.Length;
            if (close >= input.Length || input[close] != (byte)'>' || !IsName(input, position + 2, in frame))
            {
                close = FindEndTagEnd(input, position, in frame);
                if (close < 0)
                {
                    return Incomplete(input, position);
                }
            }

            _event = position;
            position = close + 1;
            handler.EndElement(new XmlName(names, frame.NameId, frame.UriId));
            goto Close;
        }

        if (next is (byte)'!' or (byte)'?')
        {
            position = ReadMarkup(input, position, ref handler);
            if (_exit != Exit.None)
            {
                return position;
            }

            goto Next;
        }

        // [40] STag ::= '<' Name (S Attribute)* S? '>'
        var nameEnd = input.FindNameEnd(position + 1);
        var length = nameEnd - position - 1;
        if (nameEnd >= input.Length)
        {
            return Incomplete(input, position);
        }

        var head = NameHead.Read(ref input.At(position + 1), length);
        var id = names.Find(head, ref input.At(position + 1), length);
        if (id <= XmlNames.EmptyName)
        {
            id = InternName(input, position + 1, nameEnd);
        }

        var attributes = 0;
        var after = nameEnd + 1;
        var isEmpty = false;
        if (input[nameEnd] != (byte)'>' || isDeclared)
        {
            after = ReadAttributes(input, position, nameEnd);
            if (after < 0)
            {
                return Incomplete(input, position);
            }

            if (isDeclared)
            {
                ApplyDeclarations(input, position, id);
            }

            attributes = _attributes.Count;
            isEmpty = input[after - 2] == (byte)'/';
        }

        if (_depth == _frameEnd)
        {
            GrowFrames(position);
        }

        ref var opened = ref _frames[_depth++];
        opened.Head = head;
        opened.Length = length;
        opened.NameId = id;
        opened.Bindings = _scope.Count;
        opened.Start = _stretchOffset + position;
        opened.UriId = attributes == 0 ? ResolveElement(position + 1, id) : ResolveTag(input, position + 1, id);
        _event = position;
        position = after;
        handler.StartElement(new XmlName(names, id, opened.UriId), attributes == 0 ? default : new AttributeList(_attributes, input.Span, attributes));
        if (!isEmpty)
        {
            if (locator.StopRequested)
            {
                return Stop(position);
            }

            goto Next;
        }

        if (locator.StopRequested)
        {
            _endsNext = true;
            _emptyElement = EventPosition;
            return Stop(position);
        }

    EmptyElementEnd:
        _endsNext = false;
        ref var empty = ref _frames[_depth - 1];
        handler.EndElement(new XmlName(names, empty.NameId, empty.UriId));

    Close:
        _depth--;
        if (_scope.Count != _frames[_depth].Bindings)
        {
            _scope.Restore(_frames[_depth].Bindings);
        }

        if (_depth == 0)
        {
            _phase = Phase.Epilog;
            _exit = Exit.PhaseChanged;
            return locator.StopRequested ? Stop(position) : position;
        }

        if (locator.StopRequested)
        {
            return Stop(position);
        }

        goto Next;
    }

    private int Stop(int position)
    {
        _exit = Exit.Stopped;
        return position;
    }

    private static bool IsName(MarkedBytes input, int position, in ElementFrame frame, XmlNames names) =>
        NameHead.Read(ref input.At(position), frame.Length).Is(frame.Head)
        && (frame.Length <= NameHead.Length || input.Slice(position, frame.Length).SequenceEqual(names.Bytes(frame.NameId)));

    private bool IsName(MarkedBytes input, int position, in ElementFrame frame) => IsName(input, position, in frame, _names);

    // [42] ETag ::= '</' Name S? '>'     with white space, or wrong
    private int FindEndTagEnd(MarkedBytes input, int position, in ElementFrame frame)
    {
        var nameEnd = input.FindNameEnd(position + 2);
        if (nameEnd >= input.Length)
        {
            return -1;
        }

        if (frame.IsBarrier)
        {
            Fail(XmlErrorCode.UnbalancedEntity, position, "The end tag closes an element that began outside of the entity.");
        }

        if (nameEnd - position - 2 != frame.Length || !IsName(input, position + 2, in frame))
        {
            FailAtEndTag(input, position, nameEnd);
        }

        var close = SkipWhiteSpace(input, nameEnd);
        if (close >= input.Length)
        {
            return -1;
        }

        if (input[close] != (byte)'>')
        {
            FailAtControl(input, close);
            Fail(XmlErrorCode.ExpectedTagEnd, close, $"An end tag holds nothing but its name: expected '>', found {Found(input, close)}.");
        }

        if (close - position >= _options.MaxMarkupLength)
        {
            FailTooLong(position);
        }

        return close;
    }

    private static int SkipWhiteSpace(MarkedBytes input, int position)
    {
        while (position < input.Length && Characters.IsWhiteSpace(input[position]))
        {
            position++;
        }

        return position;
    }

    private int InternName(MarkedBytes input, int start, int end)
    {
        var name = input.Slice(start, end - start);
        var valid = NameCharacters.NameLength(name);
        if (valid < name.Length || name.IsEmpty)
        {
            FailAtName(input, start, start + valid);
        }

        if (name.Length > _options.MaxNameLength)
        {
            Fail(XmlErrorCode.NameLengthLimit, start, $"A name is longer than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxNameLength)} allows ({_options.MaxNameLength} bytes).");
        }

        // A name that is refused is not stored: it would be found, and pass, the next time.
        if (_options.Namespaces && !NameCharacters.IsQName(name))
        {
            Fail(XmlErrorCode.InvalidQualifiedName, start, $"'{Show(name)}' is not a qualified name: it may have one colon, with a name on each side.");
        }

        CountName(start);
        return _names.Intern(name);
    }

    // Before a name or namespace name is stored that is not known.
    private void CountName(int position)
    {
        if (_nameLimit.IsReached(_names))
        {
            Fail(XmlErrorCode.NameCountLimit, position, _nameLimit.Exceeded);
        }
    }

    private void GrowFrames(int position)
    {
        if (_depth - _openEntities >= _options.MaxDepth)
        {
            Fail(XmlErrorCode.DepthLimit, position, $"More elements are open at once than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxDepth)} allows ({_options.MaxDepth}).");
        }

        MakeFrame();
        SetFrameEnd();
        Debug.Assert(_depth < _frameEnd, "There is room.");
    }

    private void MakeFrame()
    {
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, Math.Max(16, _depth * 2));
        }
    }

    // Barriers of entities are frames too, but no elements.
    private void SetFrameEnd() => _frameEnd = (int)Math.Min(_frames.Length, (long)_options.MaxDepth + _openEntities);
}
