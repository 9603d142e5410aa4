using System.Buffers;

namespace XmlJson.Cli;

/// <summary>Collects bytes for a stream, in pieces worth writing.</summary>
internal sealed class StreamBufferWriter(Stream stream) : IBufferWriter<byte>
{
    private const int Threshold = 64 * 1024;

    private byte[] _bytes = new byte[Threshold];
    private int _count;

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _bytes.AsSpan(_count);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _bytes.AsMemory(_count);
    }

    public void Advance(int count) => _count += count;

    /// <summary>Writes what was collected to the stream.</summary>
    public void Drain()
    {
        stream.Write(_bytes, 0, _count);
        _count = 0;
    }

    private void MakeRoom(int size)
    {
        size = Math.Max(size, 1);
        if (_bytes.Length - _count < size && _count > 0)
        {
            Drain();
        }

        if (_bytes.Length < size)
        {
            Array.Resize(ref _bytes, size);
        }
    }
}
