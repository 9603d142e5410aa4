using System.Xml.Linq;

namespace XmlJson.Benchmarks;

/// <summary>The baseline of walks: every node of an <see cref="XDocument"/>.</summary>
/// <param name="declarations">Whether namespace declarations are visited too, as attributes. ElementTree has none.</param>
internal sealed class XDocumentWalk(bool declarations) : WalkContender<XDocument>
{
    public override string Name => declarations ? "XDocument-walk" : "XDocument-walk-undeclared";

    protected override XDocument Load(InputDocument document) => XDocument.Load(document.OpenStream(), LoadOptions.PreserveWhitespace);

    protected override Tally Walk(XDocument tree)
    {
        var tally = default(Tally);
        if (declarations)
        {
            XElementWalk.Visit(tree.Root!, ref tally);
        }
        else
        {
            XElementWalk.VisitUndeclared(tree.Root!, ref tally);
        }

        return tally;
    }

    protected override Tally WalkThoroughly(XDocument tree, ContentDigest content)
    {
        XElementWalk.AddTo(tree.Root!, content, declarations);
        return content.Utf16;
    }
}
