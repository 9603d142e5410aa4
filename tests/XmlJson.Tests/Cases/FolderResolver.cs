using System.Xml;

namespace XmlJson.Tests.Cases;

/// <summary>Opens the files of one folder, those in it included, and nothing else.</summary>
internal sealed class FolderResolver(string folder) : XmlResolver
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;

    /// <summary>How many files were opened.</summary>
    public int Opened { get; private set; }

    public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
    {
        var path = Path.GetFullPath(absoluteUri.LocalPath);
        if (!absoluteUri.IsFile || !path.StartsWith(_root, StringComparison.Ordinal))
        {
            throw new UnauthorizedAccessException($"{absoluteUri} is not in {_root}.");
        }

        Opened++;
        return new FileStream(path, FileMode.Open, FileAccess.Read);
    }
}
