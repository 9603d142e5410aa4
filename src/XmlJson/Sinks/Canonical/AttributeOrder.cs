namespace XmlJson;

/// <summary>The order of attributes: by namespace name, then by local part, those in no namespace first (Canonical XML 1.0 §2.2). Bytes of UTF-8 are in the order of code points.</summary>
internal sealed class AttributeOrder : IComparer<CanonicalAttribute>
{
    public static readonly AttributeOrder Instance = new();

    public int Compare(CanonicalAttribute x, CanonicalAttribute y)
    {
        var isSameNamespace = ReferenceEquals(x.Name.Table, y.Name.Table) && x.Name.NamespaceId == y.Name.NamespaceId;
        var order = isSameNamespace ? 0 : x.Name.NamespaceUri.SequenceCompareTo(y.Name.NamespaceUri);
        return order != 0 ? order : x.Name.Local.SequenceCompareTo(y.Name.Local);
    }
}
