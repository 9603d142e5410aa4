using System.Buffers;

namespace XmlJson.Mapping;

/// <summary>
/// The part of a stream that was read and not yet used. When nothing of it could be used, as much again is read before the next try: so a long token in small reads takes
/// linear time.
/// </summary>
internal sealed class StreamWindow : IDisposable
{
    private const int LeastTry = 4;

    private byte[] _buffer = [];
    private int _start;
    private int _end;
    // Four bytes at least, for a byte order mark.
    private int _wanted = LeastTry;
    private long _used;

    /// <summary>Whether the stream has ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether nothing was used yet.</summary>
    public bool IsAtStart => _used == 0;

    /// <summary>What was read and not used.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Whether it is no use to look at <see cref="Unread"/> yet.</summary>
    public bool WantsMore => !HasEnded && _end - _start < _wanted;

    /// <summary>Where the next bytes go; never empty.</summary>
    public Memory<byte> Room
    {
        get
        {
            if (_start > 0 && _end == _buffer.Length)
            {
                Unread.CopyTo(_buffer);
                _end -= _start;
                _start = 0;
            }

            if (_end == _buffer.Length)
            {
                var grown = ArrayPool<byte>.Shared.Rent(checked(_buffer.Length * 2));
                Unread.CopyTo(grown);
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = grown;
            }

            return _buffer.AsMemory(_end);
        }
    }

    /// <summary>Begins a stream.</summary>
    /// <param name="capacity">How many bytes there is room for at first.</param>
    /// <returns>The window, to be disposed when the stream was read.</returns>
    public StreamWindow Begin(int capacity)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
        _start = 0;
        _end = 0;
        _wanted = LeastTry;
        _used = 0;
        HasEnded = false;
        return this;
    }

    /// <summary>So many bytes were put into <see cref="Room"/>; none means the end.</summary>
    public void Added(int count)
    {
        _end += count;
        HasEnded = count == 0;
    }

    /// <summary>So many bytes of <see cref="Unread"/> are used.</summary>
    public void Use(int count)
    {
        _start += count;
        _used += count;
        var left = _end - _start;
        if (left == 0)
        {
            _start = 0;
            _end = 0;
        }

        _wanted = Math.Max(LeastTry, left * 2);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }
}
