using System.Globalization;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary>The line above a report: figures mean little without the machine and the versions.</summary>
internal static class MachineDescription
{
    /// <summary>Processor, operating system, runtime, vectors, collector, clock and versions, in one line.</summary>
    /// <param name="rivals">A type of each library that takes part besides .NET's own and ours.</param>
    public static string Of(params IEnumerable<Type> rivals) => string.Join(
        " · ",
        [
            Processor,
            $"{Environment.ProcessorCount} processors",
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            .. RuntimeFeature.IsDynamicCodeSupported ? Array.Empty<string>() : ["native AOT"],
            Vectors,
            GCSettings.IsServerGC ? "server GC" : "workstation GC",
            ThreadClock.Description,
            .. rivals.Append(typeof(XmlReader)).Append(typeof(IContentHandler)).Select(NameAndVersion),
        ]);

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

    private static string NameAndVersion(Type type)
    {
        var assembly = type.Assembly.GetName();
        return string.Create(CultureInfo.InvariantCulture, $"{(type == typeof(XmlReader) ? "System.Xml" : assembly.Name)} {assembly.Version}");
    }
}
