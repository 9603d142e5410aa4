using System.ComponentModel;
using XmlJson.Tests;

namespace XmlJson.Conformance.CommandLine;

/// <summary>A test over the suites that asks the operating system what a process did; skipped where the suites or strace are not, or tracing is forbidden.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StraceFactAttribute : FactAttribute
{
    private static readonly string? MissingStrace = FindMissing();

    public StraceFactAttribute() => Skip = Repository.MissingSuites ?? MissingStrace;

    private static string? FindMissing()
    {
        try
        {
            var run = Tool.Run("strace", "-o", "/dev/null", "true");
            return run.ExitCode == 0 ? null : $"strace may not trace here: {run.Error}";
        }
        catch (Win32Exception)
        {
            return "strace is not installed.";
        }
    }
}
