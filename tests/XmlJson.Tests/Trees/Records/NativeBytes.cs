using System.Buffers;
using System.Runtime.InteropServices;

namespace XmlJson.Tests.Trees.Records;

/// <summary>A copy of bytes that is in no array, and so never moves.</summary>
internal sealed unsafe class NativeBytes : MemoryManager<byte>
{
    private readonly int _length;
    private byte* _pointer;

    public NativeBytes(ReadOnlySpan<byte> bytes)
    {
        _length = bytes.Length;
        _pointer = (byte*)NativeMemory.Alloc((nuint)_length);
        bytes.CopyTo(GetSpan());
    }

    public override Span<byte> GetSpan() => new(_pointer, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_pointer + elementIndex);

    public override void Unpin()
    {
    }

    public void Dispose() => Dispose(disposing: true);

    protected override void Dispose(bool disposing)
    {
        NativeMemory.Free(_pointer);
        _pointer = null;
    }
}
