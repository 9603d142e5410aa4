using XmlJson.Text;

namespace XmlJson;

// The tokens of declarations. None goes beyond the end of the text it begins in.
internal sealed partial class DtdInput
{
    /// <summary>Whether the next byte is this one.</summary>
    public bool IsAt(byte b) => Rest is [var first, ..] && first == b;

    /// <summary>Whether a literal begins here.</summary>
    public bool IsAtQuote => Rest is [(byte)'"' or (byte)'\'', ..];

    /// <summary>Whether a name begins here.</summary>
    public bool IsAtNameStart => IsNameStart(Rest);

    /// <summary>Whether this keyword comes next, and not only as the beginning of a longer word.</summary>
    public bool IsAtKeyword(ReadOnlySpan<byte> keyword) =>
        Rest.StartsWith(keyword) && NameCharacters.TokenLength(Rest[..Math.Min(Rest.Length, keyword.Length + 4)]) == keyword.Length;

    /// <summary>Passes some bytes.</summary>
    public void Advance(int count) => _frames[_top].Position += count;

    /// <summary>Passes a byte if it is the next one.</summary>
    public bool TryTake(byte b)
    {
        if (!IsAt(b))
        {
            return false;
        }

        Advance(1);
        return true;
    }

    /// <summary>Passes a delimiter or keyword if it comes next.</summary>
    public bool TryTake(ReadOnlySpan<byte> literal)
    {
        if (!Rest.StartsWith(literal))
        {
            return false;
        }

        Advance(literal.Length);
        return true;
    }

    /// <summary>Passes white space, and parameter-entity references where they are allowed: the ends of an entity are white space, too (XML 1.0 §4.4.8).</summary>
    /// <returns>Whether there was any.</returns>
    public bool SkipWhiteSpace()
    {
        var found = false;
        while (true)
        {
            found |= SkipPlainWhiteSpace();
            if (AtEnd && Kind == DtdFrameKind.Declaration)
            {
                Pop();
            }
            else if (IsAtReference())
            {
                if (!TryEnterReference(DtdFrameKind.Declaration))
                {
                    throw new UnreadReferenceException();
                }
            }
            else
            {
                return found;
            }

            found = true;
        }
    }

    /// <summary>Passes white space alone.</summary>
    /// <returns>Whether there was any.</returns>
    public bool SkipPlainWhiteSpace()
    {
        var rest = Rest;
        var length = rest.IndexOfAnyExcept(" \n\t\r"u8);
        length = length < 0 ? rest.Length : length;
        Advance(length);
        return length > 0;
    }

    /// <summary>Passes white space that must be there.</summary>
    /// <param name="after">What it follows, for the message.</param>
    public void RequireWhiteSpace(string after)
    {
        if (!SkipWhiteSpace())
        {
            throw Unexpected(XmlErrorCode.ExpectedWhiteSpace, $"white space after {after}");
        }
    }

    /// <summary>Passes the <c>&gt;</c> that ends a declaration, and white space before it.</summary>
    /// <param name="code">The error when there is something else.</param>
    /// <param name="expected">What may stand there, for the message.</param>
    public void RequireEnd(XmlErrorCode code, string expected = "'>'")
    {
        SkipWhiteSpace();
        if (!TryTake((byte)'>'))
        {
            throw Unexpected(code, expected);
        }
    }

    /// <summary>Reads a [5] Name.</summary>
    /// <param name="what">What it names, for the message.</param>
    public ReadOnlySpan<byte> ReadName(string what) => ReadToken(NameCharacters.NameLength(Rest), what);

    /// <summary>Reads a [7] Nmtoken.</summary>
    public ReadOnlySpan<byte> ReadNameToken(string what) => ReadToken(NameCharacters.TokenLength(Rest), what);

    /// <summary>Reads the name of an entity, a notation or a processing instruction's target: without a colon, where namespaces count.</summary>
    public ReadOnlySpan<byte> ReadUnprefixedName(string what)
    {
        var start = Offset;
        var name = ReadName(what);
        return _settings.Namespaces && name.Contains((byte)':')
            ? throw ErrorAt(XmlErrorCode.ColonInName, $"A colon may not stand in {what}: '{Show(name)}'.", start)
            : name;
    }

    /// <summary>Reads the name of an element or attribute: a qualified name, where namespaces count.</summary>
    public ReadOnlySpan<byte> ReadQualifiedName(string what)
    {
        var start = Offset;
        var name = ReadName(what);
        var colon = _settings.Namespaces ? name.IndexOf((byte)':') : -1;
        return colon >= 0 && !(NameCharacters.IsNCName(name[..colon]) && NameCharacters.IsNCName(name[(colon + 1)..]))
            ? throw ErrorAt(XmlErrorCode.InvalidQualifiedName, $"Expected {what}, found '{Show(name)}', which is no qualified name.", start)
            : name;
    }

    /// <summary>Reads what stands between two quotation marks.</summary>
    /// <param name="what">What the literal is, for the message.</param>
    public ReadOnlySpan<byte> ReadLiteral(string what)
    {
        if (!IsAtQuote)
        {
            throw Unexpected(XmlErrorCode.ExpectedQuote, $"{what} in quotation marks");
        }

        var rest = Rest;
        var length = rest[1..].IndexOf(rest[0]);
        if (length < 0)
        {
            throw Unterminated(what);
        }

        Advance(length + 2);
        return rest.Slice(1, length);
    }

    /// <summary>The number of a name that was just read, stored now if need be.</summary>
    public int Intern(XmlNames names, ReadOnlySpan<byte> name)
    {
        var known = names.Find(name);
        if (known >= 0)
        {
            return known;
        }

        return _settings.NameLimit.IsReached(names) ? throw Error(XmlErrorCode.NameCountLimit, _settings.NameLimit.Exceeded) : names.Intern(name);
    }

    // [69] PEReference ::= '%' Name ';'
    private ReadOnlySpan<byte> ReadParameterReference()
    {
        var start = Offset;
        Advance(1);
        var length = NameCharacters.NameLength(Rest);
        if (length == 0 || Rest.Length == length || Rest[length] != ';')
        {
            throw ErrorAt(XmlErrorCode.InvalidParameterReference, "'%' must be followed by a name and ';'.", start);
        }

        var name = ReadToken(length, "");
        Advance(1);
        return name;
    }

    // '%' before white space is no reference: it declares a parameter entity.
    private bool IsAtReference() => IsAt((byte)'%') && IsNameStart(Rest[1..]);

    // Four bytes hold any character.
    private static bool IsNameStart(ReadOnlySpan<byte> text) => NameCharacters.NameLength(text[..Math.Min(text.Length, 4)]) > 0;

    private ReadOnlySpan<byte> ReadToken(int length, string what)
    {
        if (length == 0)
        {
            throw Unexpected(XmlErrorCode.InvalidName, what);
        }

        if (length > _settings.MaxNameLength)
        {
            throw Error(XmlErrorCode.NameLengthLimit, $"A name is longer than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxNameLength)} allows ({_settings.MaxNameLength} bytes).");
        }

        var token = Rest[..length];
        Advance(length);
        return token;
    }
}
