using System.Xml.Linq;

namespace XmlJson.Benchmarks;

/// <summary>The baseline of trees: <see cref="XDocument.Load(Stream, LoadOptions)"/>.</summary>
internal sealed class XDocumentTree(bool walks) : TreeContender<XDocument>("XDocument", walks)
{
    protected override XDocument Load(InputDocument document) => XDocument.Load(document.OpenStream(), LoadOptions.PreserveWhitespace);

    protected override Tally Walk(XDocument tree)
    {
        var tally = default(Tally);
        XElementWalk.Visit(tree.Root!, ref tally);
        return tally;
    }

    protected override void AddTo(XDocument tree, ContentDigest content) => XElementWalk.AddTo(tree.Root!, content);
}
