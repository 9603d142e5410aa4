namespace XmlJson.ElementTree;

/// <summary>One step of a path, or one predicate: from elements to elements, one by one.</summary>
internal abstract class PathStep
{
    public abstract IEnumerable<int> Select(PathContext context, IEnumerable<int> rows);
}
