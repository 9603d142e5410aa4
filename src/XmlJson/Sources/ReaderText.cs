using System.Buffers;
using System.Text.Unicode;

namespace XmlJson;

/// <summary>A value on its way from an <see cref="System.Xml.XmlReader"/>: UTF-16 in, whole or in chunks, UTF-8 out.</summary>
internal sealed class ReaderText
{
    private const int ChunkLength = 4096;

    private byte[] _bytes = new byte[ChunkLength * 3];
    private string _value = "";

    // A chunk that ends with the first half of a surrogate pair leaves it for the next one.
    private int _kept;

    /// <summary>Where chunks are read to, from <see cref="Start"/> on.</summary>
    public char[] Chars { get; } = new char[ChunkLength];

    public int Start => _kept;

    public int Free => ChunkLength - _kept;

    /// <summary>The number of characters of the last chunk; 0 when the value has ended.</summary>
    public int Read { get; private set; }

    public void SetValue(string value) => _value = value;

    public void SetChunk(int read) => Read = read;

    /// <summary>The whole value in UTF-8; valid until the next one.</summary>
    /// <returns>Whether it was valid UTF-16.</returns>
    public bool TryGetValue(out ReadOnlySpan<byte> utf8) => TryConvert(_value, out utf8);

    /// <summary>The last chunk in UTF-8, which may be empty; valid until the next one.</summary>
    /// <returns>Whether it was valid UTF-16.</returns>
    public bool TryGetChunk(out ReadOnlySpan<byte> utf8)
    {
        var length = _kept + Read;
        var keep = Read > 0 && char.IsHighSurrogate(Chars[length - 1]);
        var isValid = TryConvert(Chars.AsSpan(0, keep ? length - 1 : length), out utf8);
        _kept = 0;
        if (keep)
        {
            Chars[0] = Chars[length - 1];
            _kept = 1;
        }

        return isValid;
    }

    public bool TryConvert(ReadOnlySpan<char> text, out ReadOnlySpan<byte> utf8)
    {
        if (_bytes.Length / 3 < text.Length)
        {
            _bytes = new byte[checked(text.Length * 3)];
        }

        var status = Utf8.FromUtf16(text, _bytes, out _, out var written, replaceInvalidSequences: false);
        utf8 = _bytes.AsSpan(0, written);
        return status == OperationStatus.Done;
    }
}
