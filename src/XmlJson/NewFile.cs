namespace XmlJson;

/// <summary>A file that is there whole or not at all: it is written beside its place and moved there at the end.</summary>
internal static class NewFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Where it is to be.</param>
    /// <param name="write">Writes its content; when this throws, whatever was at the path before is untouched.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var place = Path.GetFullPath(path);
        var draft = $"{place}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var output = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                write(output);
            }

            File.Move(draft, place, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
