using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Xml.Linq;

namespace XmlJson.Benchmarks;

/// <summary>The line above a report: figures mean little without the machine and the versions.</summary>
internal static class MachineDescription
{
    /// <summary>Processor, operating system, runtime, vectors, collector and clock, in one line.</summary>
    public static string Text => string.Join(
        " · ",
        Processor,
        $"{Environment.ProcessorCount} processors",
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        Vectors,
        GCSettings.IsServerGC ? "server GC" : "workstation GC",
        ThreadClock.Description,
        $"Newtonsoft.Json {VersionOf(typeof(Newtonsoft.Json.JsonConvert))}",
        $"System.Xml {VersionOf(typeof(XDocument))}",
        $"XmlJson {VersionOf(typeof(IContentHandler))}");

    private static string Processor
    {
        get
        {
            const string linuxFile = "/proc/cpuinfo";
            if (OperatingSystem.IsLinux() && File.Exists(linuxFile))
            {
                var line = File.ReadLines(linuxFile).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal));
                if (line is not null)
                {
                    return line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
                }
            }

            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
        }
    }

    private static string Vectors => Vector512.IsHardwareAccelerated ? "512-bit vectors"
        : Avx2.IsSupported ? "AVX2"
        : Vector128.IsHardwareAccelerated ? "128-bit vectors"
        : "no vectors";

    private static string VersionOf(Type type) => string.Create(CultureInfo.InvariantCulture, $"{type.Assembly.GetName().Version}");
}
