namespace XmlJson.Cli.Tests;

/// <summary>A stream that fails behind its last byte, and at every write.</summary>
// A stream derived from MemoryStream is read and written through the overloads with arrays, whichever is called.
internal sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) =>
        base.Read(buffer, offset, count) is > 0 and var read ? read : throw new IOException("the disk is gone");

    public override void Write(byte[] buffer, int offset, int count) => throw new IOException("the disk is full");
}
