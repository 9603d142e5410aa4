using XmlJson.Conformance.Attacks;
using Xunit.Abstractions;

namespace XmlJson.Conformance.CommandLine;

/// <summary>Without <c>--resolve</c> nothing is opened but the documents themselves: shown by the operating system's own account.</summary>
public sealed class NothingIsOpenedTests(ITestOutputHelper output)
{
    // What the runtime needs for these, it may need for an attack.
    private static readonly string[] Harmless =
    [
        "<!DOCTYPE r [<!ENTITY e 'v'><!ATTLIST r a CDATA 'w'>]><r>&e;</r>",
        "<?xml version='1.0' encoding='iso-8859-1'?><r/>",
        "<?xml version='1.0' encoding='no-such-encoding'?><r/>",
        "<r>",
    ];

    [StraceFact]
    public void Attacks_open_no_file_and_no_socket()
    {
        var files = AttackFile.Xml.Concat(AttackFile.XmlToJson).Select(file => Path.GetFullPath(file.FullPath)).ToList();
        var attack = TracedRun.Of(files);
        var opened = attack.Opened.Except(files).Except(OpenedForHarmless()).Where(path => !IsOfRuntime(path)).ToList();
        output.WriteLine($"{attack.Verdicts.Count} documents checked, {opened.Count} other files opened, {attack.Sockets.Count} sockets");

        Assert.Empty(opened);
        Assert.Empty(attack.Sockets);

        // The trace saw what it had to see.
        Assert.Subset(attack.Opened.ToHashSet(StringComparer.Ordinal), files.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(files.Count, attack.Verdicts.Count);
    }

    private static HashSet<string> OpenedForHarmless()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var files = Harmless.Select((_, i) => Path.Combine(folder.FullName, $"{i}.xml")).ToList();
            foreach (var (file, document) in files.Zip(Harmless))
            {
                File.WriteAllText(file, document);
            }

            return [.. TracedRun.Of(files).Opened];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // More of its own code, and what it asks the system about threads and memory, whose names are not the same each time.
    private static bool IsOfRuntime(string path) =>
        path.StartsWith("/proc/self/task/", StringComparison.Ordinal)
        || path.StartsWith("/sys/", StringComparison.Ordinal)
        || (path.EndsWith(".dll", StringComparison.Ordinal) && RuntimeFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)));

    private static string[] RuntimeFolders { get; } = [Path.GetDirectoryName(typeof(object).Assembly.Location)!, AppContext.BaseDirectory];
}
