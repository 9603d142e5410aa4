using System.Diagnostics;

namespace XmlJson.Benchmarks.Tests;

public class ThreadClockTests
{
    [Fact]
    public void The_clock_goes_while_the_thread_works()
    {
        var start = ThreadClock.Nanoseconds;
        var wall = Stopwatch.StartNew();
        while (ThreadClock.Nanoseconds - start < 5_000_000)
        {
            Assert.True(wall.Elapsed < TimeSpan.FromMinutes(1), "Five milliseconds of work were not seen in a minute.");
        }

        Assert.True(wall.Elapsed >= TimeSpan.FromMilliseconds(4), $"{wall.Elapsed} is less than the processor time that passed in it.");
    }

    [Fact]
    public void The_clock_stands_while_the_thread_sleeps()
    {
        if (ThreadClock.Description != "thread CPU time")
        {
            return;
        }

        var start = ThreadClock.Nanoseconds;
        Thread.Sleep(200);
        Assert.InRange(ThreadClock.Nanoseconds - start, 0, 100_000_000);
    }
}
