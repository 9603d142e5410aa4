namespace XmlJson.Cli;

/// <summary>An input with its name: a file, or standard input. It counts what is read, notices when the user ends the work, and can be looked into before it is read.</summary>
internal sealed class InputFile : Stream
{
    /// <summary>The name of standard input, on the command line and in messages.</summary>
    public const string StandardName = "-";

    private readonly Stream _inner;
    private readonly CancellationToken _cancellation;
    private readonly bool _isOwned;
    private byte[] _ahead = [];
    private int _aheadStart;
    private int _aheadEnd;
    private long _bytesRead;

    private InputFile(string name, Stream inner, bool isOwned, CancellationToken cancellation)
    {
        Name = name;
        _inner = inner;
        _isOwned = isOwned;
        _cancellation = cancellation;
    }

    /// <summary>The name as the user gave it.</summary>
    public string Name { get; }

    /// <summary>How many bytes were read so far; any thread may ask.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>Is called whenever the reader has used up what was read before and wants more, which may have to be waited for.</summary>
    public Action? BeforeRead { get; set; }

    /// <summary>The number of bytes that there will be, where that is known.</summary>
    public long? KnownLength { get; private init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="FileFaultException">It cannot be opened.</exception>
    public static InputFile Open(string name, StandardStreams streams)
    {
        if (name == StandardName)
        {
            return new InputFile(name, streams.Input, isOwned: false, streams.Cancellation);
        }

        try
        {
            // Sharing everything takes no lock, and a file that another program still writes can be read.
            var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return new InputFile(name, file, isOwned: true, streams.Cancellation) { KnownLength = file.CanSeek ? file.Length : null };
        }
        catch (Exception e) when (FileFaultException.IsCause(e))
        {
            throw new FileFaultException(name, "CannotOpen", e);
        }
    }

    /// <summary>Looks at the next bytes without reading them.</summary>
    /// <param name="count">How many bytes are wanted.</param>
    /// <returns>At least that many, unless the input ends before.</returns>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_aheadEnd - _aheadStart < count)
        {
            if (_aheadEnd == _ahead.Length)
            {
                Array.Resize(ref _ahead, Math.Max(_aheadStart + count, _ahead.Length * 2));
            }

            var read = ReadInner(_ahead.AsSpan(_aheadEnd));
            if (read == 0)
            {
                break;
            }

            _aheadEnd += read;
        }

        return _ahead.AsSpan(_aheadStart, _aheadEnd - _aheadStart);
    }

    /// <summary>Passes over bytes that were looked at.</summary>
    public void Skip(int count) => _aheadStart += Math.Min(count, _aheadEnd - _aheadStart);

    public override int Read(Span<byte> buffer)
    {
        var waiting = Math.Min(_aheadEnd - _aheadStart, buffer.Length);
        if (waiting == 0)
        {
            return ReadInner(buffer);
        }

        _ahead.AsSpan(_aheadStart, waiting).CopyTo(buffer);
        _aheadStart += waiting;
        return waiting;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _isOwned)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ReadInner(Span<byte> buffer)
    {
        BeforeRead?.Invoke();
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            var count = _inner.Read(buffer);
            Interlocked.Add(ref _bytesRead, count);
            return count;
        }
        catch (Exception e) when (FileFaultException.IsCause(e))
        {
            throw new FileFaultException(Name, "CannotRead", e);
        }
    }
}
