namespace XmlJson.Tests.Reading;

/// <summary>A stream that gives at most so many bytes at a time, and on request only after the thread was given away.</summary>
internal sealed class ShortReadStream(ReadOnlyMemory<byte> document, int atMost, bool yields = false) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            throw new InvalidOperationException("A read of no bytes cannot tell the end of the stream.");
        }

        var given = document.Span[_position..][..Math.Min(Math.Min(atMost, buffer.Length), document.Length - _position)];
        given.CopyTo(buffer);
        _position += given.Length;
        return given.Length;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Now and then is enough to leave the thread everywhere in the documents of all tests together, and takes a tenth of the time.
        if (yields && _position % 7 == 0)
        {
            await Task.Yield();
        }

        return Read(buffer.Span);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
