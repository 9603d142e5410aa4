namespace XmlJson.Cli;

/// <summary>Standard output. The first megabyte is held back, so that a conversion that fails within it writes nothing.</summary>
internal sealed class StandardOutput(StandardStreams streams) : OutputFile
{
    private const int Held = 1024 * 1024;

    private byte[] _bytes = new byte[16 * 1024];
    private int _count;

    protected override void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Held - _count)
        {
            PassOn();
        }

        if (bytes.Length >= Held)
        {
            Send(bytes);
            return;
        }

        if (bytes.Length > _bytes.Length - _count)
        {
            Array.Resize(ref _bytes, Math.Min(Held, Math.Max(_bytes.Length * 2, _count + bytes.Length)));
        }

        bytes.CopyTo(_bytes.AsSpan(_count));
        _count += bytes.Length;
    }

    protected override void PassOn()
    {
        var count = _count;
        _count = 0;
        Send(_bytes.AsSpan(0, count));
    }

    protected override void Commit()
    {
        PassOn();
        streams.Output.Flush();
    }

    protected override void Abandon() => _count = 0;

    private void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            streams.Output.Write(bytes);
        }
        catch (IOException e) when (streams.IsOutputPipe)
        {
            throw new OutputClosedException(e);
        }
    }
}
