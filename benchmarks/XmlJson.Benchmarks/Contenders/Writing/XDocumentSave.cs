using System.Xml;
using System.Xml.Linq;

namespace XmlJson.Benchmarks;

/// <summary>The baseline of writing: bytes to bytes by <see cref="XDocument.Load(Stream, LoadOptions)"/> and <see cref="XDocument.Save(XmlWriter)"/>.</summary>
internal sealed class XDocumentSave : XmlOutputContender
{
    public override string Name => "XDocument.Save";

    protected override void Convert(InputDocument document, Stream output)
    {
        var tree = XDocument.Load(document.OpenStream(), LoadOptions.PreserveWhitespace);
        using var writer = XmlWriter.Create(output, WriterSettings);
        tree.Save(writer);
    }
}
