namespace XmlJson.Benchmarks;

/// <summary>Bytes to bytes by <see cref="Utf8XmlParser"/> and <see cref="Utf8XmlWriter"/>, both reused from one document to the next.</summary>
internal sealed class WriterCopy : XmlOutputContender
{
    private Utf8XmlParser? _parser;
    private Utf8XmlWriter? _writer;

    public override string Name => "xmljson-writer";

    public override void Prepare(InputDocument document)
    {
        base.Prepare(document);
        _parser?.Dispose();
        _parser = new Utf8XmlParser(document.ParserOptions);
    }

    public override void Dispose()
    {
        _parser?.Dispose();
        _writer?.Dispose();
        base.Dispose();
    }

    protected override void Convert(InputDocument document, Stream output)
    {
        if (_writer is null)
        {
            _writer = new Utf8XmlWriter(output);
        }
        else
        {
            _writer.Reset(output);
        }

        _parser!.Parse(document.Bytes, ref _writer);
        _writer.Flush();
    }
}
