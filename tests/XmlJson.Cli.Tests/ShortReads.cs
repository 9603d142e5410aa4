namespace XmlJson.Cli.Tests;

/// <summary>A stream that gives a few bytes at a time, as a pipe may.</summary>
// A stream derived from MemoryStream is read through the overload with an array, whichever is called.
internal sealed class ShortReads(byte[] bytes, int size) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));
}
