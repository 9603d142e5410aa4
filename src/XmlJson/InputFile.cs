namespace XmlJson;

/// <summary>Opens files that are read from their beginning to their end, in pieces that whoever reads them has room for.</summary>
internal static class InputFile
{
    public static FileStream Open(string path, FileOptions options = FileOptions.SequentialScan) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, options);
}
