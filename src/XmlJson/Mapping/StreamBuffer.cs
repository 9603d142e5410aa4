using System.Buffers;

namespace XmlJson.Mapping;

/// <summary>What a <c>Utf8JsonWriter</c> writes into when a stream is to have it: pooled, where the writer's own buffer is made anew for each.</summary>
internal sealed class StreamBuffer : IBufferWriter<byte>, IDisposable
{
    // Beyond that, memory is given back: only an unusual string needed it.
    private const int Kept = 1024 * 1024;
    private const int InitialLength = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialLength);
    private int _length;
    private Stream _stream = Stream.Null;

    /// <summary>Begins anew, with another stream.</summary>
    public void Retarget(Stream stream)
    {
        _stream = stream;
        _length = 0;
        if (_bytes.Length > Kept)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(InitialLength);
        }
    }

    /// <summary>Passes what waits on to the stream, which is not itself flushed.</summary>
    public void Drain()
    {
        var length = _length;
        _length = 0;
        _stream.Write(_bytes.AsSpan(0, length));
    }

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Gives the memory back; nothing is passed on.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private void MakeRoom(int size)
    {
        if (_bytes.Length - _length >= size)
        {
            return;
        }

        Drain();
        if (_bytes.Length < size)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(size);
        }
    }
}
