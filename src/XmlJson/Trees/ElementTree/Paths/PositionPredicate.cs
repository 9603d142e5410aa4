using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary><c>[n]</c>, <c>[last()]</c>, <c>[last()-n]</c>: elements by their position among their parent's children with the same tag.</summary>
/// <param name="position">The position from the beginning, from 1; or, counted from the end, 0 for the last one, -1 for the one before it.</param>
internal sealed class PositionPredicate(int position) : PathStep
{
    public override IEnumerable<int> Select(PathContext context, IEnumerable<int> rows)
    {
        var document = context.Document;
        var parents = new HashSet<int>();
        var chosen = new HashSet<int>();
        foreach (var row in rows)
        {
            var parent = document.Node(row).Parent;
            if (row == context.Root || document.Node(row).Kind != NodeKind.Element)
            {
                continue;
            }

            if (parents.Add(parent))
            {
                ChooseAmongChildren(document, parent, chosen);
            }

            if (chosen.Contains(row))
            {
                yield return row;
            }
        }
    }

    // All tags in one pass: the first of each tag is the last one from the end, and so on.
    private void ChooseAmongChildren(Document document, int parent, HashSet<int> chosen)
    {
        var counts = new Dictionary<(int Namespace, int Local), int>();
        var isForward = position > 0;
        var wanted = isForward ? position : 1 - position;
        var child = isForward ? document.Node(parent).FirstChild : document.LastChild(parent);
        while (child != 0)
        {
            if (document.Node(child).Kind == NodeKind.Element)
            {
                ref readonly var name = ref document.Names[document.Node(child).Name];
                var key = (name.Namespace, name.Local);
                var count = counts.GetValueOrDefault(key) + 1;
                counts[key] = count;
                if (count == wanted)
                {
                    chosen.Add(child);
                }
            }

            child = isForward ? document.Node(child).Next : document.PreviousSibling(child);
        }
    }
}
