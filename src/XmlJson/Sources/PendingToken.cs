namespace XmlJson;

/// <summary>
/// Markup that did not end in the input so far. Before it is read again from its start, this looks whether its end has come, each byte once: so a long token
/// that arrives in small pieces takes linear time.
/// </summary>
internal struct PendingToken
{
    // Short ones are simply read again.
    private const int WorthScanning = 128;

    private Kind _kind;
    private int _scanned;
    private byte _quote;
    private DoctypeScanner _doctype;

    private enum Kind : byte
    {
        None,
        Comment,
        Instruction,
        Tag,
        Reference,
        DocumentType,
    }

    /// <summary>Whether this is a document type declaration, which has a limit of its own.</summary>
    public readonly bool IsDocumentType => _kind == Kind.DocumentType;

    /// <summary>Looks at what is left of the input.</summary>
    /// <param name="rest">Bytes from the start of what did not end.</param>
    /// <param name="inCData">Whether they are a CDATA section's, where nothing is markup.</param>
    public static PendingToken At(ReadOnlySpan<byte> rest, bool inCData)
    {
        if (inCData || rest.Length < WorthScanning)
        {
            return default;
        }

        var kind = rest switch
        {
            [(byte)'&', ..] => Kind.Reference,
            [(byte)'<', (byte)'?', ..] => Kind.Instruction,
            [(byte)'<', (byte)'!', (byte)'-', ..] => Kind.Comment,
            [(byte)'<', (byte)'!', (byte)'D', ..] => Kind.DocumentType,
            [(byte)'<', ..] => Kind.Tag,
            _ => Kind.None,
        };
        var token = new PendingToken { _kind = kind, _scanned = kind == Kind.Comment ? 4 : 2 };
        return token.IsOpen(rest) ? token : default;
    }

    /// <summary>Whether the end has not come yet.</summary>
    /// <param name="rest">Bytes from the same start, more than the last time.</param>
    public bool IsOpen(ReadOnlySpan<byte> rest) => _kind switch
    {
        Kind.Comment => !Contains(rest, "-->"u8),
        Kind.Instruction => !Contains(rest, "?>"u8),
        Kind.Tag => !TagEnds(rest),
        Kind.Reference => !ReferenceEnds(rest),
        Kind.DocumentType => !_doctype.Scan(rest),
        _ => false,
    };

    private bool Contains(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> end)
    {
        if (rest[_scanned..].IndexOf(end) >= 0)
        {
            return true;
        }

        _scanned = Math.Max(_scanned, rest.Length - (end.Length - 1));
        return false;
    }

    // Or is none: what no name can hold shows that too.
    private bool ReferenceEnds(ReadOnlySpan<byte> rest)
    {
        var end = rest[_scanned..].IndexOfAny("; \t\r\n<>&\"'="u8);
        _scanned = rest.Length;
        return end >= 0;
    }

    private bool TagEnds(ReadOnlySpan<byte> rest)
    {
        while (true)
        {
            // No '<' may stand in a tag, so one that does ends the waiting.
            var next = _quote == 0 ? rest[_scanned..].IndexOfAny("><\"'"u8) : rest[_scanned..].IndexOfAny(_quote, (byte)'<');
            if (next < 0)
            {
                _scanned = rest.Length;
                return false;
            }

            var found = rest[_scanned + next];
            _scanned += next + 1;
            if (found == '<')
            {
                return true;
            }

            if (_quote != 0)
            {
                _quote = 0;
            }
            else if (found == '>')
            {
                return true;
            }
            else
            {
                _quote = found;
            }
        }
    }
}
