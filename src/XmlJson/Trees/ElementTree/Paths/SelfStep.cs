namespace XmlJson.ElementTree;

/// <summary><c>.</c>: the same elements.</summary>
internal sealed class SelfStep : PathStep
{
    public override IEnumerable<int> Select(PathContext context, IEnumerable<int> rows) => rows;
}
