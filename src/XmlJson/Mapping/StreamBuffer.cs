using System.Buffers;

namespace XmlJson.Mapping;

/// <summary>What a <c>Utf8JsonWriter</c> writes into when a stream is to have it: pooled, where the writer's own buffer is made anew for each.</summary>
internal sealed class StreamBuffer : IBufferWriter<byte>, IDisposable
{
    // Half of what the buffer holds at first, so that it grows only for a long string.
    private const int Threshold = 32 * 1024;

    private readonly PooledBuffer _waiting = new();

    /// <summary>Where the bytes go.</summary>
    public Stream Stream { get; set; } = Stream.Null;

    /// <summary>Passes what waits on to the stream, which is not itself flushed.</summary>
    public void Drain()
    {
        Stream.Write(_waiting.Written.Span);
        _waiting.Clear();
    }

    /// <summary>Forgets what waits.</summary>
    public void Clear() => _waiting.Clear();

    /// <inheritdoc/>
    public void Advance(int count) => _waiting.Advance(count);

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_waiting.Length > Threshold)
        {
            Drain();
        }

        return _waiting.GetMemory(sizeHint);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Gives the memory back; nothing is passed on.</summary>
    public void Dispose() => _waiting.Dispose();
}
