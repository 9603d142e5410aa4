namespace XmlJson.Cli;

/// <summary>A file that comes into being, or takes the place of another, only when it is whole: until then its bytes are in a temporary file beside it.</summary>
internal sealed class ReplacedFile : OutputFile
{
    private readonly string _path;
    private readonly string _temporaryPath;
    private readonly FileStream _stream;
    private readonly CancellationTokenRegistration _cancelled;

    /// <summary>Makes the temporary file.</summary>
    /// <param name="path">The file wanted, symbolic links resolved.</param>
    /// <param name="cancellation">Removes the temporary file at once, should the process not live long enough to do so itself.</param>
    public ReplacedFile(string path, CancellationToken cancellation)
    {
        _path = path;
        _temporaryPath = $"{path}.{Guid.NewGuid().ToString("N")[..12]}.tmp";
        _stream = new FileStream(_temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, bufferSize: 0);
        _cancelled = cancellation.Register(Remove);
    }

    protected override void WriteBytes(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    protected override void PassOn() { }

    protected override void Commit()
    {
        if (!OperatingSystem.IsWindows() && File.Exists(_path))
        {
            File.SetUnixFileMode(_stream.SafeFileHandle, File.GetUnixFileMode(_path));
        }

        _stream.Dispose();
        _cancelled.Dispose();
        File.Move(_temporaryPath, _path, overwrite: true);
    }

    protected override void Abandon()
    {
        _stream.Dispose();
        _cancelled.Dispose();
        Remove();
    }

    private void Remove()
    {
        try
        {
            File.Delete(_temporaryPath);
        }
        catch (Exception e) when (FileFaultException.IsCause(e))
        {
            // It stays: there is nothing better to do than what was to be reported anyway.
        }
    }
}
