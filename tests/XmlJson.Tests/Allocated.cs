namespace XmlJson.Tests;

/// <summary>How much managed memory something takes.</summary>
internal static class Allocated
{
    private const int Times = 20;

    /// <summary>The fewest bytes that one of several calls allocates on this thread: the first call of something may take some for good, and what was pooled may have been let go of for the sake of others in between.</summary>
    public static long Least(Action action)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Times && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
