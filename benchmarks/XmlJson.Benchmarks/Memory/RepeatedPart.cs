namespace XmlJson.Benchmarks;

/// <summary>A text of any length, made while it is read: a part of it again and again.</summary>
internal class RepeatedPart : Stream
{
    private readonly ReadOnlyMemory<byte> _head;
    private readonly ReadOnlyMemory<byte> _part;
    private readonly ReadOnlyMemory<byte> _tail;
    private readonly long _end;
    private long _position;

    /// <summary>Makes a text.</summary>
    /// <param name="head">What stands before the part.</param>
    /// <param name="part">What is repeated.</param>
    /// <param name="tail">What stands behind it.</param>
    /// <param name="repetitions">How often.</param>
    protected RepeatedPart(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> part, ReadOnlyMemory<byte> tail, long repetitions)
    {
        (_head, _part, _tail) = (head, part, tail);
        _end = head.Length + (repetitions * part.Length) + tail.Length;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Finds what repeats, by two texts that differ in having it once more.</summary>
    /// <param name="once">The shorter text.</param>
    /// <param name="twice">The longer one.</param>
    /// <param name="length">The length in bytes, about.</param>
    public static RepeatedPart Of(byte[] once, byte[] twice, long length)
    {
        var start = once.AsSpan().CommonPrefixLength(twice);
        var more = twice.Length - once.Length;
        return more > 0 && twice.AsSpan(start + more).SequenceEqual(once.AsSpan(start))
            ? new RepeatedPart(once.AsMemory(0, start), twice.AsMemory(start, more), once.AsMemory(start), RepetitionsFor(length, more))
            : throw new WrongAnswerException("The two texts do not differ by a part that repeats.");
    }

    public override int Read(Span<byte> buffer)
    {
        var inPart = _position - _head.Length;
        var rest = inPart < 0 ? _head.Span[(int)_position..]
            : _end - _position <= _tail.Length ? _tail.Span[^(int)(_end - _position)..]
            : _part.Span[(int)(inPart % _part.Length)..];
        var count = Math.Min(buffer.Length, rest.Length);
        rest[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>How often a part is repeated for a text of a length, about.</summary>
    protected static long RepetitionsFor(long length, int part) => Math.Max(1, length / part);
}
