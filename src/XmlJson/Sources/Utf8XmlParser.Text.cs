using System.Runtime.CompilerServices;
using System.Text;
using XmlJson.Text;

namespace XmlJson;

// Character data with something in it that is not plain: references, line ends, ']', the end of the input.
public sealed partial class Utf8XmlParser
{
    // Shorter text at the end of a stretch is read again with the next: few pieces are better than many.
    private const int WorthReporting = 1024;

    // A carriage return and a line feed, as a pair.
    private const int LineEnd = '\r' | ('\n' << 8);

    private readonly JoinedText _joined = new();

    private static ReadOnlySpan<byte> LineFeed => "\n"u8;

    /// <summary>Reads on from the first byte of text that is not plain.</summary>
    /// <param name="input">The stretch.</param>
    /// <param name="start">Where the text begins that was not reported yet.</param>
    /// <param name="position">The byte to look at.</param>
    /// <param name="handler">Is given the text.</param>
    /// <returns>The position to go on from: of a '&lt;', or as <see cref="_exit"/> says.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadText<THandler>(scoped in MarkedBytes input, int start, int position, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var kind = KindOfText();
        if (input.Pair(position) == LineEnd && position == start && kind == TextKind.Text && _openEntities == 0)
        {
            // Most often between two tags, with no other line end in it.
            var end = input.FindTextEnd(start + 2);
            if (end < input.Length && input[end] == (byte)'<')
            {
                Report(input, start + 1, end, kind, ref handler);
                _hasText = false;
                return end;
            }
        }

        while (true)
        {
            if (kind == TextKind.WhiteSpace && EndsWhiteSpace(input, start, position, out var text))
            {
                if (Report(input, start, text, kind, ref handler))
                {
                    return text;
                }

                start = text;
                kind = BeginText();
            }

            if (position >= input.Length)
            {
                break;
            }

            switch (input[position])
            {
                case (byte)'<':
                    Report(input, start, position, kind, ref handler);
                    _hasText = false;
                    return position;

                case (byte)']':
                    if (!IsDecided(input, position, 3, "]]>"u8))
                    {
                        return Report(input, start, position, kind, ref handler) ? position : IncompleteText(input, position);
                    }

                    if (position + 3 <= input.Length && input.Slice(position, 3).SequenceEqual("]]>"u8))
                    {
                        if (Report(input, start, position, kind, ref handler))
                        {
                            return position;
                        }

                        Fail(XmlErrorCode.CDataEndInText, position, "']]>' may not stand in text: write ']]&gt;'.");
                    }

                    position = input.FindTextEnd(position + 1);
                    continue;

                case (byte)'&':
                    if (kind == TextKind.Text && TryJoin(input, ref start, position, ref handler))
                    {
                        if (_exit != Exit.None)
                        {
                            return start;
                        }

                        break;
                    }

                    if (Report(input, start, position, kind, ref handler))
                    {
                        return position;
                    }

                    var end = FindReferenceEnd(input, position);
                    if (end < 0)
                    {
                        return Incomplete(input, position);
                    }

                    start = end + 1;
                    if (TryResolveCharacter(input, position, end, out var character))
                    {
                        kind = BeginText();
                        if (ReportCharacter(character, position, ref handler))
                        {
                            return start;
                        }
                    }
                    else if (ReadEntityReference(input, position, end, ref handler))
                    {
                        return start;
                    }
                    else
                    {
                        kind = KindOfText();
                    }

                    break;

                case (byte)'\r' when _openEntities > 0:
                    // An entity's line ends were normalized before: this one was written as a character reference and stays.
                    position = input.FindTextEnd(position + 1);
                    continue;

                case (byte)'\r':
                    if (Report(input, start, position, kind, ref handler))
                    {
                        return position;
                    }

                    // XML 1.0 §2.11: a pair becomes its line feed, which the next piece begins with; alone it becomes one.
                    if (!IsDecided(input, position, 2, "\r\n"u8))
                    {
                        return IncompleteText(input, position);
                    }

                    start = position + 1;
                    if ((start == input.Length || input[start] != (byte)'\n') && ReportLineFeed(position, kind, ref handler))
                    {
                        return start;
                    }

                    break;

                default:
                    if (Report(input, start, position, kind, ref handler))
                    {
                        return position;
                    }

                    FailAtCharacter(input, position);
                    break;
            }

            position = input.FindTextEnd(start);
        }

        if (!_endsView && start > 0 && input.Length - start < WorthReporting)
        {
            return NeedInput(input[start - 1] == (byte)'\r' && input[start] == (byte)'\n' ? start - 1 : start);
        }

        return Report(input, start, input.Length, kind, ref handler) ? input.Length : IncompleteText(input, input.Length);
    }

    /// <summary>Reports text with references in it as one piece, if it is short: one event costs less than a copy and many events.</summary>
    /// <param name="input">The stretch.</param>
    /// <param name="start">Where the text begins, and then where the next begins.</param>
    /// <param name="reference">Its first reference.</param>
    /// <param name="handler">Is given the text.</param>
    /// <returns>Whether anything was read; <see cref="_exit"/> says whether the handler asked to stop.</returns>
    private bool TryJoin<THandler>(scoped in MarkedBytes input, ref int start, int reference, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var begin = start;
        var length = _joined.Read(input, ref start, reference);
        if (length == 0)
        {
            return false;
        }

        BeginText();
        _event = PlaceOf(input, begin);
        handler.Characters(_joined.Bytes(length), TextKind.Text);
        IsStopped();
        return true;
    }

    // Text needs more input; there is no token that could be too long.
    private int IncompleteText(scoped in MarkedBytes input, int position)
    {
        if (_fault is { } fault)
        {
            FailAtFault(input, fault);
        }

        if (_endsInput && position == input.Length && _openEntities == 0)
        {
            FailUnclosed(input);
        }

        return NeedInput(position);
    }

    /// <summary>Whether the bytes at hand tell if a sequence stands here: all of it is there, or it already differs, or no more will come.</summary>
    private bool IsDecided(scoped in MarkedBytes input, int position, int length, ReadOnlySpan<byte> sequence)
    {
        var available = input.Length - position;
        return available >= length || _endsInput || !input.Slice(position, available).SequenceEqual(sequence[..available]);
    }

    /// <summary>Reports text, if there is any.</summary>
    /// <returns>Whether the handler asked to stop.</returns>
    private bool Report<THandler>(scoped in MarkedBytes input, int start, int end, TextKind kind, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (start == end)
        {
            return false;
        }

        _event = PlaceOf(input, start);
        handler.Characters(input.Slice(start, end - start), kind);
        return IsStopped();
    }

    // The line feed of a pair is reported, and the pair is where it stands.
    private static int PlaceOf(scoped in MarkedBytes input, int start) =>
        start > 0 && input[start] == (byte)'\n' && input[start - 1] == (byte)'\r' ? start - 1 : start;

    private bool ReportLineFeed<THandler>(int position, TextKind kind, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        _event = position;
        handler.Characters(LineFeed, kind);
        return IsStopped();
    }

    private bool ReportCharacter<THandler>(Rune character, int position, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        Span<byte> bytes = stackalloc byte[Reference.MaxLength];
        _event = position;
        handler.Characters(bytes[..character.EncodeToUtf8(bytes)], TextKind.Text);
        return IsStopped();
    }

    private bool IsStopped()
    {
        if (_locator.StopRequested)
        {
            _exit = Exit.Stopped;
            return true;
        }

        return false;
    }

    /// <summary>Finds the ';' of the reference at a position.</summary>
    /// <returns>Its position, or -1 when the input ends before.</returns>
    private int FindReferenceEnd(scoped in MarkedBytes input, int position)
    {
        // Those to characters, which are read in other ways too, are no names.
        var longest = Math.Max(_options.MaxNameLength, Reference.LongestCharacter);
        for (var i = position + 1; i < input.Length; i++)
        {
            var b = input[i];
            if (b == ';')
            {
                return i;
            }

            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'#' or (byte)':' or (byte)'_' or (byte)'-' or (byte)'.') && b < 0x80)
            {
                Fail(i > position + 1 && input[position + 1] == (byte)'#' ? XmlErrorCode.InvalidCharacterReference : XmlErrorCode.InvalidReference, position, $"'&' begins a reference, which needs a name and ';': found {Found(input, i)}. Write '&amp;' for the character itself.");
            }

            if (i - position > longest)
            {
                FailAtReferenceLength(position);
            }
        }

        return -1;
    }

    // [67] Reference ::= EntityRef | CharRef     returns false for an entity that only a declaration can resolve
    private bool TryResolveCharacter(scoped in MarkedBytes input, int position, int end, out Rune character)
    {
        var body = input.Slice(position + 1, end - position - 1);
        switch (Reference.Resolve(body, out character))
        {
            case ReferenceKind.Entity when body.Length > _options.MaxNameLength:
                FailAtReferenceLength(position);
                break;
            case ReferenceKind.Entity when NameCharacters.IsName(body):
                return false;
            case ReferenceKind.Entity:
                Fail(XmlErrorCode.InvalidReference, position, $"'{Show(body)}' between '&' and ';' is not a name.");
                break;
            case ReferenceKind.Malformed:
                Fail(XmlErrorCode.InvalidCharacterReference, position, $"'&{Show(body)};' is not a character reference: write '&#65;' or '&#x41;'.");
                break;
            case ReferenceKind.ForbiddenCharacter:
                Fail(XmlErrorCode.ForbiddenCharacterReference, position, $"'&{Show(body)};' refers to a character that XML does not allow.");
                break;
        }

        return true;
    }

    private void FailAtReferenceLength(int position) =>
        Fail(XmlErrorCode.NameLengthLimit, position, $"A reference is longer than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxNameLength)} allows ({_options.MaxNameLength} bytes).");
}
