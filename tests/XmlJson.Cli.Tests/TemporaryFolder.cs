using System.Text;

namespace XmlJson.Cli.Tests;

/// <summary>A folder of its own for a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("xmljson-").FullName;

    /// <summary>The names of everything in it.</summary>
    public string[] Names => [.. Directory.EnumerateFileSystemEntries(FullPath).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public string this[string name] => Path.Combine(FullPath, name);

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
