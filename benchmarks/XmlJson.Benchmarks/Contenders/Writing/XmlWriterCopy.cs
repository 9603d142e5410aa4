using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary>Bytes to bytes by <see cref="XmlReader"/> and <see cref="XmlWriter"/>.</summary>
internal sealed class XmlWriterCopy : XmlOutputContender
{
    public override string Name => "XmlWriter";

    protected override void Convert(InputDocument document, Stream output)
    {
        using var reader = document.CreateReader();
        using var writer = XmlWriter.Create(output, WriterSettings);
        writer.WriteNode(reader, defattr: false);
    }
}
