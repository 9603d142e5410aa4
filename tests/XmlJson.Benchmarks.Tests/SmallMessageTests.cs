namespace XmlJson.Benchmarks.Tests;

public class SmallMessageTests
{
    private static readonly InputDocument Message = GeneratedCorpus.Kinds.Single(kind => kind.FileName == "soap-small.xml").Create();

    [Fact]
    public void The_corpus_has_a_message_of_some_300_bytes() => Assert.InRange(Message.Bytes.Length, 250, 400);

    [Fact]
    public void A_parser_that_is_reused_allocates_nothing_for_it()
    {
        using var contender = new StructEvents();
        contender.Prepare(Message);
        contender.Verify();

        // The least of several: what is pooled may be let go of for the sake of others in between.
        var least = long.MaxValue;
        for (var i = 0; i < 100; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            contender.Run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        contender.Check();
    }
}
