namespace XmlJson.Cli.Tests;

/// <summary>A stream that fails behind its last byte, and at every write.</summary>
internal sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer) is > 0 and var count ? count : throw new IOException("the disk is gone");

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("the disk is full");

    public override void Write(byte[] buffer, int offset, int count) => throw new IOException("the disk is full");
}
