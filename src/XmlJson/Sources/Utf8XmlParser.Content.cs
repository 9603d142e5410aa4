using System.Diagnostics;
using System.Runtime.CompilerServices;
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
    private int ReadContent<THandler>(scoped in MarkedBytes input, int position, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var names = _names;
        var locator = _locator;

        // What a document type declares asks for a closer look, but only where it declares any such thing.
        var hasElementContent = _declarations is { HasElementContent: true };
        var hasDeclaredAttributes = _declarations is { HasAttributes: true };

        // The place that says which element began the last time behind what was last read: most often it does again.
        ref var follower = ref _plans[XmlNames.EmptyName].Inside;
        if (_endsNext)
        {
            _event = AtEmptyElement;
            goto EmptyElementEnd;
        }

    Next:
        var end = input.FindTextEnd(position);
        if (end == input.Length || input[end] != (byte)'<' || hasElementContent)
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
        if (input[position + 1] == '/')
        {
            ref var frame = ref _frames[_depth - 1];
            ref var closed = ref _plans[frame.NameId];
            var close = position + 2 + closed.Length;
            if (!closed.Name.Matches(ref input.At(position + 1)) || input[close] != '>' || close >= input.Length)
            {
                close = FindEndTagEnd(input, position, in frame);
                if (close < 0)
                {
                    return Incomplete(input, position);
                }
            }

            _event = position;
            position = close + 1;
            _eventEnd = position;
            follower = ref closed.Behind;
            handler.EndElement(new XmlName(names, frame.NameId, frame.UriId));
            goto Close;
        }

        // [40] STag ::= '<' Name (S Attribute)* S? '>'     most often of the element that followed here before
        var plans = _plans;
        var id = follower;
        ref var expected = ref plans[id];
        var nameEnd = position + 1 + expected.Length;
        if (!expected.Name.Matches(ref input.At(position)) || !input.IsNameEnd(nameEnd) || nameEnd >= input.Length)
        {
            if (input[position + 1] is (byte)'!' or (byte)'?')
            {
                position = ReadMarkup(input, position, ref handler);
                if (_exit != Exit.None)
                {
                    return position;
                }

                goto Next;
            }

            id = FindElement(input, position, ref follower);
            if (id < 0)
            {
                return Incomplete(input, position);
            }

            plans = _plans;
            expected = ref plans[id];
            nameEnd = position + 1 + expected.Length;
        }

        var asksScope = false;
        var attributes = 0;
        var after = nameEnd + 1;
        var isEmpty = false;
        if (input.Pair(nameEnd) == EmptyTagEnds && !hasDeclaredAttributes && nameEnd + 1 < input.Length)
        {
            after = nameEnd + 2;
            isEmpty = true;
        }
        else if (input[nameEnd] != (byte)'>' || hasDeclaredAttributes)
        {
            var count = 0;
            var last = nameEnd;
            after = -1;
            if (expected.Shape is { } shape)
            {
                (count, last) = Split(Follow(input, ref expected, _attributes.Rows, 0, nameEnd));
                var followed = expected.Shape!;
                _followsShape = ReferenceEquals(followed, shape);
                var close = input[last] == ' ' ? last + 1 : last;
                after = input[close] == '>' ? close + 1 : input.Pair(close) == EmptyTagEnds ? close + 2 : -1;
                if (after > 0)
                {
                    followed.Hit();
                    _attributes.Show(count);
                    _attributeFlags = followed.Flags;
                }
            }

            if (after < 0 || after > input.Length || after - position > _longestPlainTag)
            {
                after = ReadAttributes(input, position, last, id, count);
                if (after < 0)
                {
                    return Incomplete(input, position);
                }
            }

            if (hasDeclaredAttributes || (_attributeFlags & DependsOnDeclarations) != 0)
            {
                ApplyDeclarations(input, position, id);
            }

            attributes = _attributes.Count;
            asksScope = (_attributeFlags & AttributeRowFlags.AsksScopeMask) != 0;
            isEmpty = input[after - 2] == (byte)'/';
        }

        if (_depth == _frameEnd)
        {
            GrowFrames(position);
        }

        ref var opened = ref _frames[_depth++];
        opened.NameId = id;
        opened.Bindings = _scope.Count;
        opened.Start = _stretchOffset + position;
        if (asksScope)
        {
            ResolveAttributes(input, position + 1, expected.Shape);
        }

        opened.UriId = expected.ScopeVersion == _scope.Version ? expected.ElementUri : ResolveElement(position + 1, ref expected);
        follower = ref expected.Inside;
        _event = position;
        position = after;
        if (attributes == 0)
        {
            handler.StartElement(new XmlName(names, id, opened.UriId), default);
        }
        else
        {
            ReportStart(new XmlName(names, id, opened.UriId), ref input.At(0), ref handler);
        }

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
        follower = ref _plans[empty.NameId].Behind;
        _eventEnd = position;
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

    // Apart from the loop, so that what a handler does with attributes has the registers for itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReportStart<THandler>(XmlName name, ref byte source, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
        => handler.StartElement(name, new AttributeList(_attributes, ref source));

    private int Stop(int position)
    {
        _exit = Exit.Stopped;
        return position;
    }

    // [42] ETag ::= '</' Name S? '>'     with white space, or wrong
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindEndTagEnd(scoped in MarkedBytes input, int position, in ElementFrame frame)
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

        if (!input.Slice(position + 2, nameEnd - position - 2).SequenceEqual(_names.Bytes(frame.NameId)))
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

    private static int SkipWhiteSpace(scoped in MarkedBytes input, int position)
    {
        while (position < input.Length && Characters.IsWhiteSpace(input[position]))
        {
            position++;
        }

        return position;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
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
