using System.Buffers;

namespace XmlJson.Mapping;

/// <summary>A pooled buffer for what is being written, and waits to be passed on.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    // Beyond that, memory is given back when it is empty: only unusual lines and strings needed it.
    private const int Kept = 1024 * 1024;
    private const int InitialLength = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialLength);
    private int _length;

    /// <summary>How many bytes it holds.</summary>
    public int Length => _length;

    /// <summary>What it holds; valid until more is written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Forgets all of it.</summary>
    public void Clear()
    {
        _length = 0;
        if (_bytes.Length > Kept)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(InitialLength);
        }
    }

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _bytes.AsSpan(_length);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private void MakeRoom(int size)
    {
        size = Math.Max(size, 1);
        if (_bytes.Length - _length >= size)
        {
            return;
        }

        // Twice as long while an array can be, and then the longest that can be.
        var wanted = Math.Min(Math.Max(_bytes.Length * 2L, _length + (long)size), Array.MaxLength);
        var grown = ArrayPool<byte>.Shared.Rent(checked((int)Math.Max(wanted, _length + (long)size)));
        _bytes.AsSpan(0, _length).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = grown;
    }
}
