using XmlJson.Text;

namespace XmlJson.Mapping;

// Strings that are escaped before the writer has them: then it copies them once, where its own way is to escape into memory that it rents each time, and copy that.
internal sealed partial class JsonOutput
{
    private const int LargeEscaped = 512 * 1024;

    // Only a writer that was made for this has such an encoder; that of a caller escapes as it was told to.
    private readonly bool _escapes = ReferenceEquals(writer.Options.Encoder, RawJsonEncoder.Instance);
    private byte[] _escaped = [];

    // Valid until the next.
    private ReadOnlySpan<byte> Escaped(ReadOnlySpan<byte> text)
    {
        if (!_escapes)
        {
            return text;
        }

        var plain = JsonEscapes.IndexOfFirst(text);
        return plain < 0 ? text : Escape(text, plain);
    }

    private ReadOnlySpan<byte> Escape(ReadOnlySpan<byte> text, int plain)
    {
        if (_escaped.Length < text.Length + 64)
        {
            _escaped = new byte[Math.Max(1024, (text.Length * 2) + 64)];
        }

        text[..plain].CopyTo(_escaped);
        text = text[plain..];
        var length = plain;
        while (true)
        {
            var isAll = JsonEscaper.TryWrite(text, _escaped.AsSpan(length), out var read, out var written);
            length += written;
            if (isAll)
            {
                return _escaped.AsSpan(0, length);
            }

            text = text[read..];
            Array.Resize(ref _escaped, _escaped.Length * 2);
        }
    }
}
