using System.Diagnostics;

namespace XmlJson.Tests.Samples;

/// <summary>A theory that runs programs by CPython with xmltodict; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonTheoryAttribute : TheoryAttribute
{
    private static readonly string? Found = Array.Find(["python3", "/usr/bin/python3"], HasModules);

    public PythonTheoryAttribute() => Skip = Found is null ? "There is no python3 with xmltodict (Debian's python3-xmltodict)." : null;

    /// <summary>What a program prints.</summary>
    public static string Run(string code)
    {
        using var process = Process.Start(StartInfo(Found!, code, Repository.Root))!;
        var output = process.StandardOutput.ReadToEnd();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
        return output;
    }

    private static bool HasModules(string python)
    {
        try
        {
            using var process = Process.Start(StartInfo(python, "import xmltodict", Path.GetTempPath()))!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static ProcessStartInfo StartInfo(string python, string code, string folder)
    {
        var start = new ProcessStartInfo(python, ["-c", code]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        return start;
    }
}
