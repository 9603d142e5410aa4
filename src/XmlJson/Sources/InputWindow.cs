using System.Buffers;
using XmlJson.Text;

namespace XmlJson;

/// <summary>The bytes that were given and not read to the end yet, in one pooled array with the padding that <see cref="MarkedBytes"/> needs.</summary>
internal sealed class InputWindow : IDisposable
{
#if DEBUG
    // Small, so that tests cross every boundary.
    private const int FirstCapacity = 64;
#else
    // Large enough to spread the cost of a refill, small enough to stay in the second-level cache with the masks.
    private const int FirstCapacity = 32 * 1024;
#endif
    private const int KeptCapacity = 1024 * 1024;

    private byte[] _buffer = [];
    private int _start;
    private int _end;

    /// <summary>How many bytes are held.</summary>
    public int Length => _end - _start;

    /// <summary>How many bytes can be appended before the array must grow or be moved together.</summary>
    public int Free => Math.Max(0, _buffer.Length - MarkedBytes.Padding - _end);

    /// <summary>The bytes held.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, Length);

    /// <summary>A reference to the first byte held; <see cref="MarkedBytes.Padding"/> bytes behind the last are readable.</summary>
    public ref byte First => ref _buffer.AsSpan(_start)[0];

    /// <summary>Room to write at least this many bytes behind those held; call <see cref="Advance"/> after.</summary>
    public Span<byte> GetSpan(int minimum)
    {
        if (Free < minimum)
        {
            MakeRoom(minimum);
        }

        return _buffer.AsSpan(_end, Free);
    }

    /// <summary>As <see cref="GetSpan"/>.</summary>
    public Memory<byte> GetMemory(int minimum)
    {
        var length = GetSpan(minimum).Length;
        return _buffer.AsMemory(_end, length);
    }

    /// <summary>Keeps bytes that were written.</summary>
    public void Advance(int count) => _end += count;

    /// <summary>Appends a copy of bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        _end += bytes.Length;
    }

    /// <summary>Lets go of the first bytes.</summary>
    public void Consume(int count)
    {
        _start += count;
        if (_start == _end)
        {
            _start = _end = 0;
        }
    }

    /// <summary>Lets go of all bytes, and of memory that only an unusual document needed.</summary>
    public void Clear()
    {
        _start = _end = 0;
        if (_buffer.Length > KeptCapacity)
        {
            Dispose();
        }
    }

    /// <summary>Gives the array back to the pool; the window can be used again.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        _start = _end = 0;
    }

    /// <summary>Forgets the array without giving it back: somebody may still write to it.</summary>
    public void Abandon()
    {
        _buffer = [];
        _start = _end = 0;
    }

    private void MakeRoom(int minimum)
    {
        var needed = Length + minimum + MarkedBytes.Padding;

        // Moving is worth it while at least half the array comes free: so every byte is moved a bounded number of times.
        if (needed <= _buffer.Length && Length <= _buffer.Length / 2)
        {
            Bytes.CopyTo(_buffer);
        }
        else
        {
            var grown = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(needed, Math.Min(_buffer.Length, int.MaxValue / 2) * 2), FirstCapacity + MarkedBytes.Padding));
            Bytes.CopyTo(grown);
            if (_buffer.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
            }

            _buffer = grown;
        }

        _end -= _start;
        _start = 0;
    }
}
