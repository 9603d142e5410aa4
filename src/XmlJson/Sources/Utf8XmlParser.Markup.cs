using System.Buffers;
using System.Runtime.CompilerServices;
using XmlJson.Text;

namespace XmlJson;

// Comments, processing instructions, CDATA sections.
public sealed partial class Utf8XmlParser
{
    private static readonly SearchValues<byte> NotPlain =
        SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 0xB, 0xC, 0xD, 0xE, 0xF, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F]);

    private byte[] _scratch = [];

    // In content, at "<!" or "<?".
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadMarkup<THandler>(scoped in MarkedBytes input, int position, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (position + 1 >= input.Length)
        {
            return Incomplete(input, position);
        }

        if (input[position + 1] == (byte)'?')
        {
            return ReadInstruction(input, position, ref handler);
        }

        if (Begins(input, position, "<!--"u8, out var isOpen))
        {
            return ReadComment(input, position, ref handler);
        }

        if (Begins(input, position, "<![CDATA["u8, out var isOpenToo))
        {
            return StartCData(input, position, ref handler);
        }

        if (isOpen || isOpenToo)
        {
            return Incomplete(input, position);
        }

        if (Begins(input, position, "<!DOCTYPE"u8, out isOpen))
        {
            Fail(XmlErrorCode.MisplacedDocumentType, position, "A document type declaration may only stand before the root element.");
        }

        return isOpen ? Incomplete(input, position) : FailAtMarkup(input, position);
    }

    /// <summary>Whether markup begins so.</summary>
    /// <param name="input">The stretch.</param>
    /// <param name="position">Where it begins.</param>
    /// <param name="start">How it might begin.</param>
    /// <param name="isOpen">Whether the input ends before that can be told.</param>
    private static bool Begins(scoped in MarkedBytes input, int position, ReadOnlySpan<byte> start, out bool isOpen)
    {
        var rest = input.Slice(position, Math.Min(start.Length, input.Length - position));
        var same = start.StartsWith(rest);
        isOpen = same && rest.Length < start.Length;
        return same && !isOpen;
    }

    // [15] Comment ::= '<!--' ((Char - '-') | ('-' (Char - '-')))* '-->'
    private int ReadComment<THandler>(scoped in MarkedBytes input, int position, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var start = position + 4;
        var length = MarkupEnd.Find(ref input.At(start), input.Length - start, (byte)'-', (byte)'-', out var isPlain);
        if (length < 0 || start + length + 2 >= input.Length)
        {
            return Incomplete(input, position);
        }

        var text = isPlain ? input.Slice(start, length) : Normalize(input, start, length);
        if (input[start + length + 2] != (byte)'>')
        {
            Fail(XmlErrorCode.DoubleHyphenInComment, start + length, "'--' may not stand in a comment; it ends with '-->'.");
        }

        CheckMarkupLength(position, start + length + 3);
        _event = position;
        handler.Comment(text);
        IsStopped();
        return start + length + 3;
    }

    // [16] PI ::= '<?' PITarget (S (Char* - (Char* '?>' Char*)))? '?>'
    private int ReadInstruction<THandler>(scoped in MarkedBytes input, int position, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var start = position + 2;
        var length = MarkupEnd.Find(ref input.At(start), input.Length - start, (byte)'?', (byte)'>', out var isPlain);
        if (length < 0)
        {
            return Incomplete(input, position);
        }

        var body = input.Slice(start, length);
        var targetLength = body.IndexOfAny(" \t\r\n"u8);
        if (targetLength < 0)
        {
            targetLength = length;
        }

        CheckTarget(input, position, start, targetLength);
        var dataStart = targetLength + body[targetLength..].IndexOfAnyExcept(" \t\r\n"u8);
        if (dataStart < targetLength)
        {
            dataStart = length;
        }

        var data = isPlain ? body[dataStart..] : Normalize(input, start + dataStart, length - dataStart);
        CheckMarkupLength(position, start + length + 2);
        _event = position;
        handler.ProcessingInstruction(body[..targetLength], data);
        IsStopped();
        return start + length + 2;
    }

    // [17] PITarget ::= Name - (('X' | 'x') ('M' | 'm') ('L' | 'l'))
    private void CheckTarget(scoped in MarkedBytes input, int position, int start, int length)
    {
        var target = input.Slice(start, length);
        var valid = NameCharacters.NameLength(target);
        if (valid < length || length == 0)
        {
            FailAtName(input, start, start + valid);
        }

        if (length > _options.MaxNameLength)
        {
            Fail(XmlErrorCode.NameLengthLimit, start, $"A name is longer than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxNameLength)} allows ({_options.MaxNameLength} bytes).");
        }

        if (target.SequenceEqual("xml"u8))
        {
            Fail(XmlErrorCode.MisplacedXmlDeclaration, position, "The XML declaration may only stand at the very start of the document, without even white space before it.");
        }

        if (System.Text.Ascii.EqualsIgnoreCase(target, "xml"u8))
        {
            Fail(XmlErrorCode.ReservedTarget, start, $"The target '{Show(target)}' is reserved.");
        }

        if (_options.Namespaces && target.Contains((byte)':'))
        {
            Fail(XmlErrorCode.InvalidQualifiedName, start, $"The target '{Show(target)}' may not have a colon.");
        }
    }

    private int StartCData<THandler>(scoped in MarkedBytes input, int position, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        _phase = Phase.CData;
        _event = position;
        handler.StartCData();
        position += "<![CDATA[".Length;
        if (IsStopped())
        {
            return position;
        }

        position = ReadCData(input, position, ref handler);
        if (_exit == Exit.PhaseChanged)
        {
            // It has ended: who called goes on with what is behind it.
            _exit = Exit.None;
        }

        return position;
    }

    // [20] CData ::= (Char* - (Char* ']]>' Char*))     [21] CDEnd ::= ']]>'
    private int ReadCData<THandler>(scoped in MarkedBytes input, int start, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var position = start;
        while (true)
        {
            position = input.FindTextEnd(position);
            if (position >= input.Length)
            {
                return Report(input, start, input.Length, TextKind.CData, ref handler) ? input.Length : IncompleteCData(input, input.Length);
            }

            switch (input[position])
            {
                case (byte)'<' or (byte)'&':
                    position++;
                    break;

                case (byte)']':
                    if (!IsDecided(input, position, 3, "]]>"u8))
                    {
                        return Report(input, start, position, TextKind.CData, ref handler) ? position : IncompleteCData(input, position);
                    }

                    if (position + 3 <= input.Length && input.Slice(position, 3).SequenceEqual("]]>"u8))
                    {
                        return Report(input, start, position, TextKind.CData, ref handler) ? position : EndCData(position, ref handler);
                    }

                    position++;
                    break;

                case (byte)'\r' when _openEntities > 0:
                    // As in other text of an entity: it was written as a character reference.
                    position++;
                    break;

                case (byte)'\r':
                    if (Report(input, start, position, TextKind.CData, ref handler))
                    {
                        return position;
                    }

                    if (!IsDecided(input, position, 2, "\r\n"u8))
                    {
                        return IncompleteCData(input, position);
                    }

                    start = ++position;
                    if ((start == input.Length || input[start] != (byte)'\n') && ReportLineFeed(start - 1, TextKind.CData, ref handler))
                    {
                        return start;
                    }

                    break;

                default:
                    if (Report(input, start, position, TextKind.CData, ref handler))
                    {
                        return position;
                    }

                    FailAtCharacter(input, position);
                    break;
            }
        }
    }

    private int IncompleteCData(scoped in MarkedBytes input, int position)
    {
        if (_fault is { } fault)
        {
            FailAtFault(input, fault);
        }

        if (_endsInput)
        {
            Fail(XmlErrorCode.UnexpectedEnd, input.Length, $"{WhatEnds} in a CDATA section: expected ']]>'.");
        }

        return NeedInput(position);
    }

    private int EndCData<THandler>(int position, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        _phase = Phase.Content;
        _exit = Exit.PhaseChanged;
        _event = position;
        handler.EndCData();
        IsStopped();
        return position + 3;
    }

    /// <summary>Checks the characters of some markup and normalizes its line ends (XML 1.0 §2.11).</summary>
    private ReadOnlySpan<byte> Normalize(scoped in MarkedBytes input, int start, int length)
    {
        var text = input.Slice(start, length);
        var next = text.IndexOfAny(NotPlain);
        if (next < 0)
        {
            return text;
        }

        if (_openEntities > 0)
        {
            // An entity's line ends were normalized before.
            var control = text.IndexOfAny(AllowedText.Controls);
            if (control >= 0)
            {
                FailAtCharacter(input, start + control);
            }

            return text;
        }

        if (_scratch.Length < length)
        {
            _scratch = new byte[length];
        }

        var written = 0;
        var read = 0;
        while (next >= 0)
        {
            if (text[read + next] != '\r')
            {
                FailAtCharacter(input, start + read + next);
            }

            text.Slice(read, next).CopyTo(_scratch.AsSpan(written));
            written += next;
            read += next + 1;
            if (read == text.Length || text[read] != '\n')
            {
                _scratch[written++] = (byte)'\n';
            }

            next = text[read..].IndexOfAny(NotPlain);
        }

        text[read..].CopyTo(_scratch.AsSpan(written));
        return _scratch.AsSpan(0, written + text.Length - read);
    }

    private void CheckMarkupLength(int start, int end)
    {
        if (end - start > _options.MaxMarkupLength)
        {
            FailTooLong(start);
        }
    }
}
