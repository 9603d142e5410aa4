namespace XmlJson.Cli;

/// <summary>Where a command writes. What was written counts only after <see cref="Complete"/>: an output that is disposed without it leaves as little as it can.</summary>
internal abstract class OutputFile : Stream
{
    /// <summary>The name of standard output, on the command line and in messages.</summary>
    public const string StandardName = "-";

    private bool _isOpen = true;
    private byte _lastByte;

    /// <summary>The name as the user gave it.</summary>
    public required string Name { get; init; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens a file, or standard output for <c>-</c> and null.</summary>
    /// <param name="name">The name as the user gave it.</param>
    /// <param name="streams">Has standard output.</param>
    /// <param name="isHeld">Whether nothing may be there before all is written. Of an ordinary file that holds in any case.</param>
    /// <exception cref="FileFaultException">It cannot be opened.</exception>
    public static OutputFile Open(string? name, StandardStreams streams, bool isHeld = false)
    {
        if (name is null or StandardName or "/dev/stdout")
        {
            return Held(new StandardOutput(streams) { Name = StandardName }, isHeld);
        }

        try
        {
            // Through a symbolic link the file it leads to is replaced, not the link.
            var file = new FileInfo(name);
            var path = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            return SpecialFile.TryOpen(name, path) is { } special
                ? Held(new SpecialFile(special, name) { Name = name }, isHeld)
                : new ReplacedFile(path, streams.Cancellation) { Name = name };
        }
        catch (Exception e) when (FileFaultException.IsCause(e))
        {
            throw new FileFaultException(name, "CannotOpen", e);
        }
    }

    /// <summary>Ends the last line, unless it is ended.</summary>
    public void EndLine()
    {
        if (_lastByte != '\n')
        {
            Write("\n"u8);
        }
    }

    /// <summary>Passes on what is held back, though what was written may turn out to be incomplete.</summary>
    public void WriteThrough() => Guard(PassOn);

    /// <summary>Says that the output is whole. Only now it is where the user wants it.</summary>
    /// <exception cref="FileFaultException">It cannot be written.</exception>
    public void Complete()
    {
        Guard(Commit);
        _isOpen = false;
    }

    /// <summary>Does nothing: writers flush at their pleasure, but only <see cref="WriteThrough"/> and <see cref="Complete"/> decide.</summary>
    public sealed override void Flush() { }

    public sealed override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public sealed override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            WriteBytes(buffer);
            _lastByte = buffer.IsEmpty ? _lastByte : buffer[^1];
        }
        catch (Exception e) when (FileFaultException.IsCause(e))
        {
            throw new FileFaultException(Name, "CannotWrite", e);
        }
    }

    public sealed override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Writes bytes, or holds them back.</summary>
    protected abstract void WriteBytes(ReadOnlySpan<byte> bytes);

    /// <summary>Writes what is held back.</summary>
    protected abstract void PassOn();

    /// <summary>Makes the output final.</summary>
    protected abstract void Commit();

    /// <summary>Gives the output up: what is held back is dropped.</summary>
    protected abstract void Abandon();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _isOpen)
        {
            _isOpen = false;
            Abandon();
        }

        base.Dispose(disposing);
    }

    private static OutputFile Held(OutputFile output, bool isHeld) => isHeld ? new SpooledOutput(output) { Name = output.Name } : output;

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (FileFaultException.IsCause(e))
        {
            throw new FileFaultException(Name, "CannotWrite", e);
        }
    }
}
