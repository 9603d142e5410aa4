using System.Xml;

namespace XmlJson.Cli;

/// <summary>Gives external entities from the files under one directory, and refuses everything else.</summary>
/// <remarks>
/// <para>A system identifier must be relative: to the entity that names it, in the end to <see cref="Document"/>. What it leads to, with <c>..</c>, percent signs and
/// symbolic links resolved, must be under the directory. The real path that was judged is the one that is opened.</para>
/// <para>It does not help against someone who changes the directory's contents meanwhile.</para>
/// </remarks>
internal sealed class DirectoryResolver : XmlResolver
{
    private const int MaxLinks = 40;

    private static readonly StringComparison PathComparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly string _root;
    private Uri _document = FileUri("-");

    /// <summary>Allows a directory.</summary>
    /// <param name="directory">An existing directory; it may itself be reached through symbolic links.</param>
    public DirectoryResolver(string directory)
    {
        _root = RealPath(Path.GetFullPath(directory));
        _root = Path.EndsInDirectorySeparator(_root) ? _root : _root + Path.DirectorySeparatorChar;
    }

    /// <summary>Sets the document that is read next, to which its system identifiers are relative: a path, or <c>-</c>, which stands for a document in the current directory.</summary>
    public string Document
    {
        set => _document = FileUri(value);
    }

    /// <inheritdoc/>
    /// <exception cref="XmlException">The identifier is absolute.</exception>
    public override Uri ResolveUri(Uri? baseUri, string? relativeUri)
    {
        var identifier = relativeUri ?? "";
        if (identifier is ['/' or '\\', ..] || !Uri.TryCreate(identifier, UriKind.Relative, out var relative))
        {
            throw new XmlException($"'{identifier}' is not relative, and only files under the directory given with --resolve may be read.");
        }

        return new Uri(baseUri is { IsAbsoluteUri: true } ? baseUri : _document, relative);
    }

    /// <inheritdoc/>
    /// <exception cref="XmlException">The file is outside the directory, or there is none.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
    {
        if (!absoluteUri.IsFile || absoluteUri.IsUnc || absoluteUri.LocalPath.Contains('\0', StringComparison.Ordinal))
        {
            throw new XmlException($"'{absoluteUri}' is no file under the directory given with --resolve.");
        }

        var path = RealPath(Path.GetFullPath(absoluteUri.LocalPath));
        if (!path.StartsWith(_root, PathComparison))
        {
            throw new XmlException($"'{absoluteUri.LocalPath}' is not under the directory given with --resolve.");
        }

        RequireOrdinary(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
    }

    // Opening a named pipe for reading would wait for a writer; for both it does not.
    private static void RequireOrdinary(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            using var probe = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (!SpecialFile.IsOrdinary(probe))
            {
                throw new XmlException($"'{path}' is no ordinary file.");
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // A file that may only be read, or none: opening it tells.
        }
    }

    // Follows the links of every part of a path, as the operating system would.
    private static string RealPath(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var real = root;
        var rest = new Stack<string>(Parts(path[root.Length..]));
        var links = 0;
        while (rest.TryPop(out var part))
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? root;
                continue;
            }

            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                throw new XmlException($"'{path}' goes through more than {MaxLinks} symbolic links.");
            }

            if (Path.IsPathRooted(target))
            {
                real = root;
                target = target[Path.GetPathRoot(target)!.Length..];
            }

            foreach (var linked in Parts(target))
            {
                rest.Push(linked);
            }
        }

        return real;
    }

    // The parts in reverse order, so that a stack gives them forwards.
    private static IEnumerable<string> Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").Reverse();

    // Made from a path, a URI on Unix would not unescape what is resolved against it.
    private static Uri FileUri(string path)
    {
        var full = Path.GetFullPath(path);
        return OperatingSystem.IsWindows() ? new Uri(full) : new Uri("file://" + string.Join('/', full.Split('/').Select(Uri.EscapeDataString)));
    }
}
