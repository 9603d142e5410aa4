namespace XmlJson.ElementTree;

/// <summary><c>[.='v']</c>, <c>[.!='v']</c>: elements whose whole text is, or is not, a value.</summary>
internal sealed class TextPredicate(byte[] value, bool isEqual) : PathStep
{
    public override IEnumerable<int> Select(PathContext context, IEnumerable<int> rows)
    {
        foreach (var row in rows)
        {
            if (context.Texts.AreEqual(row, value) == isEqual)
            {
                yield return row;
            }
        }
    }
}
