namespace XmlJson.Benchmarks;

/// <summary>The baseline of limits: the document is copied and nobody looks at it.</summary>
internal sealed class CopyLimit : LimitContender
{
    private byte[] _copy = [];

    public override string Name => "memcpy";

    public override void Prepare(InputDocument document)
    {
        base.Prepare(document);
        _copy = new byte[document.Bytes.Length];
    }

    public override void Run() => Source.AsSpan().CopyTo(_copy);

    public override void Check()
    {
        if (!_copy.AsSpan().SequenceEqual(Source))
        {
            throw Wrong("made something else than a copy");
        }

        // The next one has to be made again.
        _copy.AsSpan().Clear();
    }

    public override void Dispose()
    {
        _copy = [];
        base.Dispose();
    }

    protected override long GoOver()
    {
        Run();
        return _copy.AsSpan().CommonPrefixLength(Source);
    }
}
