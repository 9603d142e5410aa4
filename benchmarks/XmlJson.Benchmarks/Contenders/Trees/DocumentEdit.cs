using XmlJson.Trees;

namespace XmlJson.Benchmarks;

/// <summary>Our <see cref="Document"/>, edited by one of its views and written by a <see cref="Utf8XmlWriter"/> that is reused.</summary>
internal abstract class DocumentEdit : EditContender<Document>
{
    private Utf8XmlWriter? _writer;

    public override void Dispose()
    {
        _writer?.Dispose();
        _writer = null;
        base.Dispose();
    }

    protected override Document Load(InputDocument document) => Xml.Load((ReadOnlyMemory<byte>)document.Bytes, document.ParserOptions);

    protected override void Write(Document tree, Stream output)
    {
        if (_writer is null)
        {
            _writer = new Utf8XmlWriter(output);
        }
        else
        {
            _writer.Reset(output);
        }

        tree.WriteTo(ref _writer);
        _writer.Flush();
    }

    protected override void Release(Document tree) => tree.Dispose();
}
