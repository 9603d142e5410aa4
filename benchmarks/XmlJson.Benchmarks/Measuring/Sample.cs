namespace XmlJson.Benchmarks;

/// <summary>What one contender took in one round, or a part of it.</summary>
/// <param name="Nanoseconds">The time of one run.</param>
/// <param name="AllocatedBytes">The managed memory that one run allocated.</param>
internal readonly record struct Sample(double Nanoseconds, double AllocatedBytes)
{
    /// <summary>Runs something several times and gives the mean.</summary>
    public static Sample Take(IContender contender, int runs)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = ThreadClock.Nanoseconds;
        for (var i = 0; i < runs; i++)
        {
            contender.Run();
        }

        var elapsed = ThreadClock.Nanoseconds - start;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return new Sample((double)elapsed / runs, (double)allocated / runs);
    }
}
