using System.Buffers;

namespace XmlJson;

/// <summary>Reads content models (XML 1.0 §3.2.1, §3.2.2). Open groups are kept on a stack of their separators, so that nesting costs a byte a level.</summary>
internal sealed class ContentModelReader(DtdInput input, bool keepText)
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private byte[] _separators = [];

    /// <summary>The last model without white space, as SAX gives it; empty unless it is to be kept.</summary>
    public ReadOnlySpan<byte> Text => _text.WrittenSpan;

    /// <summary>Reads a model.</summary>
    // [46] contentspec ::= 'EMPTY' | 'ANY' | Mixed | children
    public ElementContentKind Read()
    {
        _text.ResetWrittenCount();
        if (input.TryTake((byte)'('))
        {
            Keep("("u8);
            input.SkipWhiteSpace();
            if (!input.TryTake("#PCDATA"u8))
            {
                ReadChildren();
                return ElementContentKind.Children;
            }

            ReadMixed();
            return ElementContentKind.Mixed;
        }

        var start = input.Offset;
        var keyword = input.ReadNameToken("'EMPTY', 'ANY' or '('");
        Keep(keyword);
        if (keyword.SequenceEqual("EMPTY"u8))
        {
            return ElementContentKind.Empty;
        }

        return keyword.SequenceEqual("ANY"u8)
            ? ElementContentKind.Any
            : throw input.ErrorAt(XmlErrorCode.InvalidElementDeclaration, $"Expected 'EMPTY', 'ANY' or '(', found '{DtdInput.Show(keyword)}'.", start);
    }

    // [51] Mixed ::= '(' S? '#PCDATA' (S? '|' S? Name)* S? ')*' | '(' S? '#PCDATA' S? ')'
    private void ReadMixed()
    {
        Keep("#PCDATA"u8);
        var hasNames = false;
        input.SkipWhiteSpace();
        while (!input.TryTake((byte)')'))
        {
            if (!input.TryTake((byte)'|'))
            {
                throw input.Unexpected(XmlErrorCode.InvalidContentModel, "'|' or ')' in a mixed content model");
            }

            Keep("|"u8);
            input.SkipWhiteSpace();
            Keep(ReadElementName());
            hasNames = true;
            input.SkipWhiteSpace();
        }

        Keep(")"u8);
        if (input.TryTake((byte)'*'))
        {
            Keep("*"u8);
        }
        else if (hasNames)
        {
            throw input.Unexpected(XmlErrorCode.InvalidContentModel, "'*' right after the ')' of a mixed content model that names elements");
        }
    }

    // [47] children ::= (choice | seq) ('?' | '*' | '+')?
    // [48] cp ::= (Name | choice | seq) ('?' | '*' | '+')?
    // [49] choice ::= '(' S? cp ( S? '|' S? cp )+ S? ')'
    // [50] seq ::= '(' S? cp ( S? ',' S? cp )* S? ')'
    private void ReadChildren()
    {
        var depth = 0;
        Open(ref depth);
        while (true)
        {
            if (input.TryTake((byte)'('))
            {
                Keep("("u8);
                Open(ref depth);
                input.SkipWhiteSpace();
                continue;
            }

            Keep(ReadElementName());
            ReadOccurrence();
            input.SkipWhiteSpace();
            while (input.TryTake((byte)')'))
            {
                Keep(")"u8);
                ReadOccurrence();
                if (--depth == 0)
                {
                    return;
                }

                input.SkipWhiteSpace();
            }

            ReadSeparator(ref _separators[depth - 1]);
            input.SkipWhiteSpace();
        }
    }

    private void ReadSeparator(ref byte used)
    {
        if (!input.IsAt((byte)'|') && !input.IsAt((byte)','))
        {
            throw input.Unexpected(XmlErrorCode.InvalidContentModel, "',', '|' or ')' in a content model");
        }

        var separator = input.Rest[0];
        if (used != 0 && used != separator)
        {
            throw input.Error(XmlErrorCode.InvalidContentModel, "',' and '|' may not stand in one group of a content model.");
        }

        used = separator;
        Keep(input.Rest[..1]);
        input.Advance(1);
    }

    private ReadOnlySpan<byte> ReadElementName() => input.AtEnd || input.IsAtNameStart
        ? input.ReadQualifiedName("an element's name")
        : throw input.Unexpected(XmlErrorCode.InvalidContentModel, "an element's name or '(' in a content model");

    private void ReadOccurrence()
    {
        if (input.Rest is [(byte)'?' or (byte)'*' or (byte)'+', ..] rest)
        {
            Keep(rest[..1]);
            input.Advance(1);
        }
    }

    private void Open(ref int depth)
    {
        if (depth == _separators.Length)
        {
            Array.Resize(ref _separators, Math.Max(16, depth * 2));
        }

        _separators[depth++] = 0;
    }

    private void Keep(ReadOnlySpan<byte> text)
    {
        if (keepText)
        {
            _text.Write(text);
        }
    }
}
