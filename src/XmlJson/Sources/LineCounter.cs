using XmlJson.Text;

namespace XmlJson;

/// <summary>Counts lines and columns up to a place that only moves forward, so that all questions of a parse together read the input once.</summary>
internal struct LineCounter
{
    private long _line;
    private long _column;
    private bool _afterCarriageReturn;

    /// <summary>The offset counted to, in bytes of UTF-8.</summary>
    public long Offset { get; private set; }

    /// <summary>The place counted to.</summary>
    public readonly TextPosition Position => new(_line + 1, _column + 1, Offset);

    /// <summary>Whether to count characters too, for input that is not UTF-8.</summary>
    public bool CountsCharacters { get; set; }

    /// <summary>The number of characters before the place, when they are counted.</summary>
    public long Characters { get; private set; }

    /// <summary>How many of them lie beyond U+FFFF.</summary>
    public long Supplementary { get; private set; }

    /// <summary>Begins at the start of a document.</summary>
    public void Reset() => this = default;

    /// <summary>Counts on.</summary>
    /// <param name="bytes">The bytes that follow <see cref="Offset"/>.</param>
    public void Advance(ReadOnlySpan<byte> bytes)
    {
        Offset += bytes.Length;
        if (CountsCharacters)
        {
            Characters += Utf8Text.CountCharacters(bytes);
            Supplementary += Utf8Text.CountSupplementary(bytes);
        }

        if (_afterCarriageReturn && !bytes.IsEmpty)
        {
            _afterCarriageReturn = false;
            if (bytes[0] == '\n')
            {
                bytes = bytes[1..];
            }
        }

        var last = bytes.LastIndexOfAny((byte)'\n', (byte)'\r');
        if (last >= 0)
        {
            // To look twice for what is alone takes less time than to look once for what may be a pair.
            var ends = bytes[..(last + 1)];
            _line += ends.Contains((byte)'\r') ? LineEndCount.Of(ends) : ends.Count((byte)'\n');
            _column = 0;
            _afterCarriageReturn = last + 1 == bytes.Length && bytes[last] == '\r';
            bytes = bytes[(last + 1)..];
        }

        _column += Utf8Text.CountCharacters(bytes);
    }

    /// <summary>Skips bytes that are no characters: a byte order mark.</summary>
    public void Skip(int count) => Offset += count;
}
