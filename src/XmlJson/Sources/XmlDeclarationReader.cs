using XmlJson.Text;

namespace XmlJson;

/// <summary>Reads what stands between <c>&lt;?xml</c> and <c>?&gt;</c>: XML 1.0 §2.8 [23] XMLDecl, §4.3.1 [77] TextDecl.</summary>
internal ref struct XmlDeclarationReader
{
    private readonly ReadOnlySpan<byte> _text;
    private int _position;
    private int _valueStart;

    /// <summary>Begins behind <c>&lt;?xml</c>.</summary>
    public XmlDeclarationReader(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>The version number; empty when there is none.</summary>
    public ReadOnlySpan<byte> Version { get; private set; }

    /// <summary>The encoding's name; empty when there is none.</summary>
    public ReadOnlySpan<byte> Encoding { get; private set; }

    /// <summary>The standalone document declaration, or null.</summary>
    public bool? Standalone { get; private set; }

    /// <summary>What is wrong, as a sentence; null while nothing is.</summary>
    public string? Error { get; private set; }

    /// <summary>The error's cause.</summary>
    public XmlErrorCode ErrorCode { get; private set; }

    /// <summary>Where the error is.</summary>
    public int ErrorOffset { get; private set; }

    /// <summary>Reads a document's declaration.</summary>
    /// <returns>Whether it follows its grammar; if not, <see cref="Error"/> says why.</returns>
    // [23] XMLDecl ::= '<?xml' VersionInfo EncodingDecl? SDDecl? S? '?>'
    public bool ReadXmlDeclaration()
    {
        if (!TryReadValue("version"u8, out var version))
        {
            return Refuse(XmlErrorCode.InvalidXmlDeclaration, "The XML declaration must begin with version=\"1.0\".");
        }

        Version = version;
        return CheckVersion() && ReadEncoding() && ReadStandalone() && ReadEnd();
    }

    /// <summary>Reads an external entity's text declaration, in which the encoding must be given and the version may be left out.</summary>
    /// <returns>Whether it follows its grammar; if not, <see cref="Error"/> says why.</returns>
    // [77] TextDecl ::= '<?xml' VersionInfo? EncodingDecl S? '?>'
    public bool ReadTextDeclaration()
    {
        if (TryReadValue("version"u8, out var version))
        {
            Version = version;
            if (!CheckVersion())
            {
                return false;
            }
        }

        if (!ReadEncoding())
        {
            return false;
        }

        return Encoding.IsEmpty
            ? Refuse(XmlErrorCode.InvalidXmlDeclaration, "A text declaration must give an encoding.")
            : ReadEnd();
    }

    private bool CheckVersion() =>
        MarkupGrammar.IsVersionNumber(Version)
        || RefuseValue(XmlErrorCode.InvalidVersion, $"The version must be 1.0, or 1. and digits, which is read as 1.0; it is '{Show(Version)}'.");

    // [80] EncodingDecl ::= S 'encoding' Eq ('"' EncName '"' | "'" EncName "'")     [81] EncName ::= [A-Za-z] ([A-Za-z0-9._] | '-')*
    private bool ReadEncoding()
    {
        if (Error is not null || !TryReadValue("encoding"u8, out var encoding))
        {
            return Error is null;
        }

        Encoding = encoding;
        return MarkupGrammar.IsEncodingName(encoding) || RefuseValue(XmlErrorCode.InvalidXmlDeclaration, $"'{Show(encoding)}' is no encoding name.");
    }

    // [32] SDDecl ::= S 'standalone' Eq (("'" ('yes' | 'no') "'") | ('"' ('yes' | 'no') '"'))
    private bool ReadStandalone()
    {
        if (!TryReadValue("standalone"u8, out var standalone))
        {
            return Error is null;
        }

        Standalone = standalone.SequenceEqual("yes"u8);
        return Standalone.Value || standalone.SequenceEqual("no"u8)
            || RefuseValue(XmlErrorCode.InvalidXmlDeclaration, $"standalone must be yes or no; it is '{Show(standalone)}'.");
    }

    private bool ReadEnd()
    {
        SkipWhiteSpace();
        return _position == _text.Length
            || Refuse(XmlErrorCode.InvalidXmlDeclaration, "The XML declaration holds version, encoding and standalone, in this order, each after white space, and nothing else.");
    }

    // S name Eq quoted value; nothing is read when another name stands there.
    private bool TryReadValue(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        var start = _position;
        SkipWhiteSpace();
        if (_position == start || !_text[_position..].StartsWith(name))
        {
            _position = start;
            return false;
        }

        _position += name.Length;
        SkipWhiteSpace();
        if (_position < _text.Length && _text[_position] == '=')
        {
            _position++;
            SkipWhiteSpace();
            if (_position < _text.Length && _text[_position] is (byte)'"' or (byte)'\'')
            {
                var length = _text[(_position + 1)..].IndexOf(_text[_position]);
                if (length >= 0)
                {
                    _valueStart = _position + 1;
                    value = _text.Slice(_valueStart, length);
                    _position += length + 2;
                    return true;
                }
            }
        }

        return Refuse(XmlErrorCode.InvalidXmlDeclaration, $"'{Show(name)}' must be followed by '=' and a quoted value.");
    }

    private void SkipWhiteSpace()
    {
        while (_position < _text.Length && Characters.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    private bool RefuseValue(XmlErrorCode code, string error)
    {
        _position = _valueStart;
        return Refuse(code, error);
    }

    private bool Refuse(XmlErrorCode code, string error)
    {
        if (Error is null)
        {
            Error = error;
            ErrorCode = code;
            ErrorOffset = _position;
        }

        return false;
    }

    private static string Show(ReadOnlySpan<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 40)]);
}
