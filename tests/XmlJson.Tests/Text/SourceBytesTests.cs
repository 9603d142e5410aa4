using System.Buffers;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

public class SourceBytesTests
{
    [Fact]
    public void A_piece_is_found_where_it_lies_within()
    {
        var bytes = new byte[40];
        var source = new SourceBytes(bytes.AsMemory(10, 20));

        Assert.True(source.TryFind(bytes.AsSpan(10, 20), out var offset));
        Assert.Equal(0, offset);
        Assert.True(source.TryFind(bytes.AsSpan(29, 1), out offset));
        Assert.Equal(19, offset);
        Assert.False(source.TryFind(bytes.AsSpan(9, 1), out _));
        Assert.False(source.TryFind(bytes.AsSpan(9, 5), out _));
        Assert.False(source.TryFind(bytes.AsSpan(29, 2), out _));
        Assert.False(source.TryFind(bytes.AsSpan(30, 1), out _));
        Assert.False(source.TryFind(new byte[5], out _));
        Assert.False(source.TryFind("word"u8, out _));
        Assert.False(source.TryFind([], out _));
    }

    [Fact]
    public void A_piece_of_a_copy_is_found_where_it_would_lie()
    {
        var bytes = "some bytes"u8.ToArray();
        var source = new SourceBytes(bytes);
        var window = GC.AllocateArray<byte>(20, pinned: true);
        bytes.CopyTo(window, 5);
        var reading = source.ReadFrom(window.AsSpan(5, 10));

        Assert.True(reading.TryFind(window.AsSpan(10, 5), out var offset));
        Assert.Equal(5, offset);
        Assert.Equal("bytes"u8, reading.Slice(5, 5));
        Assert.False(reading.TryFind(window.AsSpan(4, 2), out _));
        Assert.False(reading.TryFind(window.AsSpan(10, 6), out _));
        Assert.False(reading.WithoutCopy().TryFind(window.AsSpan(10, 5), out _));
        Assert.True(reading.WithoutCopy().TryFind(bytes.AsSpan(5, 5), out _));

        Assert.False(source.ReadFrom(window.AsSpan(4, 10)).TryFind(window.AsSpan(10, 1), out _));
        Assert.False(source.ReadFrom([]).TryFind(window.AsSpan(10, 1), out _));
    }

    [Fact]
    public void Nothing_is_found_in_no_bytes()
    {
        Assert.False(default(SourceBytes).TryFind("word"u8, out _));
        Assert.False(default(SourceBytes).TryFind([], out _));
    }

    [Fact]
    public void Memory_of_any_owner_will_do()
    {
        using var owner = new Owner(32);
        var source = new SourceBytes(owner.Memory);
        owner.Memory.Span[7] = 42;

        Assert.True(source.TryFind(owner.Memory.Span.Slice(7, 3), out var offset));
        Assert.Equal(7, offset);
        Assert.Equal(42, source.Slice(7, 1)[0]);
    }

    // No array stands behind this as far as anyone can see.
    private sealed class Owner(int length) : MemoryManager<byte>
    {
        private readonly byte[] _bytes = GC.AllocateArray<byte>(length, pinned: true);

        public override Span<byte> GetSpan() => _bytes;

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
