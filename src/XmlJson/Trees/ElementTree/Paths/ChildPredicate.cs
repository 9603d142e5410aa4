namespace XmlJson.ElementTree;

/// <summary><c>[tag]</c>, <c>[tag='v']</c>, <c>[tag!='v']</c>: elements that have a child with a tag, or one whose whole text is, or is not, a value.</summary>
internal sealed class ChildPredicate(NameSpec name, byte[]? value, bool isEqual) : PathStep
{
    public override IEnumerable<int> Select(PathContext context, IEnumerable<int> rows)
    {
        var document = context.Document;
        var filter = name.FilterFor(document);
        foreach (var row in rows)
        {
            for (var child = document.Node(row).FirstChild; child != 0; child = document.Node(child).Next)
            {
                if (filter.Accepts(document, child) && (value is null || context.Texts.AreEqual(child, value) == isEqual))
                {
                    yield return row;
                    break;
                }
            }
        }
    }
}
