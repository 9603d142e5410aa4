namespace XmlJson.ElementTree;

/// <summary><c>[@a]</c>, <c>[@a='v']</c>, <c>[@a!='v']</c>: elements that have an attribute.</summary>
/// <param name="uri">The attribute's namespace name; empty for none.</param>
/// <param name="local">Its local part.</param>
/// <param name="value">The value; <see langword="null"/> for any.</param>
/// <param name="isEqual">Whether it must have this value, or another one.</param>
internal sealed class AttributePredicate(string uri, string local, byte[]? value, bool isEqual) : PathStep
{
    public override IEnumerable<int> Select(PathContext context, IEnumerable<int> rows)
    {
        var document = context.Document;
        var (uriId, localId) = (document.Names.FindUri(uri), document.Names.Find(local));
        foreach (var row in rows)
        {
            var index = document.FindAttribute(row, uriId, localId);
            if (index != 0 && (value is null || document.ValueOf(index).SequenceEqual(value) == isEqual))
            {
                yield return row;
            }
        }
    }
}
