namespace XmlJson.Tests.Events;

public class Utf16BufferTests
{
    [Fact]
    public void A_longer_text_gets_more_room()
    {
        using var buffer = new Utf16Buffer();
        foreach (var length in (int[])[0, 1, 511, 512, 513, 5000, 3, 100_000])
        {
            var text = new string('x', length);
            Assert.Equal(text, buffer.Decode(System.Text.Encoding.UTF8.GetBytes(text)).ToString());
        }
    }

    [Fact]
    public void Decoding_allocates_nothing_in_the_long_run()
    {
        using var buffer = new Utf16Buffer();
        buffer.Decode("a text that takes some room, and é"u8);
        Assert.Equal(0, Allocated.Least(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                buffer.Decode("a text that takes some room, and é"u8);
            }
        }));
    }

    [Fact]
    public void A_disposed_buffer_decodes_nothing()
    {
        var buffer = new Utf16Buffer();
        buffer.Decode("text"u8);
        buffer.Dispose();
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => buffer.Decode("text"u8).Length);
        Assert.Throws<ObjectDisposedException>(() => buffer.Decode([]).Length);
        Assert.Equal("é", Utf16Buffer.GetString("é"u8));
    }
}
