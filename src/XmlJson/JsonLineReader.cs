using System.Buffers;

namespace XmlJson;

/// <summary>Cuts bytes that come in pieces into lines: those that are not blank, without a byte order mark before the first. A line ends with a line feed, or with the input.</summary>
internal sealed class JsonLineReader(int maxLength) : IDisposable
{
    private const int InitialLength = 64 * 1024;

    // Beyond that, memory is given back when the long line is gone.
    private const int Kept = 1024 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialLength);
    private int _start;
    private int _end;

    // No line feed stands before this.
    private int _searched;
    private long _startOffset;
    private long _number = 1;
    private long _dropped;
    private bool _hasEnded;

    /// <summary>Whether all lines were read.</summary>
    public bool IsCompleted => _hasEnded && _start == _end && _dropped == 0;

    /// <summary>Where the next bytes go; never empty. What <see cref="TryRead"/> gave is gone then.</summary>
    public Memory<byte> Room
    {
        get
        {
            if (_start == _end)
            {
                Rewind();
            }

            if (_end == _buffer.Length && _start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                _end -= _start;
                _searched -= _start;
                _start = 0;
            }

            if (_end == _buffer.Length)
            {
                var grown = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, Array.MaxLength));
                _buffer.AsSpan(0, _end).CopyTo(grown);
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = grown;
            }

            return _buffer.AsMemory(_end);
        }
    }

    /// <summary>So many bytes were put into <see cref="Room"/>; none means the end.</summary>
    public void Added(int count)
    {
        if (_startOffset == 0 && _start == 0 && _end + count >= 3 && _searched == 0 && _buffer.AsSpan(0, 3).SequenceEqual("\uFEFF"u8))
        {
            _start = _searched = 3;
            _startOffset = 3;
        }

        _end += count;
        _hasEnded = count == 0;
    }

    /// <summary>Reads the next line that is not blank.</summary>
    /// <returns>Whether one has come whole.</returns>
    public bool TryRead(out JsonLine line)
    {
        // Three bytes may be a byte order mark.
        while (_startOffset > 0 || _end >= 3 || _hasEnded)
        {
            var length = _buffer.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
            if (length < 0)
            {
                _searched = _end;
                if (!_hasEnded)
                {
                    DropLong();
                    break;
                }

                if (_start == _end && _dropped == 0)
                {
                    break;
                }
            }

            var end = length < 0 ? _end : _searched + length;
            var bytes = _buffer.AsMemory(_start, end - _start);
            var whole = _dropped + bytes.Length;
            line = new JsonLine(_number, _startOffset, whole, whole > maxLength ? default : bytes);
            _startOffset += whole + (length < 0 ? 0 : 1);
            _start = _searched = length < 0 ? end : end + 1;
            _dropped = 0;
            _number++;
            if (line.IsTooLong || bytes.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                return true;
            }
        }

        line = default;
        return false;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = _searched = 0;
    }

    // What has come of a line that is too long need not be kept.
    private void DropLong()
    {
        if (_dropped + _end - _start > maxLength)
        {
            _dropped += _end - _start;
            _start = _searched = _end;
        }
    }

    private void Rewind()
    {
        _start = _end = _searched = 0;
        if (_buffer.Length > Kept)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(InitialLength);
        }
    }
}
