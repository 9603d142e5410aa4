namespace XmlJson.Trees;

/// <summary>The elements of a document by what identifies them. Made when first needed, and anew after an edit.</summary>
internal sealed class IdIndex
{
    private readonly Dictionary<string, int> _elements = new(StringComparer.Ordinal);
    private readonly int _version;

    private IdIndex(Document document)
    {
        _version = document.Version;
        for (var row = document.Following(Document.DocumentRow, Document.DocumentRow); row != 0; row = document.Following(row, Document.DocumentRow))
        {
            for (var index = document.Node(row).FirstAttribute; index > 0; index = document.NextAttribute(index))
            {
                if (document.IsId(index))
                {
                    _elements.TryAdd(document.StringOfAttribute(index), row);
                }
            }
        }
    }

    /// <summary>The first element in document order with an identifier; 0 when there is none.</summary>
    public int this[string id] => _elements.GetValueOrDefault(id);

    /// <summary>The index of a document as it is now.</summary>
    /// <param name="known">One made before, if any.</param>
    /// <param name="document">The document.</param>
    public static IdIndex For(ref IdIndex? known, Document document)
    {
        var index = Volatile.Read(ref known);
        if (index is null || index._version != document.Version)
        {
            index = new IdIndex(document);
            Volatile.Write(ref known, index);
        }

        return index;
    }
}
