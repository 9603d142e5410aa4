using System.Diagnostics;
using System.Runtime.InteropServices;

namespace XmlJson.Benchmarks;

/// <summary>The processor time that the current thread has used, in nanoseconds: what other processes do on the machine does not count.</summary>
/// <remarks>
/// On Linux and macOS this is POSIX <c>clock_gettime(CLOCK_THREAD_CPUTIME_ID)</c>, exact to well under a microsecond. Elsewhere thread times advance only with the timer interrupt (every
/// 15.6 ms on Windows), too coarse to be of use, so the wall clock stands in: keep such a machine idle.
/// </remarks>
internal static partial class ThreadClock
{
    // <time.h> on Linux, and <time.h> on macOS.
    private const int LinuxThreadCpuTime = 3;
    private const int MacThreadCpuTime = 16;

    private static readonly int Clock = OperatingSystem.IsLinux() ? LinuxThreadCpuTime : OperatingSystem.IsMacOS() ? MacThreadCpuTime : -1;

    /// <summary>What is measured, for the report.</summary>
    public static string Description => Clock >= 0 ? "thread CPU time" : "wall clock";

    /// <summary>Nanoseconds since some fixed moment, for this thread.</summary>
    public static long Nanoseconds
    {
        get
        {
            if (Clock < 0)
            {
                return Stopwatch.GetElapsedTime(0).Ticks * TimeSpan.NanosecondsPerTick;
            }

            if (GetTime(Clock, out var time) != 0)
            {
                throw new InvalidOperationException($"clock_gettime failed with error {Marshal.GetLastPInvokeError()}.");
            }

            return ((long)time.Seconds * 1_000_000_000) + time.Nanoseconds;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static partial int GetTime(int clock, out TimeSpecification time);

    // struct timespec { time_t tv_sec; long tv_nsec; }: both are as wide as a pointer where .NET 10 runs, but for 32-bit systems with a 64-bit time_t, which have another entry point.
    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpecification
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
