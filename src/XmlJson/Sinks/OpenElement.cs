namespace XmlJson;

/// <summary>The name of an element that a writer has open.</summary>
/// <remarks>A mutable struct: the reference to the table is written only when it changes, since the collector wants to know of it each time.</remarks>
internal struct OpenElement
{
    private XmlNames? _table;
    private int _id;
    private int _uri;

    public readonly XmlName Name => _table is null ? default : new XmlName(_table, _id, _uri);

    public void Set(scoped in XmlName name)
    {
        if (!ReferenceEquals(_table, name.Table))
        {
            _table = name.Table;
        }

        _id = name.Id;
        _uri = name.NamespaceId;
    }

    /// <summary>Whether a name is the same entry of the same table, whatever its namespace.</summary>
    public readonly bool IsSameAs(scoped in XmlName name) => _id == name.Id && ReferenceEquals(_table, name.Table);
}
