using System.Diagnostics;
using System.Globalization;

namespace XmlJson.Benchmarks;

/// <summary>How much memory this process has in use, in bytes: what the operating system counts, not what the collector does.</summary>
internal static class ResidentMemory
{
    private const string StatusFile = "/proc/self/status";
    private const string ClearFile = "/proc/self/clear_refs";

    // See proc(5): writing it makes the peak what is in use now.
    private const string ResetPeak = "5";

    /// <summary>What is in use now.</summary>
    public static long Current => Read("VmRSS:") ?? Refreshed().WorkingSet64;

    /// <summary>The most that was in use since the process began, or since <see cref="TryResetPeak"/>.</summary>
    public static long Peak => Read("VmHWM:") ?? Refreshed().PeakWorkingSet64;

    /// <summary>Begins a new peak, where the system can.</summary>
    /// <returns>Whether it can; elsewhere the peak may be from before.</returns>
    public static bool TryResetPeak()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            File.WriteAllText(ClearFile, ResetPeak);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static long? Read(string name)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var line = File.ReadLines(StatusFile).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? null : long.Parse(line.AsSpan(name.Length).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024;
    }

    private static Process Refreshed()
    {
        var process = Process.GetCurrentProcess();
        process.Refresh();
        return process;
    }
}
