namespace XmlJson.Cli;

/// <summary>An output that gets nothing before all is written: until then the bytes are in a temporary file, which goes with this, however the process ends.</summary>
/// <param name="target">Where they go in the end: standard output, a pipe or a device.</param>
internal sealed class SpooledOutput(OutputFile target) : OutputFile
{
    private readonly FileStream _spool = new(Path.Combine(Path.GetTempPath(), $"xmljson.{Guid.NewGuid():N}.tmp"), Manner());

    protected override void WriteBytes(ReadOnlySpan<byte> bytes) => _spool.Write(bytes);

    protected override void PassOn() { }

    protected override void Commit()
    {
        _spool.Position = 0;
        _spool.CopyTo(target);
        target.Complete();
    }

    protected override void Abandon() => target.Dispose();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _spool.Dispose();
        }
    }

    // What is converted may be nobody else's business.
    private static FileStreamOptions Manner()
    {
        var manner = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            manner.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return manner;
    }
}
