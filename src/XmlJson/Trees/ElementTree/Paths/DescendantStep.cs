namespace XmlJson.ElementTree;

/// <summary><c>//tag</c>: all under an element.</summary>
/// <param name="name">What is looked for.</param>
/// <param name="mayNest">Whether the elements it begins at may stand under each other. Each element is found once even so, and no part is walked twice.</param>
internal sealed class DescendantStep(NameSpec name, bool mayNest) : PathStep
{
    public override IEnumerable<int> Select(PathContext context, IEnumerable<int> rows)
    {
        var document = context.Document;
        var filter = name.FilterFor(document);
        if (filter.AcceptsNothing)
        {
            yield break;
        }

        // Nodes met so far, and nodes under which all was met.
        var met = mayNest ? new HashSet<int>() : null;
        var walked = mayNest ? new HashSet<int>() : null;
        foreach (var top in rows)
        {
            if (walked?.Add(top) == false)
            {
                continue;
            }

            var row = document.Following(top, top);
            while (row != 0)
            {
                if (met?.Add(row) == false)
                {
                    row = document.FollowingSubtree(row, top);
                    continue;
                }

                if (filter.Accepts(document, row))
                {
                    yield return row;
                }

                row = walked?.Add(row) == false ? document.FollowingSubtree(row, top) : document.Following(row, top);
            }
        }
    }
}
