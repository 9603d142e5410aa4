namespace XmlJson;

/// <summary>The order of attributes: by namespace name, then by local part, those in no namespace first (Canonical XML 1.0 §2.2). Bytes of UTF-8 are in the order of code points.</summary>
internal static class AttributeOrder
{
    // Sorting by a comparer makes a delegate of it each time.
    private static readonly Comparison<CanonicalAttribute> Order = Compare;

    public static void Sort(Span<CanonicalAttribute> attributes) => attributes.Sort(Order);

    public static int Compare(CanonicalAttribute x, CanonicalAttribute y)
    {
        var isSameNamespace = ReferenceEquals(x.Name.Table, y.Name.Table) && x.Name.NamespaceId == y.Name.NamespaceId;
        var order = isSameNamespace ? 0 : x.Name.NamespaceUri.SequenceCompareTo(y.Name.NamespaceUri);
        return order != 0 ? order : x.Name.Local.SequenceCompareTo(y.Name.Local);
    }
}
