using XmlJson.Text;

namespace XmlJson;

/// <summary>The text declaration that may begin an external parsed entity (XML 1.0 §4.3.1 [77]).</summary>
internal ref struct TextDeclaration
{
    private readonly ReadOnlySpan<byte> _text;
    private int _offset;

    private TextDeclaration(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>Its length in bytes; 0 when there is none.</summary>
    public int Length { get; private set; }

    /// <summary>The declared encoding; empty when there is no declaration.</summary>
    public ReadOnlySpan<byte> Encoding { get; private set; }

    /// <summary>Reads the declaration, if there is one.</summary>
    /// <param name="text">The entity in UTF-8, or in any encoding that agrees with US-ASCII.</param>
    /// <param name="declaration">What it says.</param>
    /// <returns>What is wrong with it, if something is.</returns>
    public static EntityFault? Read(ReadOnlySpan<byte> text, out TextDeclaration declaration)
    {
        declaration = new TextDeclaration(text);
        return text.StartsWith("<?xml"u8) && NameCharacters.NameLength(text[2..]) == 3 ? declaration.Read() : null;
    }

    // [77] TextDecl ::= '<?xml' VersionInfo? EncodingDecl S? '?>'
    private EntityFault? Read()
    {
        _offset = 5;
        var space = SkipSpace();
        if (space && TryTake("version"u8))
        {
            if (ReadValue(out var version) is { } badVersion)
            {
                return badVersion;
            }

            // [26] VersionNum ::= '1.' [0-9]+
            if (version.Length < 3 || !version.StartsWith("1."u8) || version[2..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
            {
                return new EntityFault(XmlErrorCode.InvalidVersion, "The version in a text declaration is not '1.' and digits", _offset - version.Length - 1);
            }

            space = SkipSpace();
        }

        if (!space || !TryTake("encoding"u8))
        {
            return Fault("white space and 'encoding'");
        }

        if (ReadValue(out var encoding) is { } badEncoding)
        {
            return badEncoding;
        }

        if (!IsEncodingName(encoding))
        {
            return new EntityFault(XmlErrorCode.InvalidXmlDeclaration, "The encoding in a text declaration is no name of one", _offset - encoding.Length - 1);
        }

        SkipSpace();
        if (!TryTake("?>"u8))
        {
            return Fault("'?>'");
        }

        Encoding = encoding;
        Length = _offset;
        return null;
    }

    // [25] Eq ::= S? '=' S?, and a quoted value.
    private EntityFault? ReadValue(out ReadOnlySpan<byte> value)
    {
        value = default;
        SkipSpace();
        if (!TryTake("="u8))
        {
            return Fault("'='");
        }

        SkipSpace();
        if (_offset == _text.Length || _text[_offset] is not ((byte)'"' or (byte)'\''))
        {
            return Fault("a quotation mark");
        }

        var quote = _text[_offset++];
        var length = _text[_offset..].IndexOf(quote);
        if (length < 0)
        {
            return new EntityFault(XmlErrorCode.UnexpectedEnd, "The entity ends inside its text declaration", _text.Length);
        }

        value = _text.Slice(_offset, length);
        _offset += length + 1;
        return null;
    }

    // [81] EncName ::= [A-Za-z] ([A-Za-z0-9._] | '-')*
    private static bool IsEncodingName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || !char.IsAsciiLetter((char)name[0]))
        {
            return false;
        }

        foreach (var b in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'.' or (byte)'_' or (byte)'-'))
            {
                return false;
            }
        }

        return true;
    }

    private bool SkipSpace()
    {
        var start = _offset;
        while (_offset < _text.Length && Characters.IsWhiteSpace(_text[_offset]))
        {
            _offset++;
        }

        return _offset > start;
    }

    private bool TryTake(ReadOnlySpan<byte> literal)
    {
        if (!_text[_offset..].StartsWith(literal))
        {
            return false;
        }

        _offset += literal.Length;
        return true;
    }

    private readonly EntityFault Fault(string expected) =>
        new(XmlErrorCode.InvalidXmlDeclaration, $"A text declaration lacks {expected}", _offset);
}
