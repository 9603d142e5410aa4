using Microsoft.Win32.SafeHandles;

namespace XmlJson.Cli;

/// <summary>A device or a named pipe, such as <c>/dev/null</c>: it is written to, never replaced.</summary>
internal sealed class SpecialFile(SafeFileHandle handle, string path) : OutputFile
{
    private FileStream _stream = new(handle, FileAccess.Write, bufferSize: 0);
    private bool _isWritten;

    /// <summary>Opens a path if a special file is there.</summary>
    /// <param name="path">The path as the user gave it.</param>
    /// <param name="target">The same with its symbolic links followed.</param>
    /// <returns>Null when there is an ordinary file, or nothing.</returns>
    /// <exception cref="UnauthorizedAccessException">A directory is there, or a file that may not be written.</exception>
    public static SafeFileHandle? TryOpen(string path, string target)
    {
        // A device such as /dev/null looks like an empty file; what bash calls /dev/fd/63 is a link that leads nowhere.
        if (!IsInDeviceDirectory(path) && !IsInDeviceDirectory(target))
        {
            if (!Path.Exists(target))
            {
                return null;
            }

            // Opened for both, a named pipe does not wait for a reader. An ordinary file must be open to writing too, though it will be replaced.
            using var probe = File.OpenHandle(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            // Opened while the probe is still open: a reader that the probe let in would see the end of the pipe between the two.
            return IsOrdinary(probe) ? null : Open(path);
        }

        return Open(path);
    }

    protected override void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _stream.Write(bytes);
        }
        catch (IOException) when (!_isWritten && !IsInDeviceDirectory(path))
        {
            // Nobody reads the pipe yet: opening it anew waits for somebody.
            _stream.Dispose();
            _stream = new FileStream(Open(path), FileAccess.Write, bufferSize: 0);
            _stream.Write(bytes);
        }

        _isWritten = true;
    }

    protected override void PassOn() { }

    protected override void Commit() => _stream.Dispose();

    protected override void Abandon() => _stream.Dispose();

    private static SafeFileHandle Open(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    private static bool IsInDeviceDirectory(string path) =>
        !OperatingSystem.IsWindows()
        && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal))
        && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>Whether an open file is no device, pipe or socket.</summary>
    public static bool IsOrdinary(SafeFileHandle handle)
    {
        try
        {
            RandomAccess.GetLength(handle);
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }
}
