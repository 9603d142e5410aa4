namespace XmlJson;

/// <summary>The order of namespace declarations: by prefix, the default namespace first (Canonical XML 1.0 §2.2).</summary>
internal sealed class PrefixOrder(CanonicalNamespaces namespaces) : IComparer<int>
{
    public int Compare(int x, int y) => namespaces.PrefixBytes(x).SequenceCompareTo(namespaces.PrefixBytes(y));
}
