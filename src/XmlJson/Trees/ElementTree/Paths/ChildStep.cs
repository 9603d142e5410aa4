namespace XmlJson.ElementTree;

/// <summary><c>tag</c> and <c>*</c>: children.</summary>
internal sealed class ChildStep(NameSpec name) : PathStep
{
    public override IEnumerable<int> Select(PathContext context, IEnumerable<int> rows)
    {
        var document = context.Document;
        var filter = name.FilterFor(document);
        if (filter.AcceptsNothing)
        {
            yield break;
        }

        foreach (var row in rows)
        {
            for (var child = document.Node(row).FirstChild; child != 0; child = document.Node(child).Next)
            {
                if (filter.Accepts(document, child))
                {
                    yield return child;
                }
            }
        }
    }
}
