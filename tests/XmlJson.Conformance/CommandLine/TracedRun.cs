using System.Text.RegularExpressions;

namespace XmlJson.Conformance.CommandLine;

/// <summary>What a run of <c>xmljson check --list --dtd parse</c> asked of the operating system, by strace's account.</summary>
/// <param name="Opened">The paths that were to be opened, whether or not there is such a file.</param>
/// <param name="Sockets">The calls that make or connect a socket, but for those between processes of this machine.</param>
/// <param name="Verdicts">The lines that the tool wrote.</param>
internal sealed partial record TracedRun(IReadOnlySet<string> Opened, IReadOnlyList<string> Sockets, IReadOnlyList<string> Verdicts)
{
    /// <summary>Checks files under strace.</summary>
    public static TracedRun Of(IEnumerable<string> files)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (list, trace) = (Path.Combine(folder.FullName, "list"), Path.Combine(folder.FullName, "trace"));
            File.WriteAllLines(list, files);
            // Without its diagnostics the runtime itself makes no socket.
            var run = Tool.Run(["strace", "-f", "-e", "trace=open,openat,socket,connect", "-E", "DOTNET_EnableDiagnostics=0", "-o", trace, .. Tool.Command, "check", "--list", list, "--dtd", "parse"]);
            Assert.Empty(run.Error);
            var calls = File.ReadAllLines(trace);
            return new TracedRun(
                calls.Select(call => OpenedPath().Match(call).Groups["path"].Value).Where(path => path.Length > 0 && path != list).ToHashSet(StringComparer.Ordinal),
                [.. calls.Where(call => SocketCall().IsMatch(call) && !call.Contains("AF_UNIX", StringComparison.Ordinal))],
                run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // 4711  openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3
    [GeneratedRegex("""^\d+ +open(at)?\([^"]*"(?<path>([^"\\]|\\.)*)"\.*""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OpenedPath();

    [GeneratedRegex("""^\d+ +(socket|connect)\(""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SocketCall();
}
