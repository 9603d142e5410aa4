namespace XmlJson.Benchmarks.Tests;

public class MemoryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7_000_000)]
    public void Repeated_records_are_one_document_that_is_long_enough(long length)
    {
        using var stream = new RepeatedRecords(length);
        Assert.Equal(stream.Records, Xml.LoadEach(stream, RepeatedRecords.Path).LongCount());
        using var again = new RepeatedRecords(length);
        var counter = new EventCounter();
        Xml.Parse(again, ref counter);
        Assert.True(counter.Elements > stream.Records);
        Assert.InRange(stream.Records * 600L, length / 2, long.MaxValue);
    }

    [Fact]
    public void Memory_that_is_touched_is_counted()
    {
        const int Length = 64 * 1024 * 1024;
        var before = ResidentMemory.Current;
        var touched = new byte[Length];
        Array.Fill(touched, (byte)1);
        Assert.InRange(ResidentMemory.Peak - before, Length / 2, long.MaxValue);
        GC.KeepAlive(touched);
    }
}
