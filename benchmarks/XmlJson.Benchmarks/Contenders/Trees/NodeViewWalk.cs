using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Benchmarks;

/// <summary>Every node of our <see cref="Document"/> by the DOM's view.</summary>
/// <param name="utf8">Whether names, values and texts are looked at as they are, in UTF-8, rather than as strings.</param>
internal sealed class NodeViewWalk(bool utf8) : WalkContender<Document>
{
    public override string Name => utf8 ? "xmljson-dom-walk-utf8" : "xmljson-dom-walk";

    protected override Document Load(InputDocument document) => Xml.Load((ReadOnlyMemory<byte>)document.Bytes, document.ParserOptions);

    protected override Tally Walk(Document tree)
    {
        var tally = default(Tally);
        if (utf8)
        {
            NodeWalk.VisitUtf8(tree.DocumentElement, ref tally);
        }
        else
        {
            NodeWalk.Visit(tree.DocumentElement, ref tally);
        }

        return tally;
    }

    protected override Tally WalkThoroughly(Document tree, ContentDigest content)
    {
        NodeWalk.AddTo(tree.DocumentElement, content);
        return utf8 ? content.Utf8 : content.Utf16;
    }

    protected override void Release(Document tree) => tree.Dispose();
}
