using System.Buffers;
using System.Text;

namespace XmlJson.Cli;

/// <summary>Keeps the first bytes of what is written, and counts the others.</summary>
internal sealed class HeadOfOutput(int capacity) : IBufferWriter<byte>
{
    private readonly byte[] _head = new byte[capacity];
    private byte[] _room = new byte[4096];
    private int _kept;

    /// <summary>How many bytes were written.</summary>
    public long Length { get; private set; }

    /// <summary>Whether not all of them were kept.</summary>
    public bool IsCut => Length > _kept;

    /// <summary>The bytes kept, but for a character that is not whole.</summary>
    public string Text
    {
        get
        {
            var end = _kept;
            while (IsCut && end > 0 && Rune.DecodeLastFromUtf8(_head.AsSpan(0, end), out _, out _) != OperationStatus.Done)
            {
                end--;
            }

            return Encoding.UTF8.GetString(_head, 0, end);
        }
    }

    public void Advance(int count)
    {
        var kept = Math.Min(count, _head.Length - _kept);
        _room.AsSpan(0, kept).CopyTo(_head.AsSpan(_kept));
        _kept += kept;
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_room.Length < sizeHint)
        {
            _room = new byte[sizeHint];
        }

        return _room;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
