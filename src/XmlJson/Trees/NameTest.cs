namespace XmlJson.Trees;

/// <summary>A question about names, asked by comparing numbers; <c>default</c> is true for all.</summary>
internal readonly struct NameTest
{
    // Numbers of strings in the document's table, plus one: 0 is true for all, and a string that the table does not hold, -1, becomes a number that none has.
    private const int None = int.MaxValue;

    private readonly int _qualified;
    private readonly int _uri;
    private readonly int _local;

    /// <summary>Whether the name as written is this one.</summary>
    public NameTest(Document document, ReadOnlySpan<char> qualified) => _qualified = NumberOf(document.Names.Find(qualified));

    /// <summary>Whether the name has this namespace and local part; <c>*</c> is true for all.</summary>
    public NameTest(Document document, ReadOnlySpan<char> uri, ReadOnlySpan<char> local)
    {
        _uri = uri is "*" ? 0 : NumberOf(document.Names.FindUri(uri));
        _local = local is "*" ? 0 : NumberOf(document.Names.Find(local));
    }

    /// <summary>Whether no name of the document can match.</summary>
    public bool MatchesNothing => _qualified == None || _uri == None || _local == None;

    /// <summary>Whether every name matches.</summary>
    public bool MatchesAll => (_qualified | _uri | _local) == 0;

    public bool Matches(Document document, int name)
    {
        ref readonly var row = ref document.Names[name];
        return (_qualified == 0 || _qualified == row.Qualified + 1)
            && (_local == 0 || _local == row.Local + 1)
            && (_uri == 0 || _uri == Math.Max(row.Namespace, XmlNames.NoNamespace) + 1);
    }

    private static int NumberOf(int id) => id < 0 ? None : id + 1;
}
