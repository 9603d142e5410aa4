namespace XmlJson.Benchmarks;

/// <summary>A document of any length, made while it is read: the records of <see cref="RecordsDocument"/> again and again.</summary>
internal sealed class RepeatedRecords : Stream
{
    /// <summary>Where the records are.</summary>
    public const string Path = "/orders/order";

    private static readonly byte[] Repeated = new RecordsDocument().Create().Bytes;

    private readonly byte[] _document = Repeated;
    private readonly int _first;
    private readonly int _end;
    private long _repetitions;
    private int _position;

    /// <summary>Makes a document.</summary>
    /// <param name="length">Its length in bytes, at least.</param>
    public RepeatedRecords(long length)
    {
        _first = _document.AsSpan().IndexOf("<orders>"u8) + "<orders>".Length;
        _end = _document.AsSpan().LastIndexOf("</orders>"u8);
        _repetitions = Math.Max(1, length / (_end - _first));
        Records = _repetitions * _document.AsSpan().Count("</order>"u8);
    }

    /// <summary>A document in memory.</summary>
    /// <param name="repetitions">How often the records are repeated.</param>
    public static byte[] Document(int repetitions)
    {
        using var stream = new RepeatedRecords(repetitions * (long)Repeated.Length);
        using var document = new MemoryStream();
        stream._repetitions = repetitions;
        stream.CopyTo(document);
        return document.ToArray();
    }

    /// <summary>The number of records in all.</summary>
    public long Records { get; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position == _end && _repetitions > 1)
        {
            _repetitions--;
            _position = _first;
        }

        var rest = _document.AsSpan(_position..(_position < _end ? _end : _document.Length));
        var count = Math.Min(buffer.Length, rest.Length);
        rest[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
