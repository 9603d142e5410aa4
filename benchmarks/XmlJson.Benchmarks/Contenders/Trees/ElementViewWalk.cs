using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson.Benchmarks;

/// <summary>Every element of our <see cref="Document"/> by ElementTree's view, whose names have their namespace in braces.</summary>
/// <param name="utf8">Whether names, values and texts are looked at as they are, in UTF-8, rather than as strings.</param>
internal sealed class ElementViewWalk(bool utf8) : WalkContender<Document>
{
    public override string Name => utf8 ? "xmljson-etree-walk-utf8" : "xmljson-etree-walk";

    protected override Document Load(InputDocument document) => Xml.Load((ReadOnlyMemory<byte>)document.Bytes, document.ParserOptions);

    protected override Tally Walk(Document tree)
    {
        var tally = default(Tally);
        if (utf8)
        {
            ElementWalk.VisitUtf8(tree.Root, ref tally);
        }
        else
        {
            ElementWalk.Visit(tree.Root, ref tally);
        }

        return tally;
    }

    protected override Tally WalkThoroughly(Document tree, ContentDigest content)
    {
        var tags = ElementWalk.AddTo(tree.Root, content);
        return utf8 ? content.Utf8 : content.Utf16 with { NameUnits = tags.NameUnits, FirstUnits = tags.FirstUnits };
    }

    protected override void Release(Document tree) => tree.Dispose();
}
