using XmlJson.Text;

namespace XmlJson;

/// <summary>Walks the prefixes of an XPath 1.0 expression: what stands before a single colon, outside of literals (XPath 1.0 §3.7).</summary>
internal ref struct XPathPrefixes(ReadOnlySpan<byte> expression)
{
    private readonly ReadOnlySpan<byte> _expression = expression;
    private int _position;

    /// <summary>Where the prefix reached stands.</summary>
    public Range Current { get; private set; }

    public readonly XPathPrefixes GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_position < _expression.Length)
        {
            var b = _expression[_position];
            if (b is (byte)'"' or (byte)'\'')
            {
                var end = _expression[(_position + 1)..].IndexOf(b);
                _position = end < 0 ? _expression.Length : _position + end + 2;
            }
            else if (IsNameByte(b))
            {
                if (ReadName())
                {
                    return true;
                }
            }
            else
            {
                _position++;
            }
        }

        return false;
    }

    // A number and a minus sign may touch the name that follows them.
    private bool ReadName()
    {
        var start = _position;
        while (_position < _expression.Length && IsNameByte(_expression[_position]))
        {
            _position++;
        }

        var name = _expression[start.._position].TrimStart("0123456789.-"u8);
        if (_expression[_position..] is not [(byte)':', var next, ..])
        {
            return false;
        }

        if (next == (byte)':')
        {
            _position += 2;
            return false;
        }

        if ((!IsNameByte(next) && next != (byte)'*') || !NameCharacters.IsNCName(name))
        {
            return false;
        }

        Current = (_position - name.Length).._position;
        _position++;
        SkipLocalPart();
        return true;
    }

    private void SkipLocalPart()
    {
        while (_position < _expression.Length && IsNameByte(_expression[_position]))
        {
            _position++;
        }
    }

    private static bool IsNameByte(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'-' or (byte)'.' or >= 0x80;
}
