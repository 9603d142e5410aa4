namespace XmlJson.ElementTree;

/// <summary><c>..</c>: parents, each once, up to the element that the path begins at.</summary>
internal sealed class ParentStep : PathStep
{
    public override IEnumerable<int> Select(PathContext context, IEnumerable<int> rows)
    {
        var seen = new HashSet<int>();
        foreach (var row in rows)
        {
            var parent = context.Document.Node(row).Parent;
            if (row != context.Root && seen.Add(parent))
            {
                yield return parent;
            }
        }
    }
}
