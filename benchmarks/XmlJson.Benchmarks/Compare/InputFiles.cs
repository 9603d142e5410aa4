using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary>The documents that a command line names.</summary>
internal static class InputFiles
{
    // White space, the bytes of byte order marks, and the zeros of UTF-16: what may stand before the first character that counts.
    private static ReadOnlySpan<byte> Insignificant => [(byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0];

    /// <summary>Reads files, and directories with all that is in them, in ordinal order.</summary>
    /// <param name="paths">Files, which must be XML or JSON, and directories, in which other files are passed over.</param>
    /// <exception cref="IOException">Something cannot be read.</exception>
    /// <exception cref="XmlException">A document is not well-formed.</exception>
    public static IReadOnlyList<InputDocument> Load(IReadOnlyList<string> paths)
    {
        var documents = new List<(string Path, InputDocument Document)>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                {
                    if (Read(file) is { } document)
                    {
                        documents.Add((file, document));
                    }
                }
            }
            else
            {
                documents.Add((path, Read(path) ?? throw new XmlException($"{path} is neither XML nor JSON.")));
            }
        }

        // Two files of one name are told apart by their paths.
        var repeated = documents.CountBy(item => item.Document.Name).Where(name => name.Value > 1).Select(name => name.Key).ToHashSet();
        return [.. documents.Select(item => repeated.Contains(item.Document.Name) ? item.Document.Named(item.Path) : item.Document)];
    }

    private static InputDocument? Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var name = Path.GetFileName(path);
        var start = bytes.AsSpan().TrimStart(Insignificant);
        try
        {
            return start switch
            {
                [(byte)'<', ..] => InputDocument.Xml(name, bytes),
                [(byte)'{' or (byte)'[', ..] => InputDocument.Json(name, bytes),
                _ => null,
            };
        }
        catch (XmlException error)
        {
            throw new XmlException($"{path}: {error.Message}", error);
        }
    }
}
