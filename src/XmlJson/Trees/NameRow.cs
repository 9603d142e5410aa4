namespace XmlJson.Trees;

/// <summary>One name of a document, as numbers in its <see cref="XmlNames"/>: two rows differ in the qualified name or in the namespace.</summary>
internal struct NameRow(int qualified, int uri, int prefix, int local)
{
    public readonly int Qualified = qualified;
    public readonly int Namespace = uri;
    public readonly int Prefix = prefix;
    public readonly int Local = local;

    /// <summary>The prefix that an attribute with this name declares, when it is a declaration; the empty one for <c>xmlns</c>.</summary>
    public readonly int DeclaredPrefix => Prefix == XmlNames.EmptyName ? XmlNames.EmptyName : Local;

    /// <summary>The name with its namespace in braces, once it was asked for.</summary>
    public string? Tag;
}
