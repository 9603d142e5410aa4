using XmlJson.Text;

namespace XmlJson;

// [1] document ::= prolog element Misc*     everything but the element
public sealed partial class Utf8XmlParser
{
    // [22] prolog ::= XMLDecl? Misc* (doctypedecl Misc*)?
    private int ReadXmlDeclaration<THandler>(scoped in MarkedBytes input, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        _event = 0;
        var begins = Begins(input, 0, "<?xml"u8, out var isOpen);
        if ((isOpen || (begins && input.Length == 5)) && !_endsInput && _fault is null)
        {
            return NeedInput(0);
        }

        if (!begins || input.Length == 5 || !(Characters.IsWhiteSpace(input[5]) || input[5] == (byte)'?'))
        {
            _phase = Phase.Prolog;
            _exit = Exit.PhaseChanged;
            handler.StartDocument(new DocumentStart(_locator));
            IsStopped();
            return 0;
        }

        var length = input.Slice(5, input.Length - 5).IndexOf("?>"u8);
        if (length < 0)
        {
            return Incomplete(input, 0);
        }

        var declaration = new XmlDeclarationReader(input.Slice(5, length));
        if (!declaration.ReadXmlDeclaration())
        {
            Fail(declaration.ErrorCode, 5 + declaration.ErrorOffset, declaration.Error!);
        }

        CheckMarkupLength(0, length + 7);
        if (length + 7 > EncodingDetector.LongestDeclaration && !declaration.Encoding.IsEmpty && !_isText)
        {
            Fail(XmlErrorCode.EncodingMismatch, 0, $"The XML declaration is longer than {EncodingDetector.LongestDeclaration} characters, so the encoding that it declares was not seen in time: make it shorter.");
        }

        _standalone = declaration.Standalone;
        _phase = Phase.Prolog;
        _exit = Exit.PhaseChanged;
        handler.StartDocument(new DocumentStart(_locator, declaration.Version, declaration.Encoding, declaration.Standalone));
        IsStopped();
        return length + 7;
    }

    // [27] Misc ::= Comment | PI | S
    private int ReadOutsideRoot<THandler>(scoped in MarkedBytes input, int position, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        while (true)
        {
            position = SkipWhiteSpace(input, position);
            if (position >= input.Length)
            {
                return IncompleteOutsideRoot(input);
            }

            if (input[position] != (byte)'<')
            {
                return FailOutsideRoot(input, position);
            }

            if (position + 1 >= input.Length)
            {
                return Incomplete(input, position);
            }

            switch (input[position + 1])
            {
                case (byte)'?':
                    position = ReadInstruction(input, position, ref handler);
                    break;
                case (byte)'!':
                    position = ReadDeclarationOutsideRoot(input, position, ref handler);
                    break;
                case (byte)'/':
                    Fail(XmlErrorCode.UnexpectedEndTag, position, "An end tag stands where no element is open.");
                    break;
                default:
                    if (_phase == Phase.Epilog)
                    {
                        Fail(XmlErrorCode.SecondRootElement, position, "A document has one root element, and it has ended before.");
                    }

                    _phase = Phase.Content;
                    _exit = Exit.PhaseChanged;
                    return position;
            }

            if (_exit != Exit.None)
            {
                return position;
            }
        }
    }

    private int ReadDeclarationOutsideRoot<THandler>(scoped in MarkedBytes input, int position, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        if (Begins(input, position, "<!--"u8, out var isOpen))
        {
            return ReadComment(input, position, ref handler);
        }

        if (Begins(input, position, "<!DOCTYPE"u8, out var isOpenToo))
        {
            return ReadDocumentType(input, position, ref handler);
        }

        if (isOpen || isOpenToo)
        {
            return Incomplete(input, position);
        }

        if (Begins(input, position, "<![CDATA["u8, out isOpen))
        {
            Fail(XmlErrorCode.CDataOutsideRoot, position, "A CDATA section may only stand in the root element.");
        }

        return isOpen ? Incomplete(input, position) : FailAtMarkup(input, position);
    }

    private int IncompleteOutsideRoot(scoped in MarkedBytes input)
    {
        if (_fault is { } fault)
        {
            FailAtFault(input, fault);
        }

        if (_endsInput && _phase == Phase.Prolog)
        {
            Fail(XmlErrorCode.NoRootElement, input.Length, "The document has no root element.");
        }

        return NeedInput(input.Length);
    }
}
