namespace XmlJson;

// Which encoding the input has (XML 1.0 Appendix F): what is no UTF-8 is decoded on its way into the window.
public sealed partial class Utf8XmlParser
{
    private int _byteOrderMark;
    private bool _isEncodingKnown;

    /// <summary>Whether a document can be read where it is, or is so short that it is copied as a whole.</summary>
    internal static bool CanReadInPlace(ReadOnlySpan<byte> document) =>
        document.Length < ReadInPlaceFrom || EncodingDetector.Detect(document, isWhole: true, out _, out _) is { Encoding: null };

    private bool IsUtf8(ReadOnlySpan<byte> document) => DetectEncoding(document, isWhole: true) && _decoder is null;

    private bool DetectEncoding(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        var detected = EncodingDetector.Detect(bytes, isWhole, out var error, out var fault);
        if (error is not null)
        {
            Fail(fault, 0, error);
        }

        if (detected is not { } found)
        {
            return false;
        }

        _isEncodingKnown = true;
        _decoder = found.Encoding is null ? null : InputDecoder.Create(found.Encoding, found.ByteOrderMarkLength);
        _lines.CountsCharacters = _decoder is not null;
        if (_decoder is null)
        {
            _offset = found.ByteOrderMarkLength;
            _lines.Skip(found.ByteOrderMarkLength);
        }

        _byteOrderMark = found.ByteOrderMarkLength;
        return true;
    }

    private bool DetectWindowEncoding()
    {
        if (!DetectEncoding(_window.Bytes, _inputEnded))
        {
            _exit = Exit.NeedsInput;
            return false;
        }

        _window.Consume(_byteOrderMark);
        if (_decoder is not null)
        {
            var raw = _window.Bytes.ToArray();
            _window.Clear();
            Take(raw);
            if (_inputEnded)
            {
                EndInput();
            }
        }

        return true;
    }
}
