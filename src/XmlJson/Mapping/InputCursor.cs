using XmlJson.Text;

namespace XmlJson.Mapping;

/// <summary>Where a window of JSON begins in its text, so that lines and columns can be worked out when they are asked for.</summary>
internal struct InputCursor
{
    private long _lines;
    private long _charactersInLine;
    private long _bytesInLine;

    /// <summary>The start of a text.</summary>
    public static InputCursor AtStart => default;

    /// <summary>The number of bytes before the window.</summary>
    public long Offset { get; set; }

    /// <summary>The window moves on behind these bytes.</summary>
    public void Pass(ReadOnlySpan<byte> bytes)
    {
        Offset += bytes.Length;
        var last = bytes.LastIndexOf((byte)'\n');
        if (last >= 0)
        {
            _lines += bytes.Count((byte)'\n');
            _charactersInLine = 0;
            _bytesInLine = 0;
            bytes = bytes[(last + 1)..];
        }

        _charactersInLine += Utf8Text.CountCharacters(bytes);
        _bytesInLine += bytes.Length;
    }

    /// <summary>The place of a byte in the window.</summary>
    public readonly TextPosition PositionIn(ReadOnlySpan<byte> window, int index)
    {
        var there = this;
        there.Pass(window[..Math.Clamp(index, 0, window.Length)]);
        return new TextPosition(there._lines + 1, there._charactersInLine + 1, there.Offset);
    }

    /// <summary>The number of bytes before a byte in its line, as System.Text.Json counts them.</summary>
    public readonly long BytesInLine(ReadOnlySpan<byte> window, int index)
    {
        var there = this;
        there.Pass(window[..Math.Clamp(index, 0, window.Length)]);
        return there._bytesInLine;
    }
}
